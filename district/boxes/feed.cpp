// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/feed.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "district/store/commands.h"
#include "district/store/settings.h"
#include "hall/wire/sync_limits.h"

namespace linli::district {
namespace {

/// "<incarnation>.<position>"; nothing where it is of another incarnation, or none.
std::optional<std::int64_t> position_of(std::string_view cursor, std::string_view incarnation) {
    if (!cursor.starts_with(incarnation) || cursor.size() <= incarnation.size() + 1 ||
        cursor[incarnation.size()] != '.')
        return std::nullopt;
    cursor.remove_prefix(incarnation.size() + 1);
    std::int64_t position = 0;
    const auto read = std::from_chars(cursor.data(), cursor.data() + cursor.size(), position);
    if (read.ec != std::errc() || read.ptr != cursor.data() + cursor.size() || position < 0) return std::nullopt;
    return position;
}

}  // namespace

BoxResult<sync::FeedPage> read_feed(Connection& connection, std::string_view hall_id, std::string_view cursor) {
    using Outcome = tl::expected<sync::FeedPage, BoxRefusal>;
    LINLI_TRY_ASSIGN(const std::string incarnation, incarnation_of(connection));
    const auto from = cursor.empty() ? std::optional<std::int64_t>(0) : position_of(cursor, incarnation);
    LINLI_TRY_ASSIGN(const auto newest, newest_position(connection, hall_id));
    if (!from || *from > newest.value_or(0)) return Outcome(refuse(410, "cursor_old", "begin anew, without a cursor"));
    constexpr int most = static_cast<int>(sync::pull_items_max);
    LINLI_TRY_ASSIGN(const auto commands, commands_after(connection, hall_id, *from, most + 1));
    sync::FeedPage page;
    page.more = commands.size() > most;
    std::int64_t position = *from;
    for (const CommandRow& command : commands) {
        if (command.position > *from + most) break;  // positions have no gaps
        position = command.position;
        if (!cursor.empty() || !command.answer) page.items.push_back({command.command_id, command.kind, command.body});
    }
    page.cursor = fmt::format("{}.{}", incarnation, position);
    return Outcome(std::move(page));
}

}  // namespace linli::district
