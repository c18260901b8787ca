// SPDX-License-Identifier: Apache-2.0
#include "district/store/halls.h"

namespace linli::district {
namespace {

constexpr Statement insert{"insert_hall",
                           "INSERT INTO hall (hall_id, name, time_zone, state, made_ms, page_key, feed_position) "
                           "VALUES ($1, $2, $3, $4, $5, $6, 0)"};
constexpr Statement find{"find_hall",
                         "SELECT hall_id, name, time_zone, state, made_ms, page_key FROM hall WHERE hall_id = $1"};
constexpr Statement all{"all_halls",
                        "SELECT hall_id, name, time_zone, state, made_ms, page_key FROM hall ORDER BY name, hall_id"};
constexpr Statement set_state{"set_hall_state", "UPDATE hall SET state = $2 WHERE hall_id = $1 RETURNING hall_id"};

HallRow hall_of(const Row& row) {
    return {row.text(0),    row.text(1), row.text(2), row.text(3) == "active" ? HallState::active : HallState::revoked,
            row.integer(4), row.text(5)};
}

}  // namespace

const char* name_of(HallState state) { return state == HallState::active ? "active" : "revoked"; }

Status insert_hall(Connection& connection, const HallRow& hall) {
    LINLI_TRY(connection.run(
        insert, {hall.hall_id, hall.name, hall.time_zone, name_of(hall.state), hall.made_ms, Blob{hall.page_key}}));
    return {};
}

Result<std::optional<HallRow>> find_hall(Connection& connection, std::string_view hall_id) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(find, {std::string(hall_id)}));
    return rows.empty() ? std::optional<HallRow>() : hall_of(rows.front());
}

Result<std::vector<HallRow>> all_halls(Connection& connection) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(all, {}));
    std::vector<HallRow> halls;
    for (const Row& row : rows) halls.push_back(hall_of(row));
    return halls;
}

Result<bool> set_hall_state(Connection& connection, std::string_view hall_id, HallState state) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(set_state, {std::string(hall_id), name_of(state)}));
    return !rows.empty();
}

}  // namespace linli::district
