// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "hall/acts/refusal.h"
#include "web/server/response.h"

namespace linli::console {

using Json = nlohmann::ordered_json;

/// 200 with this JSON.
web::Response answer(const Json& json);
/// A failure of the world as a problem: 503 disk_full, busy or records_unusable, 422 wrong_shape for invalid_input.
/// Nothing was half done.
web::Response answer(const Error& error);
/// 409, in the shape Refused.
web::Response answer(const Refused& refused);
/// A refusal that is about an account or a password, in the shape Problem: 401 wrong_password with tries_left, 403
/// account_locked with its end, …; answer(refused) for all others.
web::Response answer_account(const Refused& refused);

}  // namespace linli::console
