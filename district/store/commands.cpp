// SPDX-License-Identifier: Apache-2.0
#include "district/store/commands.h"

namespace linli::district {
namespace {

constexpr Statement next_position{
    "next_position", "UPDATE hall SET feed_position = feed_position + 1 WHERE hall_id = $1 RETURNING feed_position"};
constexpr Statement insert{"insert_command",
                           "INSERT INTO command (hall_id, position, command_id, kind, body, made_ms) "
                           "VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement after{"commands_after",
                          "SELECT position, command_id, kind, body, made_ms, answer FROM command "
                          "WHERE hall_id = $1 AND position > $2 ORDER BY position LIMIT $3"};
constexpr Statement newest{"newest_position", "SELECT feed_position FROM hall WHERE hall_id = $1"};
constexpr Statement all_newest{"newest_positions", "SELECT hall_id, feed_position FROM hall"};
constexpr Statement answered{"answer_command",
                             "UPDATE command SET answer = $3, answered_ms = $4 WHERE hall_id = $1 AND command_id = $2 "
                             "AND answer IS NULL"};

}  // namespace

Result<std::int64_t> add_command(Connection& connection, std::string_view hall_id, const CommandRow& command) {
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    // Whoever has the counter's row keeps it until the commit: a box that has seen a position has seen all before it.
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(next_position, {std::string(hall_id)}));
    if (rows.empty()) return fail(ErrorCode::missing, "there is no such hall");
    const std::int64_t position = rows.front().integer(0);
    LINLI_TRY(connection.run(
        insert, {std::string(hall_id), position, command.command_id, command.kind, command.body, command.made_ms}));
    LINLI_TRY(transaction.commit());
    return position;
}

Result<std::vector<CommandRow>> commands_after(Connection& connection, std::string_view hall_id, std::int64_t position,
                                               int limit) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(after, {std::string(hall_id), position, std::int64_t{limit}}));
    std::vector<CommandRow> commands;
    for (const Row& row : rows)
        commands.push_back(
            {row.integer(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.text_or_nothing(5)});
    return commands;
}

Result<std::optional<std::int64_t>> newest_position(Connection& connection, std::string_view hall_id) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(newest, {std::string(hall_id)}));
    return rows.empty() ? std::nullopt : rows.front().integer_or_nothing(0);
}

Result<std::map<std::string, std::int64_t, std::less<>>> newest_positions(Connection& connection) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(all_newest, {}));
    std::map<std::string, std::int64_t, std::less<>> positions;
    for (const Row& row : rows) positions.emplace(row.text(0), row.integer(1));
    return positions;
}

Status answer_command(Connection& connection, std::string_view hall_id, std::string_view command_id,
                      std::string_view answer, std::int64_t now_ms) {
    LINLI_TRY(connection.run(answered, {std::string(hall_id), std::string(command_id), std::string(answer), now_ms}));
    return {};
}

}  // namespace linli::district
