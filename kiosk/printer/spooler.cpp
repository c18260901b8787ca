// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/spooler.h"

#include <chrono>
#include <utility>

namespace linli::kiosk {
namespace {

constexpr std::chrono::milliseconds follow_every{1000};
// The first picture comes first: fonts and printers are looked for once it stands.
constexpr std::chrono::milliseconds begin_after{800};

}  // namespace

Spooler::Spooler(SpoolerWork::Parts parts)
    : work_(std::move(parts)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Spooler::wake() {
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    woken_.notify_one();
}

void Spooler::run(const std::stop_token& stop) {
    auto wake = SpoolerWork::Wake::asked;
    {
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stop, begin_after, [&] { return asked_; });
    }
    while (!stop.stop_requested()) {
        work_.round(wake, stop);
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stop, follow_every, [&] { return asked_; });
        wake = std::exchange(asked_, false) ? SpoolerWork::Wake::asked : SpoolerWork::Wake::by_time;
    }
}

}  // namespace linli::kiosk
