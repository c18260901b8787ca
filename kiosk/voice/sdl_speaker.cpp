// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/sdl_speaker.h"

#include <SDL.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <mutex>

#include "kiosk/platform/sdl_lock.h"

namespace linli::kiosk {
namespace {

// A try reads the whole configuration of the sound system, so where there was no card for long it comes less often.
constexpr std::chrono::seconds try_again_after{3}, try_seldom_after{12};
constexpr int quick_tries = 5;
// A card that takes nothing for so long hangs.
constexpr std::chrono::seconds stuck_after{5};

bool start_audio() {
    const std::lock_guard lock(sdl_lock());
    return SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
}

void end_audio() {
    const std::lock_guard lock(sdl_lock());
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

}  // namespace

std::string headset_among(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        std::string small = name;
        std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
        if (small.find("headphone") != std::string::npos || small.find("headset") != std::string::npos) return name;
    }
    return {};
}

std::vector<std::string> SdlCards::names() {
    if (!start_audio()) return {};
    std::vector<std::string> names;
    for (int i = 0; i < SDL_GetNumAudioDevices(0); ++i)
        if (const char* name = SDL_GetAudioDeviceName(i, 0)) names.emplace_back(name);
    end_audio();
    return names;
}

SdlSpeaker::SdlSpeaker(std::string device, Takes takes) : device_name_(std::move(device)), takes_(takes) {}

SdlSpeaker::~SdlSpeaker() { close(); }

bool SdlSpeaker::ready() {
    if (device_ != 0 && !works()) {
        spdlog::warn("sound: the card is gone");
        close();
        tried_ = std::chrono::steady_clock::now();
    }
    if (device_ != 0) return true;
    const auto wait = tries_in_vain_ < quick_tries ? try_again_after : try_seldom_after;
    if (tried_ == Moment{} || std::chrono::steady_clock::now() - tried_ > wait) open();
    return device_ != 0;
}

bool SdlSpeaker::works() {
    if (SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_STOPPED) return false;
    const std::size_t now_queued = queued();
    const auto now = std::chrono::steady_clock::now();
    if (now_queued == 0 || now_queued != seen_queued_) moved_ = now;
    seen_queued_ = now_queued;
    return now - moved_ < stuck_after;
}

void SdlSpeaker::open() {
    tried_ = std::chrono::steady_clock::now();
    ++tries_in_vain_;
    if (!audio_started_ && !start_audio()) return;
    audio_started_ = true;
    SDL_AudioSpec wanted{};
    wanted.freq = sample_rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = static_cast<Uint16>(takes_);
    device_ = SDL_OpenAudioDevice(device_name_.empty() ? nullptr : device_name_.c_str(), 0, &wanted, nullptr, 0);
    // Where there is none audio is started anew at the next try: a card plugged in meanwhile is then seen.
    if (device_ == 0) return close();
    tries_in_vain_ = 0;
    moved_ = tried_;
    seen_queued_ = 0;
    SDL_PauseAudioDevice(device_, 0);
}

void SdlSpeaker::close() {
    if (device_ != 0) SDL_CloseAudioDevice(device_);
    device_ = 0;
    if (audio_started_) end_audio();
    audio_started_ = false;
}

void SdlSpeaker::play(std::span<const std::int16_t> samples) {
    if (device_ == 0 || samples.empty()) return;
    Samples scaled(samples.begin(), samples.end());
    if (volume_percent_ != 100)
        for (std::int16_t& sample : scaled) sample = static_cast<std::int16_t>(sample * volume_percent_ / 100);
    SDL_QueueAudio(device_, scaled.data(), static_cast<Uint32>(scaled.size() * sizeof(std::int16_t)));
    moved_ = std::chrono::steady_clock::now();
}

std::size_t SdlSpeaker::queued() { return device_ == 0 ? 0 : SDL_GetQueuedAudioSize(device_) / sizeof(std::int16_t); }

void SdlSpeaker::stop() {
    if (device_ != 0) SDL_ClearQueuedAudio(device_);
}

}  // namespace linli::kiosk
