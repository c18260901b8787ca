// SPDX-License-Identifier: Apache-2.0
#include "district/store/devices.h"

#include "district/store/pairings.h"

namespace linli::district {
namespace {

constexpr Statement save{"save_device",
                         "INSERT INTO device (hall_id, device_id, public_key, name, enrolled_ms) "
                         "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hall_id, device_id) DO UPDATE SET "
                         "public_key = excluded.public_key, name = excluded.name, enrolled_ms = excluded.enrolled_ms"};
constexpr Statement find{"find_device",
                         "SELECT hall_id, device_id, public_key, name FROM device "
                         "WHERE hall_id = $1 AND device_id = $2"};
constexpr Statement elsewhere{"key_is_elsewhere",
                              "SELECT device_id FROM device WHERE public_key = $1 AND (hall_id <> $2 OR "
                              "device_id <> $3) LIMIT 1"};
constexpr Statement owner{"find_token",
                          "SELECT d.hall_id, d.device_id, d.public_key, d.name, h.state, t.first_used_ms "
                          "FROM token t JOIN device d ON d.hall_id = t.hall_id AND d.device_id = t.device_id "
                          "JOIN hall h ON h.hall_id = t.hall_id WHERE t.token_hash = $1"};
constexpr Statement forget_unused{"forget_unused_tokens",
                                  "DELETE FROM token WHERE hall_id = $1 AND device_id = $2 AND first_used_ms IS NULL"};
constexpr Statement give{"give_token",
                         "INSERT INTO token (hall_id, token_hash, device_id, made_ms, code_hash) "
                         "VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement use{"first_use_of_token",
                        "UPDATE token SET first_used_ms = $3 WHERE hall_id = $1 AND token_hash = $2 "
                        "AND first_used_ms IS NULL RETURNING code_hash"};
constexpr Statement forget_others{"forget_other_tokens",
                                  "DELETE FROM token WHERE hall_id = $1 AND device_id = $2 AND token_hash <> $3"};

DeviceRow device_of(const Row& row) { return {row.text(0), row.text(1), row.text(2), row.text(3)}; }

}  // namespace

Status save_device(Connection& connection, const DeviceRow& device, std::int64_t now_ms) {
    LINLI_TRY(connection.run(save, {device.hall_id, device.device_id, Blob{device.public_key}, device.name, now_ms}));
    return {};
}

Result<std::optional<DeviceRow>> find_device(Connection& connection, std::string_view hall_id,
                                             std::string_view device_id) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(find, {std::string(hall_id), std::string(device_id)}));
    return rows.empty() ? std::optional<DeviceRow>() : device_of(rows.front());
}

Result<bool> key_is_elsewhere(Connection& connection, const DeviceRow& device) {
    LINLI_TRY_ASSIGN(const Rows rows,
                     connection.run(elsewhere, {Blob{device.public_key}, device.hall_id, device.device_id}));
    return !rows.empty();
}

Result<std::optional<TokenOwner>> find_token(Connection& connection, const std::string& token_hash) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(owner, {Blob{token_hash}}));
    if (rows.empty()) return std::optional<TokenOwner>();
    const Row& row = rows.front();
    return TokenOwner{device_of(row),
                      row.text(4) == name_of(HallState::active) ? HallState::active : HallState::revoked,
                      row.integer_or_nothing(5).has_value()};
}

Status give_token(Connection& connection, const DeviceRow& device, const std::string& token_hash,
                  const std::optional<std::string>& code_hash, std::int64_t now_ms) {
    LINLI_TRY(connection.run(forget_unused, {device.hall_id, device.device_id}));
    LINLI_TRY(connection.run(give, {device.hall_id, Blob{token_hash}, device.device_id, now_ms,
                                    code_hash ? Value(Blob{*code_hash}) : Value()}));
    return {};
}

Status first_use_of_token(Connection& connection, const DeviceRow& device, const std::string& token_hash,
                          std::int64_t now_ms) {
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(use, {device.hall_id, Blob{token_hash}, now_ms}));
    if (rows.empty()) return {};  // another request was quicker
    LINLI_TRY(connection.run(forget_others, {device.hall_id, device.device_id, Blob{token_hash}}));
    if (const auto code = rows.front().text_or_nothing(0)) LINLI_TRY(spend_pairing(connection, *code, now_ms));
    return transaction.commit();
}

}  // namespace linli::district
