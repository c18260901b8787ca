// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "hall/acts/kept_hall.h"
#include "kiosk/app/narrator.h"
#include "kiosk/voice/speaker.h"

namespace linli::kiosk {

/// The real Narrator: a thread that has espeak-ng say each sentence and hands the sound to the card, the next sentence
/// being made while one is heard. Volume, rate and device are the hall's (voice.json, the setting guidance.device). The
/// screen's thread only leaves orders here and never waits.
class EspeakNarrator final : public Narrator {
public:
    EspeakNarrator(std::filesystem::path database, const Clock& clock);
    /// With these cards, or with one speaker that always stays, for tests.
    EspeakNarrator(std::filesystem::path database, const Clock& clock, std::unique_ptr<SoundCards> cards);
    EspeakNarrator(std::filesystem::path database, const Clock& clock, std::unique_ptr<Speaker> speaker);
    ~EspeakNarrator() override;
    EspeakNarrator(const EspeakNarrator&) = delete;
    EspeakNarrator& operator=(const EspeakNarrator&) = delete;

    bool ready() const override { return ready_; }
    void say(const std::vector<std::string>& sentences, Language language) override;
    void stop() override;
    bool speaking() const override { return speaking_; }
    int sentence() const override { return sentence_; }
    void reset_volume() override {}  // nobody can change it: it is the hall's

private:
    struct Order {
        std::vector<std::string> sentences;
        Language language = Language::zh;
    };

    void run();
    void look_at_card();
    /// On the card that is wanted and there now: a headset is plugged in and out at any time.
    void keep_speaker();
    void read_settings();
    void speak(const Order& order);
    /// Sleeps for a moment; false where the order was cut off meanwhile.
    bool wait_a_moment();
    void follow(const std::vector<std::size_t>& ends, std::size_t played_all);

    const std::filesystem::path database_;
    const Clock& clock_;
    const std::unique_ptr<SoundCards> cards_;  // null where the speaker was given

    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Order> order_;
    bool ends_ = false;
    std::atomic<bool> cut_off_{false};
    std::atomic<bool> ready_{false}, speaking_{false};
    std::atomic<int> sentence_{-1};

    // Below: the thread only.
    std::unique_ptr<Speaker> speaker_;
    std::string device_ = "headset";  // which is wanted: "headset", a name, or "" for the system's own choice
    std::string card_;                // on which the speaker is
    int volume_ = 60, rate_percent_ = 100;
    KeptHall hall_{{.database = database_, .clock = clock_, .place = "kiosk"}};

    std::thread thread_;  // last: it starts when everything else is there
};

}  // namespace linli::kiosk
