// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/hall_worker.h"

#include <spdlog/spdlog.h>

#include <chrono>

#include "hall/acts/note_read.h"
#include "kiosk/worker/answer.h"

namespace linli::kiosk {
namespace {

// A call must be on the screen well within a second; asking costs 1.5 microseconds.
constexpr std::chrono::milliseconds follow_every{200};
// Waiting times and opening hours move with the clock, though nothing is committed.
constexpr std::int64_t picture_age_ms_max = 30'000;
constexpr std::size_t questions_max = 64;

}  // namespace

HallWorker::HallWorker(std::filesystem::path database, const Clock& clock, std::string place,
                       std::unique_ptr<Power> power)
    : database_(std::move(database)),
      clock_(clock),
      place_(std::move(place)),
      power_(std::move(power)),
      picture_(std::make_shared<const HallPicture>()),
      hall_({.database = database_, .clock = clock_, .place = place_}),
      thread_([this] { run(); }) {}

HallWorker::~HallWorker() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    asked_.notify_one();
    thread_.join();
}

std::uint64_t HallWorker::ask(Question question) {
    const std::lock_guard lock(mutex_);
    // A storm of touches must not grow the queue for ever: what nobody waits for any more falls out.
    if (questions_.size() >= questions_max) questions_.pop_front();
    questions_.push_back({++newest_question_, std::move(question)});
    asked_.notify_one();
    return newest_question_;
}

std::vector<Reply> HallWorker::take_replies() {
    const std::lock_guard lock(mutex_);
    return std::exchange(replies_, {});
}

std::shared_ptr<const HallPicture> HallWorker::picture() const {
    const std::lock_guard lock(mutex_);
    return picture_;
}

void HallWorker::on_news(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

void HallWorker::on_taken(std::function<void()> tell) {
    const std::lock_guard lock(mutex_);
    tell_taken_ = std::move(tell);
}

void HallWorker::run() {
    std::unique_lock lock(mutex_);
    while (!stop_) {
        lock.unlock();
        keep_open();
        if (hall_) refresh_if_changed();
        lock.lock();
        if (!stop_ && questions_.empty()) asked_.wait_for(lock, follow_every);
        while (!stop_ && !questions_.empty()) {
            const Asked asked = std::move(questions_.front());
            questions_.pop_front();
            lock.unlock();
            keep_open();
            Reply reply{asked.number, answer({hall_.get(), place_, database_, *power_}, asked.question)};
            dirty_ = true;  // data_version does not move on our own commits
            lock.lock();
            replies_.push_back(std::move(reply));
            if (wake_) wake_();
            if (tell_taken_ && std::holds_alternative<AskTake>(asked.question)) tell_taken_();
        }
    }
}

void HallWorker::keep_open() {
    const KeptHall::Look look = hall_.look();
    if (look == KeptHall::Look::failed) show_trouble(hall_.error());
    if (look != KeptHall::Look::opened) return;
    change_mark_ = -1;
    dirty_ = true;
}

void HallWorker::refresh_if_changed() {
    const auto mark = hall_->change_mark();
    const bool aged = clock_.boot_ms() - pictured_boot_ms_ > picture_age_ms_max;
    if (mark && *mark == change_mark_ && !dirty_ && !aged) return;
    const auto content = mark ? hall_->content() : tl::unexpected<Error>(mark.error());
    const auto status = content ? show_hall(*hall_) : tl::unexpected<Error>(content.error());
    if (!status) {
        hall_.drop();
        show_trouble(status.error());
        return;
    }
    change_mark_ = *mark;
    dirty_ = false;
    pictured_boot_ms_ = clock_.boot_ms();
    HallPicture picture;
    picture.content = *content;
    picture.search = search_;
    picture.reads = reads_;
    picture.status = *status;
    publish(picture);
    if (make_search(*content)) {
        // People need not wait for it before they see the hall.
        picture.search = search_;
        picture.reads = reads_;
        publish(std::move(picture));
    }
}

bool HallWorker::make_search(const std::shared_ptr<const HallContent>& content) {
    const LocalDate today = hall_->zone().at(clock_.wall_ms()).date;
    if (search_ && searched_content_ == content && searched_day_ == today) return false;
    // Once a day: lists do not change their order under somebody's finger.
    auto reads = reads_lately(*hall_);
    if (!reads) spdlog::warn("what is read most is not known: {}", reads.error().message);
    const auto counted = std::make_shared<const ReadCounts>(reads ? std::move(*reads) : ReadCounts{});
    auto made = ContentSearch::build(*content, today, *counted);
    if (!made) {
        spdlog::error("residents cannot look things up: {}", made.error().message);
        return false;
    }
    search_ = std::move(*made);
    reads_ = counted;
    searched_content_ = content;
    searched_day_ = today;
    return true;
}

void HallWorker::show_trouble(const Error& error) {
    HallPicture picture;
    picture.content = this->picture()->content;
    picture.search = search_;
    picture.reads = reads_;
    picture.trouble = error;
    publish(std::move(picture));
}

void HallWorker::publish(HallPicture picture) {
    picture.version = ++version_;
    const std::lock_guard lock(mutex_);
    picture_ = std::make_shared<const HallPicture>(std::move(picture));
    if (wake_) wake_();
}

}  // namespace linli::kiosk
