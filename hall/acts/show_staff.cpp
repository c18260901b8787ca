// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_staff.h"

#include "hall/acts/staff_rows.h"

namespace linli {

Result<std::vector<StaffMember>> list_staff(Hall& hall) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_read());
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    LINLI_TRY_ASSIGN(const auto rows, hall.stores().staff.all());
    std::vector<StaffMember> members;
    for (const StaffRow& row : rows) members.push_back(member_at(row, now));
    LINLI_TRY(transaction.commit());
    return members;
}

Result<std::optional<StaffMember>> show_staff(Hall& hall, const std::string& account) {
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    LINLI_TRY_ASSIGN(const auto row, hall.stores().staff.find(account));
    return row ? std::optional(member_at(*row, now)) : std::nullopt;
}

ActResult<StaffMember> save_staff_settings(Hall& hall, const std::string& account, const StaffSettings& settings) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    LINLI_TRY_ASSIGN(auto row, hall.stores().staff.find(account));
    if (!row) return Decision<StaffMember>(refuse(Refusal::unknown_account));
    row->member.settings = settings;
    LINLI_TRY(hall.stores().staff.save(*row));
    LINLI_TRY(transaction.commit());
    return Decision<StaffMember>(member_at(*row, now));
}

}  // namespace linli
