// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "district/order.h"
#include "district/store/connection.h"
#include "district/store/halls.h"
#include "hall/base/clock.h"
#include "hall/text/catalogue.h"

namespace linli::district {

using Json = nlohmann::ordered_json;

/// One run of an operator's command: what was ordered, the open database, and how results are written.
class Session {
public:
    Session(const Order& what, Connection& database, const Clock& clock)
        : order(what), connection(database), now_ms(clock.wall_ms()) {}

    const Order& order;
    Connection& connection;
    const std::int64_t now_ms;

    std::string t(std::string_view key, std::initializer_list<Catalogue::Argument> arguments = {}) const;
    /// One line of a result on stdout.
    void say(const std::string& line) const;
    /// A list: as JSON one array, otherwise a line for each, or the text of `none`.
    void list(const Json& rows, const std::vector<std::string>& lines, std::string_view none) const;
    /// A result: as JSON the object, otherwise the line.
    void tell(const Json& object, const std::string& line) const;
    /// Not done, and why: on stderr in words, as JSON on stdout.
    Exit refuse(std::string_view key, std::initializer_list<Catalogue::Argument> arguments = {}) const;
    /// "2026-11-23 10:00", on the district's machine's calendar.
    std::string moment(std::int64_t ms) const;

    /// The hall that the order names by its id, the beginning of it, or its name. Nothing where it is none or not clear
    /// which; that was said already.
    Result<std::optional<HallRow>> named_hall() const;
};

/// What went wrong, on stderr (as JSON on stdout).
Exit tell_failure(const Order& order, const Error& error);

}  // namespace linli::district
