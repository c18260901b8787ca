// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// A hall's figures of one local day. Each ticket counts as it is now, so what was taken back counts no more.
struct DayFigures {
    std::int64_t taken = 0, done = 0, missed = 0, gone = 0;  ///< gone: left without a visit
    std::int64_t waits = 0, wait_ms = 0;                     ///< how many were called, and all their waits together
    bool operator==(const DayFigures&) const = default;
    DayFigures& operator+=(const DayFigures& more);
    DayFigures& operator-=(const DayFigures& less);
};
struct HallDay {
    std::string hall_id, date;
    DayFigures figures;
};

/// Adds to what is there. Within a transaction, in the order of dates.
Status add_to_days(Connection& connection, const std::vector<HallDay>& days);
/// Of every hall that has any on that date.
Result<std::vector<HallDay>> days_of_date(Connection& connection, std::string_view date);

/// Which date a box's service day is.
Status save_service_day(Connection& connection, const StreamKey& stream, std::int64_t service_day,
                        std::string_view date);
Result<std::optional<std::string>> find_service_day(Connection& connection, const StreamKey& stream,
                                                    std::int64_t service_day);

}  // namespace linli::district
