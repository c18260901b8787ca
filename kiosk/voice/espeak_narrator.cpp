// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/espeak_narrator.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <utility>

#include "hall/acts/care_for_device.h"
#include "hall/acts/device_settings.h"
#include "hall/text/spoken_chinese.h"
#include "kiosk/voice/espeak_process.h"
#include "kiosk/voice/sdl_speaker.h"

namespace linli::kiosk {
namespace {

constexpr std::chrono::milliseconds moment{10};
constexpr std::chrono::seconds look_at_card_every{20};
// The first picture comes first.
constexpr std::chrono::milliseconds begin_after{800};
constexpr int words_a_minute = 150;
constexpr std::size_t sentences_max = 60;
constexpr std::size_t sentence_bytes_max = 600;
constexpr std::int64_t between_sentences_ms = 350;
// So much is made ahead of what is heard; the rest waits.
constexpr std::int64_t ahead_ms = 8'000;

std::string speakable(const std::string& sentence, Language language) {
    const std::string text = sentence.substr(0, sentence_bytes_max);
    return language == Language::zh ? spoken_chinese(text).pinyin : spoken_english(text);
}

bool says_something(const std::string& text) {
    return std::ranges::any_of(text, [](unsigned char c) { return std::isalnum(c) != 0; });
}

}  // namespace

EspeakNarrator::EspeakNarrator(std::filesystem::path database, const Clock& clock)
    : EspeakNarrator(std::move(database), clock, std::make_unique<SdlCards>()) {}

EspeakNarrator::EspeakNarrator(std::filesystem::path database, const Clock& clock, std::unique_ptr<SoundCards> cards)
    : database_(std::move(database)), clock_(clock), cards_(std::move(cards)), thread_([this] { run(); }) {}

EspeakNarrator::EspeakNarrator(std::filesystem::path database, const Clock& clock, std::unique_ptr<Speaker> speaker)
    : database_(std::move(database)), clock_(clock), speaker_(std::move(speaker)), thread_([this] { run(); }) {}

EspeakNarrator::~EspeakNarrator() {
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
        cut_off_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void EspeakNarrator::say(const std::vector<std::string>& sentences, Language language) {
    {
        const std::lock_guard lock(mutex_);
        order_ = Order{sentences, language};
        cut_off_ = true;
        speaking_ = ready_.load();
        sentence_ = -1;
    }
    changed_.notify_one();
}

void EspeakNarrator::stop() {
    {
        const std::lock_guard lock(mutex_);
        order_.reset();
        cut_off_ = true;
        speaking_ = false;
        sentence_ = -1;
    }
    changed_.notify_one();
}

void EspeakNarrator::run() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, begin_after, [this] { return ends_ || order_; });
    while (!ends_) {
        lock.unlock();
        look_at_card();
        lock.lock();
        if (ends_) break;
        if (!order_) {
            // Then the card is looked at once more: whoever has just plugged a headset in means to hear by it.
            changed_.wait_for(lock, look_at_card_every, [this] { return ends_ || order_; });
            continue;
        }
        const Order order = *std::exchange(order_, std::nullopt);
        cut_off_ = false;
        lock.unlock();
        if (ready_) speak(order);
        lock.lock();
        if (!order_) {
            speaking_ = false;
            sentence_ = -1;
        }
    }
}

void EspeakNarrator::look_at_card() {
    read_settings();
    if (cards_) keep_speaker();
    ready_ = espeak_installed() && speaker_->ready();
}

void EspeakNarrator::keep_speaker() {
    const std::string card = device_ == "headset" ? headset_among(cards_->names()) : device_;
    if (speaker_ && card == card_) return;
    if (speaker_) spdlog::info("reading aloud: by {} now", card.empty() ? "the usual card" : card);
    speaker_.reset();
    speaker_ = cards_->speaker(card);
    card_ = card;
}

// Without a hall the values of the last time stand.
void EspeakNarrator::read_settings() {
    hall_.look();
    if (!hall_) return;
    const auto content = hall_->content();
    const auto device = device_setting(*hall_, "guidance.device");
    if (!content || !device) return hall_.drop();
    const auto volume = device_setting(*hall_, setting::guidance_volume);
    volume_ = percent_setting(volume ? *volume : std::nullopt, (*content)->voice.guidance_volume);
    rate_percent_ = (*content)->voice.rate_percent;
    const std::string wanted = device->value_or("auto");
    device_ = wanted == "auto" ? "headset" : wanted == "default" ? "" : wanted;
}

bool EspeakNarrator::wait_a_moment() {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, moment, [this] { return cut_off_.load(); });
}

void EspeakNarrator::speak(const Order& order) {
    const char* voice = order.language == Language::zh ? chinese_voice : english_voice;
    speaker_->set_volume(volume_);
    std::size_t played = 0;
    std::vector<std::size_t> ends;  // of each sentence, in samples from the beginning
    const std::size_t count = std::min(order.sentences.size(), sentences_max);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = speakable(order.sentences[i], order.language);
        Result<Samples> sound = Samples{};
        if (says_something(text)) sound = espeak({voice, text, words_a_minute * rate_percent_ / 100}, cut_off_);
        if (cut_off_) break;
        if (!sound) {
            spdlog::warn("reading aloud: {}", sound.error().message);
            sound = Samples{};
        } else if (!sound->empty()) {
            sound->resize(sound->size() + samples_of_ms(between_sentences_ms), 0);
        }
        speaker_->play(*sound);
        played += sound->size();
        ends.push_back(played);
        do follow(ends, played);
        while (speaker_->queued() > samples_of_ms(ahead_ms) && wait_a_moment());
    }
    while (!cut_off_ && speaker_->queued() > 0 && speaker_->ready()) {
        follow(ends, played);
        wait_a_moment();
    }
    if (cut_off_) speaker_->stop();
}

void EspeakNarrator::follow(const std::vector<std::size_t>& ends, std::size_t played_all) {
    const std::size_t heard = played_all - std::min(speaker_->queued(), played_all);
    const auto now = std::ranges::upper_bound(ends, heard);
    const std::lock_guard lock(mutex_);
    if (!cut_off_) sentence_ = now == ends.end() ? -1 : static_cast<int>(now - ends.begin());
}

}  // namespace linli::kiosk
