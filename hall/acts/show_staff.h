// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/staff/staff_member.h"

namespace linli {

/// Every account, in the order of their names.
Result<std::vector<StaffMember>> list_staff(Hall& hall);
/// One of them; nothing where there is none.
Result<std::optional<StaffMember>> show_staff(Hall& hall, const std::string& account);
/// A person's own settings of the pages. A matter of taste and so not journaled. Refuses: unknown_account.
ActResult<StaffMember> save_staff_settings(Hall& hall, const std::string& account, const StaffSettings& settings);

}  // namespace linli
