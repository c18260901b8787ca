// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "district/boxes/refusal.h"
#include "district/named_step.h"
#include "district/store/connection.h"
#include "district/store/pairings.h"
#include "hall/wire/sync_json.h"

namespace linli::district {

/// A box asks to be let in. Refusals: code_unknown, code_expired, code_used, bad_proof, refused. A code runs out while
/// nobody has asked with it; who has asked may wait for the administrator as long as it takes.
BoxResult<sync::EnrolAnswer> enrol(Connection& connection, const sync::EnrolRequest& request, std::int64_t now_ms,
                                   const OnStep& on_step = no_step);

/// Makes a new code for a hall and gives it; only its hash is kept.
Result<std::string> make_pairing_code(Connection& connection, std::string_view hall_id, Approval approval, int days,
                                      std::int64_t now_ms);

}  // namespace linli::district
