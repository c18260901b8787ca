// SPDX-License-Identifier: Apache-2.0
#include "district/phone/rate_limit.h"

#include <algorithm>

namespace linli::district {
namespace {

constexpr std::size_t senders_max = 10'000;

}  // namespace

bool RateLimit::allows(const std::string& sender, Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (senders_.size() >= senders_max && !senders_.contains(sender)) forget_quiet(now);
    auto [place, is_new] = senders_.try_emplace(sender, Left{at_once_, now});
    Left& left = place->second;
    const std::chrono::duration<double> passed = now - left.as_of;
    left.count = std::min(at_once_, left.count + std::max(0.0, passed.count()) * a_second_);
    left.as_of = now;
    if (left.count < 1) return false;
    left.count -= 1;
    return true;
}

void RateLimit::forget_quiet(Clock::time_point now) {
    const auto full_after = std::chrono::duration<double>(at_once_ / a_second_);
    std::erase_if(senders_, [&](const auto& one) { return now - one.second.as_of > full_after; });
    // Still a crowd: somebody has very many addresses, and all begin anew.
    if (senders_.size() >= senders_max) senders_.clear();
}

}  // namespace linli::district
