// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "district/store/connection.h"
#include "district/store/halls.h"

namespace linli::district {

/// One box that was let in.
struct DeviceRow {
    std::string hall_id, device_id, public_key, name;
};

/// A box with the same id is let in anew, with the key it has now.
Status save_device(Connection& connection, const DeviceRow& device, std::int64_t now_ms);
Result<std::optional<DeviceRow>> find_device(Connection& connection, std::string_view hall_id,
                                             std::string_view device_id);

/// Has a box of another hall or id this key, too? Then it is a copy.
Result<bool> key_is_elsewhere(Connection& connection, const DeviceRow& device);

/// Who shows a token.
struct TokenOwner {
    DeviceRow device;
    HallState hall_state = HallState::active;
    bool used_before = true;
};
Result<std::optional<TokenOwner>> find_token(Connection& connection, const std::string& token_hash);
/// A new one beside that in use. Those given earlier and never used are worthless from now on.
Status give_token(Connection& connection, const DeviceRow& device, const std::string& token_hash,
                  const std::optional<std::string>& code_hash, std::int64_t now_ms);
/// The first use: the box's other tokens are gone, and the pairing code is spent.
Status first_use_of_token(Connection& connection, const DeviceRow& device, const std::string& token_hash,
                          std::int64_t now_ms);

}  // namespace linli::district
