// SPDX-License-Identifier: Apache-2.0
#include "hall/store/staff_store.h"

#include <fmt/format.h>

namespace linli {
namespace {

constexpr std::string_view columns =
    "account, name, role, active, password_hash, must_change_password, failures, failed_steady_ms, "
    "locked_until_steady_ms, tries_while_locked, last_sign_in_wall_ms, language, single_keys, larger_text";

void bind_row(Query& query, const StaffRow& row) {
    const StaffMember& member = row.member;
    query.bind(member.account).bind(member.name).bind(name_of(member.role)).bind(member.active);
    query.bind_blob(row.password_hash).bind(member.must_change_password);
    query.bind(row.failures.failures).bind(row.failures.failed_steady_ms).bind(row.failures.locked_until_steady_ms);
    query.bind(row.tries_while_locked).bind(member.last_sign_in_ms);
    query.bind(member.settings.language).bind(member.settings.single_keys).bind(member.settings.larger_text);
}

Result<StaffRow> read_row(const Query& query) {
    StaffRow row;
    StaffMember& member = row.member;
    member.account = query.text(0);
    member.name = query.text(1);
    const auto role = role_named(query.text(2));
    if (!role) return fail(ErrorCode::corrupt, fmt::format("the account {} has no role that is known", member.account));
    member.role = *role;
    member.active = query.integer(3) != 0;
    row.password_hash = query.text(4);
    member.must_change_password = query.integer(5) != 0;
    row.failures = {static_cast<int>(query.integer(6)), query.integer(7), query.integer(8)};
    row.tries_while_locked = query.integer(9);
    member.last_sign_in_ms = query.integer_or_nothing(10);
    member.settings = {query.text(11), query.integer(12) != 0, query.integer(13) != 0};
    return row;
}

}  // namespace

Result<StaffStore> StaffStore::open(Database& database) {
    StaffStore store;
    LINLI_TRY_ASSIGN(store.add_, database.prepare(fmt::format("INSERT INTO staff ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                                                              "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                                                              columns)));
    LINLI_TRY_ASSIGN(store.find_, database.prepare(fmt::format("SELECT {} FROM staff WHERE account = ?", columns)));
    LINLI_TRY_ASSIGN(store.all_, database.prepare(fmt::format("SELECT {} FROM staff ORDER BY account", columns)));
    LINLI_TRY_ASSIGN(
        store.save_,
        database.prepare(
            "UPDATE staff SET name = ?2, role = ?3, active = ?4, password_hash = ?5, "
            "must_change_password = ?6, failures = ?7, failed_steady_ms = ?8, locked_until_steady_ms = ?9, "
            "tries_while_locked = ?10, last_sign_in_wall_ms = ?11, language = ?12, single_keys = ?13, "
            "larger_text = ?14 WHERE account = ?1"));
    return store;
}

Status StaffStore::add(const StaffRow& row) {
    Query query(add_);
    bind_row(query, row);
    return query.run();
}

Status StaffStore::save(const StaffRow& row) {
    Query query(save_);
    bind_row(query, row);
    return query.run();
}

Result<std::optional<StaffRow>> StaffStore::find(std::string_view account) {
    Query query(find_);
    query.bind(account);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::optional<StaffRow>();
    LINLI_TRY_ASSIGN(StaffRow row, read_row(query));
    return std::optional(std::move(row));
}

Result<std::vector<StaffRow>> StaffStore::all() {
    std::vector<StaffRow> rows;
    Query query(all_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return rows;
        LINLI_TRY_ASSIGN(StaffRow row, read_row(query));
        rows.push_back(std::move(row));
    }
}

}  // namespace linli
