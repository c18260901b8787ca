// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace linli::kiosk {

/// Lets another thread wake the frame loop. With a real display the loop sleeps in SDL and is woken by an event; SDL's
/// dummy driver would poll every millisecond there, so without a display it sleeps here.
class Wake {
public:
    enum class Sleep : std::uint8_t { in_sdl, here };
    explicit Wake(Sleep sleep);
    /// From any thread.
    void wake();
    /// The loop is about to look at everything: news from here on wakes it anew.
    void clear() { woken_ = false; }
    /// Sleeps until an event, a wake or the time is over; -1 for no limit.
    void wait(std::int64_t milliseconds);

private:
    Sleep sleep_;
    std::uint32_t event_type_;
    std::atomic<bool> woken_{false};  // while it sleeps here
    std::mutex mutex_;
    std::condition_variable news_;
};

}  // namespace linli::kiosk
