// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcer.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "hall/acts/calls_since.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/device_settings.h"
#include "kiosk/voice/announcement.h"
#include "kiosk/voice/sdl_speaker.h"

namespace linli::kiosk {
namespace {

// A call must be heard within 0.3 s. A look at data_version costs next to nothing, but each one wakes the processor.
constexpr std::chrono::milliseconds follow_every{100};
constexpr std::chrono::milliseconds speaking_every{10};
constexpr int calls_a_read = 64;
constexpr std::size_t waiting_max = 256;  // the rest waits in the journal
constexpr std::int64_t between_calls_ms = 300;

}  // namespace

Announcer::Announcer(std::filesystem::path database, const Clock& clock, std::string place)
    : Announcer(std::move(database), clock, std::move(place), std::make_unique<SdlSpeaker>()) {}

Announcer::Announcer(std::filesystem::path database, const Clock& clock, std::string place,
                     std::unique_ptr<Speaker> speaker)
    : database_(std::move(database)),
      clock_(clock),
      place_(std::move(place)),
      lock_(database_),
      speaker_(std::move(speaker)),
      hall_({.database = database_, .clock = clock_, .place = place_}),
      thread_([this] { run(); }) {}

Announcer::~Announcer() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void Announcer::run() {
    std::unique_lock lock(mutex_);
    while (!stop_) {
        lock.unlock();
        step();
        lock.lock();
        const bool speaking = queue_.speaking() != nullptr || test_is_spoken_;
        ended_.wait_for(lock, speaking ? speaking_every : follow_every, [this] { return stop_; });
    }
    speaker_->stop();
}

void Announcer::step() {
    if (!keep_open() || !lock_.take()) return;
    if (read_until_ == 0) begin_after_last();
    if (read_until_ == 0) return;
    follow();
    // What could not be followed has been let go: it is opened again, and nothing is spoken of it until then.
    if (!hall_) return;
    keep_card();
    if (test_is_spoken_)
        speak_test();
    else
        speak();
}

bool Announcer::keep_open() {
    const KeptHall::Look look = hall_.look();
    if (look != KeptHall::Look::opened) return look == KeptHall::Look::same;
    change_mark_ = -1;
    read_until_ = 0;
    queue_ = {};
    reported_.clear();
    told_.clear();
    return true;
}

// Once: a disk that fails would fill the machine's journal twelve times a second.
void Announcer::log_failure(const char* what, const Error& error) {
    std::string failure = std::string(what) + ": " + error.message;
    if (failure == told_) return;
    spdlog::warn("announcer: {}", failure);
    told_ = std::move(failure);
}

// The first start ever begins now; every other one where the last announcer of this hall was.
void Announcer::begin_after_last() {
    begins_ = more_to_read_ = true;
    const auto last = announced_until(*hall_);
    if (!last) return log_failure("where it was", last.error());
    if (*last) {
        read_until_ = **last;
        return;
    }
    const auto end = journal_end(*hall_);
    if (!end) return log_failure("the journal's end", end.error());
    mark(*end);
    read_until_ = *end;
}

void Announcer::follow() {
    const auto moved = hall_->change_mark();
    if (!moved) {
        log_failure("following the hall", moved.error());
        hall_.drop();
        return;
    }
    const bool changed = std::exchange(change_mark_, *moved) != *moved;
    if (changed || !content_) read_settings();
    if (changed || more_to_read_) read_calls();
    if (changed) take_test();
}

void Announcer::read_settings() {
    if (auto content = hall_->content()) content_ = std::move(*content);
    if (const auto volume = device_setting(*hall_, setting::sound_volume))
        volume_setting_ = percent_setting(*volume, setting::sound_volume_usual);
    const auto folder = device_setting(*hall_, "voice.folder");
    if (!folder || folder->value_or("") == clips_folder_) return;
    clips_folder_ = folder->value_or("");
    std::vector<ClipFault> faults;
    clips_ = clips_folder_.empty() ? ClipSet::built_in() : ClipSet::from_folder(clips_folder_, faults);
    clips_whole_ = faults.empty();
    for (const ClipFault& fault : faults) spdlog::warn("announcer: {}/{}: {}", clips_folder_, fault.file, fault.what);
}

// The installer's setting makes the hour's volume quieter or a little louder.
int Announcer::at_loudness(int percent) const {
    return std::min(100, percent * volume_setting_ / setting::sound_volume_usual);
}

void Announcer::read_calls() {
    more_to_read_ = queue_.waiting() < waiting_max;
    while (more_to_read_) {
        const auto read = calls_since(*hall_, read_until_, calls_a_read);
        if (!read) return log_failure("reading calls", read.error());
        for (const CallTakenBack& call : read->taken_back) queue_.take_back(call);
        for (const Call& call : read->calls)
            if (begins_ && call.age_ms > age_ms_max)
                pass_over(call, "it is from before this start");
            else
                queue_.add(call, clock_.boot_ms());
        if (read->read_until == read_until_) {
            more_to_read_ = begins_ = false;
            return;
        }
        read_until_ = read->read_until;
        if (queue_.waiting() >= waiting_max) return;
    }
    more_to_read_ = true;
}

void Announcer::take_test() {
    if (test_) return;
    auto taken = take_device_request(*hall_, Device::sound);
    if (!taken) return log_failure("taking a test", taken.error());
    test_ = std::move(*taken);
}

void Announcer::keep_card() {
    const bool has_card = speaker_->ready();
    if (has_card)
        clips_whole_ ? report(DeviceHealth::good, "ready") : report(DeviceHealth::warning, "clips_missing");
    else
        report(DeviceHealth::absent, "no_card");
    if (!has_card && had_card_) {
        queue_.interrupted();
        test_is_spoken_ = false;
    }
    if (!had_card_ || !has_card)
        for (const Call& call : queue_.take_older_than(age_ms_max, clock_.boot_ms()))
            pass_over(call, "there was no sound card for two minutes");
    had_card_ = has_card;
    if (has_card || !test_) return;
    if (const auto told = finish_device_request(*hall_, *test_, "no_card"); !told)
        log_failure("telling of a test", told.error());
    test_.reset();
}

void Announcer::speak() {
    if (queue_.speaking() != nullptr) {
        if (speaker_->queued() == 0 && had_card_) end_turn();
        if (queue_.speaking() != nullptr) return;
    }
    if (!had_card_ || !content_) return;
    if (test_) {
        test_is_spoken_ = true;
        speaker_->set_volume(at_loudness(std::max(plan().volume_at(hall_->local_now().minute_of_day), 30)));
        speaker_->play(joined(test_announcement(plan()), clips_, plan().rate_percent));
        return;
    }
    while (const auto turn = queue_.next(plan(), hall_->local_now().minute_of_day)) {
        if (turn->what == AnnouncementQueue::Turn::What::speak) {
            Samples sound = joined(announcement_of({turn->call.code, turn->call.counter, turn->call.call}, plan()),
                                   clips_, plan().rate_percent);
            sound.resize(sound.size() + samples_of_ms(between_calls_ms), 0);
            speaker_->set_volume(at_loudness(turn->volume));
            speaker_->play(sound);
            return;
        }
        queue_.ended();
        pass_over(turn->call, "these are quiet hours");
    }
}

void Announcer::speak_test() {
    if (speaker_->queued() > 0) return;
    test_is_spoken_ = false;
    if (!test_) return;
    if (const auto told = finish_device_request(*hall_, *test_, ""); !told)
        log_failure("telling of a test", told.error());
    test_.reset();
    take_test();
}

void Announcer::end_turn() {
    if (const Call* spoken = queue_.speaking()) mark(spoken->seq);
    queue_.ended();
}

void Announcer::pass_over(const Call& call, const char* why) {
    spdlog::info("announcer: {} to counter {} is not spoken: {}", call.code, call.counter, why);
    mark(call.seq);
}

void Announcer::mark(std::int64_t seq) {
    // Where it cannot be written the call counts as spoken all the same until this program ends.
    if (const auto marked = mark_announced(*hall_, place_, seq); !marked) log_failure("marking a call", marked.error());
}

void Announcer::report(DeviceHealth health, const char* detail) {
    if (reported_ == detail) return;
    const auto told = report_device(*hall_, {place_, Device::sound, health, detail, 0});
    if (told)
        reported_ = detail;
    else
        log_failure("telling of the sound card", told.error());
}

}  // namespace linli::kiosk
