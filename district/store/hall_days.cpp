// SPDX-License-Identifier: Apache-2.0
#include "district/store/hall_days.h"

namespace linli::district {
namespace {

constexpr Statement add{"add_to_day",
                        "INSERT INTO hall_day (hall_id, date, taken, done, missed, gone, waits, wait_ms) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (hall_id, date) DO UPDATE SET "
                        "taken = hall_day.taken + excluded.taken, done = hall_day.done + excluded.done, "
                        "missed = hall_day.missed + excluded.missed, gone = hall_day.gone + excluded.gone, "
                        "waits = hall_day.waits + excluded.waits, wait_ms = hall_day.wait_ms + excluded.wait_ms"};
constexpr Statement of_date{"days_of_date",
                            "SELECT hall_id, date, taken, done, missed, gone, waits, wait_ms FROM hall_day "
                            "WHERE date = $1 ORDER BY hall_id"};
constexpr Statement save_day{"save_service_day",
                             "INSERT INTO service_day (hall_id, device_id, epoch, service_day, date) "
                             "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
constexpr Statement find_day{"find_service_day",
                             "SELECT date FROM service_day WHERE hall_id = $1 AND device_id = $2 AND epoch = $3 "
                             "AND service_day = $4"};

}  // namespace

DayFigures& DayFigures::operator+=(const DayFigures& more) {
    taken += more.taken;
    done += more.done;
    missed += more.missed;
    gone += more.gone;
    waits += more.waits;
    wait_ms += more.wait_ms;
    return *this;
}

DayFigures& DayFigures::operator-=(const DayFigures& less) {
    return *this += {-less.taken, -less.done, -less.missed, -less.gone, -less.waits, -less.wait_ms};
}

Status add_to_days(Connection& connection, const std::vector<HallDay>& days) {
    for (const HallDay& day : days)
        LINLI_TRY(
            connection.run_later(add, {day.hall_id, day.date, day.figures.taken, day.figures.done, day.figures.missed,
                                       day.figures.gone, day.figures.waits, day.figures.wait_ms}));
    return {};
}

Result<std::vector<HallDay>> days_of_date(Connection& connection, std::string_view date) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(of_date, {std::string(date)}));
    std::vector<HallDay> days;
    for (const Row& row : rows)
        days.push_back(
            {row.text(0),
             row.text(1),
             {row.integer(2), row.integer(3), row.integer(4), row.integer(5), row.integer(6), row.integer(7)}});
    return days;
}

Status save_service_day(Connection& connection, const StreamKey& stream, std::int64_t service_day,
                        std::string_view date) {
    LINLI_TRY(
        connection.run(save_day, {stream.hall_id, stream.device_id, stream.epoch, service_day, std::string(date)}));
    return {};
}

Result<std::optional<std::string>> find_service_day(Connection& connection, const StreamKey& stream,
                                                    std::int64_t service_day) {
    LINLI_TRY_ASSIGN(const Rows rows,
                     connection.run(find_day, {stream.hall_id, stream.device_id, stream.epoch, service_day}));
    return rows.empty() ? std::nullopt : rows.front().text_or_nothing(0);
}

}  // namespace linli::district
