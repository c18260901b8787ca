// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/wake.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>

namespace linli::kiosk {

Wake::Wake(Sleep sleep) : sleep_(sleep), event_type_(SDL_RegisterEvents(1)) {}

void Wake::wake() {
    if (sleep_ == Sleep::here) {
        const std::scoped_lock lock(mutex_);
        woken_ = true;
        news_.notify_one();
        return;
    }
    // One event in the queue is enough, however much news there is. The queue itself is asked: a note of our own that
    // an event was pushed would outlive an event that the loop took meanwhile, and the next news would wake nobody.
    if (SDL_HasEvent(event_type_) == SDL_TRUE) return;
    SDL_Event event{};
    event.type = event_type_;
    SDL_PushEvent(&event);
}

void Wake::wait(std::int64_t milliseconds) {
    if (sleep_ == Sleep::here) {
        std::unique_lock lock(mutex_);
        const auto ready = [this] { return woken_.load(); };
        // Signals to end arrive as SDL events, which nobody announces here: look once a second.
        constexpr std::int64_t longest_ms = 1000;
        const std::int64_t limit = milliseconds < 0 ? longest_ms : std::min(milliseconds, longest_ms);
        news_.wait_for(lock, std::chrono::milliseconds(limit), ready);
        woken_ = false;
        return;
    }
    if (milliseconds < 0)
        SDL_WaitEvent(nullptr);
    else
        SDL_WaitEventTimeout(nullptr, static_cast<int>(std::min<std::int64_t>(milliseconds, 60'000)));
}

}  // namespace linli::kiosk
