// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>

#include "kiosk/voice/speaker.h"

namespace linli::kiosk::testing {

/// What a test hears and does with a Loudspeaker, from its own thread.
struct Ear {
    std::mutex mutex;
    Samples heard;              ///< everything that was played, in order
    std::size_t queued = 0;     ///< of it not yet taken
    bool card = true;           ///< there is one
    bool takes_at_once = true;  ///< else what is played waits until take()
    int volume = 100, stops = 0, plays = 0;
    std::chrono::steady_clock::time_point first_played{};

    void take() {
        const std::lock_guard lock(mutex);
        queued = 0;
    }
    Samples all() {
        const std::lock_guard lock(mutex);
        return heard;
    }
    int times_played() {
        const std::lock_guard lock(mutex);
        return plays;
    }
    void plug(bool in) {
        const std::lock_guard lock(mutex);
        card = in;
        if (!in) queued = 0;
    }
};

/// The fake sound card: keeps what it is given and is read through its Ear, which outlives it.
class Loudspeaker final : public Speaker {
public:
    explicit Loudspeaker(Ear& ear) : ear_(ear) {}
    bool ready() override {
        const std::lock_guard lock(ear_.mutex);
        return ear_.card;
    }
    void play(std::span<const std::int16_t> samples) override {
        const std::lock_guard lock(ear_.mutex);
        if (!ear_.card) return;
        if (ear_.plays++ == 0) ear_.first_played = std::chrono::steady_clock::now();
        ear_.heard.insert(ear_.heard.end(), samples.begin(), samples.end());
        if (!ear_.takes_at_once) ear_.queued += samples.size();
    }
    std::size_t queued() override {
        const std::lock_guard lock(ear_.mutex);
        return ear_.queued;
    }
    void stop() override {
        const std::lock_guard lock(ear_.mutex);
        ear_.queued = 0;
        ++ear_.stops;
    }
    void set_volume(int percent) override {
        const std::lock_guard lock(ear_.mutex);
        ear_.volume = percent;
    }

private:
    Ear& ear_;
};

}  // namespace linli::kiosk::testing
