// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcement_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace linli::kiosk {

void AnnouncementQueue::add(const Call& call, std::int64_t now_ms) { waiting_.push_back({call, now_ms - call.age_ms}); }

std::optional<AnnouncementQueue::Turn> AnnouncementQueue::next(const VoicePlan& plan, int minute_of_day) {
    if (now_ || waiting_.empty()) return {};
    now_ = std::move(waiting_.front());
    waiting_.pop_front();
    const int volume = plan.volume_at(minute_of_day);
    const bool silent = plan.quiet_at(minute_of_day) || volume == 0;
    return Turn{silent ? Turn::What::pass_over : Turn::What::speak, now_->call, volume};
}

void AnnouncementQueue::interrupted() {
    if (now_) waiting_.push_front(*std::exchange(now_, std::nullopt));
}

void AnnouncementQueue::take_back(const CallTakenBack& call) {
    const auto waiting = std::find_if(waiting_.rbegin(), waiting_.rend(), [&](const Waiting& one) {
        return one.call.code == call.code && one.call.counter == call.counter;
    });
    if (waiting != waiting_.rend()) waiting_.erase(std::next(waiting).base());
}

std::vector<Call> AnnouncementQueue::take_older_than(std::int64_t age_ms_max, std::int64_t now_ms) {
    std::vector<Call> taken;
    while (!waiting_.empty() && now_ms - waiting_.front().called_ms > age_ms_max) {
        taken.push_back(std::move(waiting_.front().call));
        waiting_.pop_front();
    }
    return taken;
}

}  // namespace linli::kiosk
