// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "district/operator/commands.h"
#include "district/store/commands.h"
#include "hall/base/utf8.h"
#include "hall/base/uuid.h"

namespace linli::district {
namespace {

constexpr std::size_t message_characters_max = 200;
constexpr std::int64_t minute_ms = 60'000;

/// The body of a kind that boxes know; nothing where what it needs is missing.
std::optional<Json> body_of(const Session& session) {
    const Order& order = session.order;
    if (order.kind == "message.set") {
        const bool fits = is_plain_line(order.zh, message_characters_max) &&
                          is_plain_line(order.en, message_characters_max) && !(order.zh.empty() && order.en.empty());
        if (!fits) return std::nullopt;
        return Json{{"zh", order.zh},
                    {"en", order.en},
                    {"until_ms", order.minutes ? Json(session.now_ms + *order.minutes * minute_ms) : Json()}};
    }
    if (order.kind == "program.restart") {
        constexpr std::array<std::string_view, 4> programs = {"kiosk", "board", "console", "sync"};
        if (std::ranges::find(programs, order.program) == programs.end()) return std::nullopt;
        return Json{{"program", order.program}};
    }
    return Json::object();
}

}  // namespace

Result<Exit> send_command(Session& session) {
    LINLI_TRY_ASSIGN(const auto hall, session.named_hall());
    if (!hall) return Exit::refused;
    const auto body = body_of(session);
    if (!body) return session.refuse("district.command_incomplete", {{"kind", session.order.kind}});
    const CommandRow command{0, new_uuid(session.now_ms), session.order.kind, body->dump(), session.now_ms, {}};
    LINLI_TRY_ASSIGN(const std::int64_t position, add_command(session.connection, hall->hall_id, command));
    session.tell({{"hall_id", hall->hall_id}, {"command_id", command.command_id}, {"position", position}},
                 session.t("district.command_sent", {{"hall", hall->name}, {"id", command.command_id}}));
    return Exit::done;
}

}  // namespace linli::district
