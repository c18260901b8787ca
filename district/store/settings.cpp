// SPDX-License-Identifier: Apache-2.0
#include "district/store/settings.h"

#include "hall/base/bytes.h"

namespace linli::district {
namespace {

constexpr std::size_t incarnation_bytes = 8;

constexpr Statement find{"find_setting", "SELECT value FROM setting WHERE name = $1"};
constexpr Statement save{"save_setting",
                         "INSERT INTO setting (name, value) VALUES ($1, $2) "
                         "ON CONFLICT (name) DO UPDATE SET value = excluded.value"};

}  // namespace

Result<std::optional<std::string>> find_setting(Connection& connection, std::string_view name) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(find, {std::string(name)}));
    return rows.empty() ? std::nullopt : rows.front().text_or_nothing(0);
}

Status save_setting(Connection& connection, std::string_view name, std::string_view value) {
    LINLI_TRY(connection.run(save, {std::string(name), std::string(value)}));
    return {};
}

Result<std::string> incarnation_of(Connection& connection) {
    LINLI_TRY_ASSIGN(auto found, find_setting(connection, "incarnation"));
    return found.value_or("");
}

Result<std::string> new_incarnation(Connection& connection) {
    std::string incarnation = hex(random_bytes(incarnation_bytes));
    LINLI_TRY(save_setting(connection, "incarnation", incarnation));
    return incarnation;
}

}  // namespace linli::district
