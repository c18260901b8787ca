// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/back_off.h"

#include <algorithm>

namespace linli::agent {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds least{500};  // jitter alone may be nothing at all, and a dead server is not asked in a loop
constexpr int doublings_max = 10;

}  // namespace

std::int64_t BackOff::wait_ms() const { return std::max<std::int64_t>(until_boot_ms_ - clock_.boot_ms(), 0); }

void BackOff::succeeded() {
    failures_ = 0;
    until_boot_ms_ = 0;
}

void BackOff::failed(std::optional<std::chrono::seconds> retry_after) {
    const Milliseconds ceiling = std::min<Milliseconds>(Milliseconds(first_ceiling) * (1 << failures_), last_ceiling);
    failures_ = std::min(failures_ + 1, doublings_max);
    const auto drawn = [&](Milliseconds below) {
        return Milliseconds(draw_(static_cast<std::uint32_t>(below.count())) + 1);
    };
    // All that were told the same number of seconds do not come back together either.
    const Milliseconds wait = retry_after ? std::min<Milliseconds>(*retry_after, last_ceiling) + drawn(first_ceiling)
                                          : std::max(drawn(ceiling), least);
    until_boot_ms_ = clock_.boot_ms() + wait.count();
}

}  // namespace linli::agent
