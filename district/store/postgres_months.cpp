// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>

#include "district/store/postgres_connection.h"

namespace linli::district {
namespace {

constexpr int months_ahead = 3;

std::int64_t begin_ms(std::chrono::year_month month) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::sys_days(month / 1).time_since_epoch())
        .count();
}

std::string make_month(std::chrono::year_month month) {
    return fmt::format(
        "CREATE TABLE IF NOT EXISTS journal_{:04}_{:02} PARTITION OF journal FOR VALUES FROM ({}) TO ({})",
        static_cast<int>(month.year()), static_cast<unsigned>(month.month()), begin_ms(month),
        begin_ms(month + std::chrono::months(1)));
}

}  // namespace

// A box whose clock is wrong writes entries of any time: those lie in the default partition, and a month that has some
// there already stays there, since PostgreSQL does not move them.
Status PostgresConnection::prepare_months(std::int64_t now_ms) {
    const std::chrono::sys_time<std::chrono::milliseconds> now{std::chrono::milliseconds(now_ms)};
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
    std::chrono::year_month month = today.year() / today.month();
    for (int i = 0; i < months_ahead; ++i, month += std::chrono::months(1)) {
        LINLI_TRY(begin());
        const Status locked = lock_schema();
        Status made = locked ? execute(make_month(month)) : locked;
        if (made) {
            LINLI_TRY(commit());
            continue;
        }
        roll_back();
        if (made.error().code != ErrorCode::invalid_input) return made;
    }
    return {};
}

}  // namespace linli::district
