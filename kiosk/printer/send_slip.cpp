// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/send_slip.h"

#include <chrono>
#include <optional>
#include <thread>

namespace linli::kiosk {
namespace {

using Steady = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

constexpr int slice_ms = 50;
constexpr int drain_look_ms = 10;

/// Gives up where nothing has moved for too long, or the program ends and its grace is over.
class Patience {
public:
    Patience(const PrinterPace& pace, const std::stop_token& stop) : pace_(pace), stop_(stop) {}

    void moved() { moved_ = Steady::now(); }
    std::optional<SendOutcome::End> over() {
        const auto now = Steady::now();
        if (now - moved_ >= Milliseconds(pace_.no_progress_ms_max)) return SendOutcome::End::stalled;
        if (now - begun_ >= Milliseconds(pace_.slip_ms_max)) return SendOutcome::End::stalled;
        if (!stop_.stop_requested()) return {};
        if (grace_ends_ == Steady::time_point::max()) grace_ends_ = now + Milliseconds(pace_.stop_grace_ms);
        if (now >= grace_ends_) return SendOutcome::End::stopped;
        return {};
    }

private:
    const PrinterPace& pace_;
    const std::stop_token& stop_;
    const Steady::time_point begun_ = Steady::now();
    Steady::time_point moved_ = begun_;
    Steady::time_point grace_ends_ = Steady::time_point::max();
};

/// What was taken from us may still lie in this machine: a slip is out of our hands only when that is gone as well.
SendOutcome::End wait_until_gone(PrinterLink& link, Patience& patience) {
    std::size_t left = link.under_way();
    while (left > 0) {
        std::this_thread::sleep_for(Milliseconds(drain_look_ms));
        const std::size_t now = link.under_way();
        if (now < left) patience.moved();
        left = now;
        // Whoever went away takes nothing any more, and says so only when asked.
        if (left > 0 && !link.read_some(0)) return SendOutcome::End::lost;
        if (const auto over = patience.over(); over && left > 0) return *over;
    }
    return SendOutcome::End::all;
}

}  // namespace

SendOutcome send_slip(PrinterLink& link, std::string_view bytes, const PrinterPace& pace, const std::stop_token& stop,
                      const std::function<void(std::size_t)>& on_sent) {
    SendOutcome outcome;
    Patience patience(pace, stop);
    while (outcome.sent < bytes.size()) {
        const auto taken = link.write_some(bytes.substr(outcome.sent, pace.chunk_bytes), slice_ms);
        if (!taken) {
            outcome.end = SendOutcome::End::lost;
            return outcome;
        }
        if (*taken > 0) {
            outcome.sent += *taken;
            patience.moved();
            on_sent(outcome.sent);
        }
        const auto over = patience.over();
        if (over && outcome.sent < bytes.size() && (*taken == 0 || *over == SendOutcome::End::stalled)) {
            outcome.end = *over;
            return outcome;
        }
    }
    outcome.end = wait_until_gone(link, patience);
    return outcome;
}

}  // namespace linli::kiosk
