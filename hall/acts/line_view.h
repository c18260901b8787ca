// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/hall_moment.h"
#include "hall/queue/expected_wait.h"
#include "hall/store/hall_stores.h"

namespace linli {

/// The line and the counters as they stood at one instant, read in one transaction, and the questions that pages ask of
/// them. When a midnight has passed that no act has met yet, it already sees the new, empty day.
class LineView {
public:
    static Result<LineView> read(Hall& hall) { return read(hall, {}); }
    /// The same; `also` reads more of that instant, in the same transaction, for the service day that is given to it.
    using Also = std::function<Status(HallStores& stores, std::int64_t service_day)>;
    static Result<LineView> read(Hall& hall, const Also& also);

    const HallContent& content() const { return *content_; }
    std::int64_t service_day() const { return moment_.service_day; }
    const DayMark& newest_mark() const { return moment_.newest; }
    std::int64_t steady_ms() const { return moment_.steady_ms; }
    const std::vector<TicketRow>& line() const { return line_; }
    const std::vector<TicketRow>& at_counters() const { return at_counters_; }
    const HallNotices& notices() const { return notices_; }
    const std::vector<CounterRow>& counters() const { return counters_; }  ///< every counter of the content

    /// A ticket left over from a day that is past, seen before the first act of the new one, is nobody's any more.
    bool knows(const TicketRow& row) const { return row.ticket.service_day == service_day() || !moment_.day_over; }
    bool is_open(int counter) const;
    std::vector<int> open_counters_for(const Matter& matter) const;
    /// How many stand before this place in the line and compete for the counters that take the matter.
    int people_ahead(const Matter& matter, std::int64_t order_key, std::int64_t row) const;
    std::optional<WaitRange> wait(const Matter& matter, std::int64_t order_key, std::int64_t row) const;
    /// The matter that the hall's visits were most often for, of those that an open counter takes.
    const Matter* usual_matter() const;

private:
    std::shared_ptr<const HallContent> content_;
    HallMoment moment_;
    std::vector<TicketRow> line_;
    std::vector<TicketRow> at_counters_;
    std::vector<CounterRow> counters_;
    HallNotices notices_;
    std::vector<ServiceSample> samples_;
    std::shared_ptr<const WaitEstimator> estimator_;
};

/// The place behind everybody: what a number taken now would get, without or with a head start.
std::int64_t order_key_now(const LineView& view, int head_start_minutes);

}  // namespace linli
