// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/blinking.h"

#include <algorithm>

namespace linli::kiosk {

namespace {

constexpr std::int64_t period_ms = Blinking::on_ms + Blinking::off_ms, whole_ms = Blinking::times * period_ms;
// More than can blink at one time, and enough to know a call again that comes back into the list.
constexpr std::size_t seen_max = 64;

bool blinks_at(std::int64_t age_ms) { return age_ms >= 0 && age_ms < whole_ms; }

}  // namespace

void Blinking::look(const std::vector<BoardCall>& calls, std::int64_t boot_ms) {
    for (const BoardCall& call : calls) {
        const auto known = [&](const Seen& seen) { return seen.call.is_same_call(call); };
        if (std::ranges::any_of(seen_, known)) continue;
        seen_.push_back({call, boot_ms, began_ && motion_ == Motion::full});
        if (seen_.size() > seen_max) seen_.pop_front();
    }
    began_ = true;
}

Blinking::Phase Blinking::phase(const BoardCall& call, std::int64_t boot_ms) const {
    for (const Seen& seen : seen_) {
        if (!seen.news || !seen.call.is_same_call(call)) continue;
        const std::int64_t age = boot_ms - seen.since_boot_ms;
        if (!blinks_at(age)) return Phase::still;
        return age % period_ms < on_ms ? Phase::on : Phase::off;
    }
    return Phase::still;
}

std::int64_t Blinking::next_change_in_ms(std::int64_t boot_ms) const {
    std::int64_t next = -1;
    for (const Seen& seen : seen_) {
        const std::int64_t age = boot_ms - seen.since_boot_ms;
        if (!seen.news || !blinks_at(age)) continue;
        const std::int64_t in = age % period_ms < on_ms ? on_ms - age % period_ms : period_ms - age % period_ms;
        next = next < 0 ? in : std::min(next, in);
    }
    return next;
}

std::int64_t Blinking::step(std::int64_t boot_ms) const {
    std::int64_t step = 0;
    for (const Seen& seen : seen_) {
        if (!seen.news) continue;
        const std::int64_t age = std::clamp<std::int64_t>(boot_ms - seen.since_boot_ms, 0, whole_ms);
        step += 2 * (age / period_ms) + (age % period_ms < on_ms ? 0 : 1);
    }
    return step;
}

}  // namespace linli::kiosk
