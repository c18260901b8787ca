// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/staff/staff_member.h"

namespace linli::wire {

/// An account for other programs; a password or its hash is never in it.
std::string to_json(const StaffMember& member);
std::string to_json(const std::vector<StaffMember>& members);

}  // namespace linli::wire
