// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/clock.h"
#include "hall/base/result.h"

namespace linli {

/// A day of the proleptic Gregorian calendar, without a time zone.
struct LocalDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(const LocalDate&) const = default;  // NOLINT(modernize-use-nullptr): none is used
    /// "2026-11-23" (ISO 8601).
    std::string text() const;
    static std::optional<LocalDate> parse(std::string_view text);
    LocalDate plus_days(int days) const;
};

/// What a clock on the hall's wall shows.
struct LocalTime {
    LocalDate date;
    int weekday = 1;        ///< ISO 8601: Monday is 1, Sunday is 7
    int minute_of_day = 0;  ///< 0 to 1439
    int second = 0;
    /// "09:42"
    std::string hour_minute() const;
};

/// One zone of the IANA database, daylight saving included.
class TimeZone {
public:
    /// Error: invalid_content where the machine's database has no such zone.
    static Result<TimeZone> open(std::string_view name);
    LocalTime at(WallMs wall) const;
    /// The moment when the hall's clock shows this; in an hour that daylight saving repeats, the first; in one that it
    /// skips, the moment of the change.
    WallMs moment(LocalDate date, int minute_of_day) const;
    const std::string& name() const { return name_; }

private:
    explicit TimeZone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}
    std::string name_;
    const void* zone_;  // a date::time_zone, which lives as long as the process
};

}  // namespace linli
