// SPDX-License-Identifier: Apache-2.0
#include "district/operator/session.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace linli::district {
namespace {

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string Session::t(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const {
    return Catalogue::embedded(order.language).text(key, arguments);
}

void Session::say(const std::string& line) const { fmt::print("{}\n", line); }

void Session::list(const Json& rows, const std::vector<std::string>& lines, std::string_view none) const {
    if (order.form == Form::json) return say(written(rows));
    for (const std::string& line : lines) say(line);
    if (lines.empty()) say(t(none));
}

void Session::tell(const Json& object, const std::string& line) const {
    say(order.form == Form::json ? written(object) : line);
}

Exit Session::refuse(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const {
    if (order.form == Form::json) say(written(Json{{"refused", key.substr(key.rfind('.') + 1)}}));
    fmt::print(stderr, "{}\n", t(key, arguments));
    return Exit::refused;
}

std::string Session::moment(std::int64_t ms) const {
    return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(static_cast<std::time_t>(ms / 1000)));
}

Result<std::optional<HallRow>> Session::named_hall() const {
    LINLI_TRY_ASSIGN(const auto halls, all_halls(connection));
    std::vector<HallRow> found;
    for (const HallRow& hall : halls)
        if (hall.hall_id == order.hall || hall.name == order.hall ||
            (order.hall.size() >= 4 && hall.hall_id.starts_with(order.hall)))
            found.push_back(hall);
    if (found.size() == 1) return std::optional<HallRow>(found.front());
    refuse(found.empty() ? "district.no_such_hall" : "district.several_halls", {{"hall", order.hall}});
    return std::optional<HallRow>();
}

Exit tell_failure(const Order& order, const Error& error) {
    if (order.form == Form::json)
        fmt::print("{}\n", written(Json{{"error", name_of(error.code)}, {"detail", error.message}}));
    const std::string place = order.place.conninfo.empty() ? order.place.file.string() : "PostgreSQL";
    fmt::print(
        stderr, "{}\n  {}\n",
        Catalogue::embedded(order.language).text(std::string("error.") + name_of(error.code), {{"database", place}}),
        error.message);
    return Exit::failed;
}

}  // namespace linli::district
