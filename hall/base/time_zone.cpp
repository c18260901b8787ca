// SPDX-License-Identifier: Apache-2.0
#include "hall/base/time_zone.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace linli {
namespace {

date::year_month_day as_calendar(const LocalDate& date) { return date::year{date.year} / date.month / date.day; }

LocalDate as_local_date(date::year_month_day calendar) {
    return {int{calendar.year()}, static_cast<int>(unsigned{calendar.month()}),
            static_cast<int>(unsigned{calendar.day()})};
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return {};
    return value;
}

}  // namespace

std::string LocalDate::text() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

std::optional<LocalDate> LocalDate::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day) return {};
    const LocalDate date{*year, *month, *day};
    if (!as_calendar(date).ok()) return {};
    return date;
}

LocalDate LocalDate::plus_days(int days) const {
    return as_local_date(date::year_month_day{date::local_days{as_calendar(*this)} + date::days{days}});
}

std::string LocalTime::hour_minute() const {
    return fmt::format("{:02}:{:02}", minute_of_day / 60, minute_of_day % 60);
}

Result<TimeZone> TimeZone::open(std::string_view name) {
    try {
        const std::string owned(name);
        return TimeZone(owned, date::locate_zone(owned));
    } catch (const std::exception&) {
        return fail(ErrorCode::invalid_content, fmt::format("this machine knows no time zone \"{}\"", name));
    }
}

LocalTime TimeZone::at(WallMs wall) const {
    const auto* zone = static_cast<const date::time_zone*>(zone_);
    const auto local = zone->to_local(date::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{wall}});
    const auto midnight = date::floor<date::days>(local);
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(local - midnight).count();
    LocalTime time;
    time.date = as_local_date(date::year_month_day{midnight});
    time.weekday = static_cast<int>(date::weekday{midnight}.iso_encoding());
    time.minute_of_day = static_cast<int>(since / 60);
    time.second = static_cast<int>(since % 60);
    return time;
}

WallMs TimeZone::moment(LocalDate date, int minute_of_day) const {
    const auto* zone = static_cast<const date::time_zone*>(zone_);
    const auto local = date::local_days{as_calendar(date)} + std::chrono::minutes{minute_of_day};
    const auto moment = zone->to_sys(local, date::choose::earliest);
    return std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

}  // namespace linli
