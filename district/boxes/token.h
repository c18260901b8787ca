// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "district/boxes/refusal.h"
#include "district/named_step.h"
#include "district/store/connection.h"
#include "district/store/devices.h"
#include "hall/wire/sync_json.h"

namespace linli::district {

/// 32 random bytes in hexadecimal.
std::string new_token();
/// The token of a header "Authorization: Bearer …"; empty where it holds none that could be one.
std::string_view bearer_token(std::string_view authorization);

/// Whose token it is, noting its first use. Refusals: 401 token_unknown, 403 hall_revoked.
BoxResult<DeviceRow> find_sender(Connection& connection, std::string_view token, std::int64_t now_ms);

/// A new token beside the one in use. Refusal: 403 bad_proof.
BoxResult<std::string> renew_token(Connection& connection, const DeviceRow& sender, const sync::TokenRequest& request,
                                   std::int64_t now_ms, const OnStep& on_step = no_step);

}  // namespace linli::district
