// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/voice/speaker.h"

namespace linli::kiosk {

/// The real Speaker: a device of SDL's audio.
class SdlSpeaker final : public Speaker {
public:
    /// How often an open card wakes the box, heard or not: it takes 93 ms at a time, or 186 where a page is read aloud.
    /// A call has 0.3 s until it is heard, a reading has time.
    enum class Takes : std::uint16_t { calls = 2048, readings = 4096 };
    /// `device`: "" for the system's own choice, or a device's exact name.
    explicit SdlSpeaker(std::string device = {}, Takes takes = Takes::calls);
    ~SdlSpeaker() override;
    SdlSpeaker(const SdlSpeaker&) = delete;
    SdlSpeaker& operator=(const SdlSpeaker&) = delete;

    bool ready() override;
    void play(std::span<const std::int16_t> samples) override;
    std::size_t queued() override;
    void stop() override;
    void set_volume(int percent) override { volume_percent_ = percent; }

private:
    using Moment = std::chrono::steady_clock::time_point;
    void open();
    void close();
    bool works();

    std::string device_name_;
    Takes takes_;
    std::uint32_t device_ = 0;  // 0: none is open
    bool audio_started_ = false;
    int volume_percent_ = 100;
    Moment tried_{};
    int tries_in_vain_ = 0;
    std::size_t seen_queued_ = 0;
    Moment moved_{};  // when the card last took something
};

/// SDL's output devices.
class SdlCards final : public SoundCards {
public:
    std::vector<std::string> names() override;
    std::unique_ptr<Speaker> speaker(const std::string& card) override {
        return std::make_unique<SdlSpeaker>(card, SdlSpeaker::Takes::readings);
    }
};

/// The device whose name says headphones or headset, of the names; empty where none does.
std::string headset_among(const std::vector<std::string>& names);

}  // namespace linli::kiosk
