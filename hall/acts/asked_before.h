// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "hall/acts/act.h"

namespace linli {

/// What makes a request of the desk happen once: its id, and a hash of all that it asks for.

/// Error: invalid_input unless it has 8 to 64 characters.
Status check_request_id(const std::string& request_id);
std::string request_hash(std::initializer_list<std::string> asked_for);
/// The answer that the same request got today or yesterday; nothing for a new one. Refuses: request_id_used, where the
/// id came with something else.
ActResult<std::optional<std::string>> asked_before(Act& act, const std::string& request_id, const std::string& hash);

}  // namespace linli
