// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "hall/acts/calls_since.h"
#include "hall/content/voice_plan.h"

namespace linli::kiosk {

/// Which call is spoken now and which wait. Every call has its turn, in the order in which they came, alone: nothing
/// overlaps, nothing is dropped, two calls are never made into one. Decides only; the announcer speaks.
class AnnouncementQueue {
public:
    struct Turn {
        enum class What : std::uint8_t { speak, pass_over };  ///< quiet hours, or no volume at this hour
        What what = What::speak;
        Call call;
        int volume = 100;  ///< percent
    };

    void add(const Call& call, std::int64_t now_ms);
    /// Whose turn it is; nothing while another is spoken or nobody waits. It has its turn until ended() or
    /// interrupted().
    std::optional<Turn> next(const VoicePlan& plan, int minute_of_day);
    /// What had its turn was spoken to its end.
    void ended() { now_.reset(); }
    /// It was cut off: it is the next once more.
    void interrupted();
    /// The counter took its newest call of this number back: where it still waits for its turn, nobody hears it.
    void take_back(const CallTakenBack& call);
    /// Takes out, in order, those waiting that were called longer ago than that.
    std::vector<Call> take_older_than(std::int64_t age_ms_max, std::int64_t now_ms);

    const Call* speaking() const { return now_ ? &now_->call : nullptr; }
    std::size_t waiting() const { return waiting_.size(); }

private:
    struct Waiting {
        Call call;
        std::int64_t called_ms = 0;  ///< by the clock of `now_ms`
    };
    std::deque<Waiting> waiting_;
    std::optional<Waiting> now_;
};

}  // namespace linli::kiosk
