// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/keep_staff.h"

#include <algorithm>
#include <array>

#include "hall/acts/act.h"
#include "hall/acts/staff_rows.h"
#include "hall/base/secret_hash.h"
#include "hall/staff/password_rules.h"
#include "hall/text/catalogue.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

struct DemoMember {
    const char* account;
    Role role;
    const char* name_key;
};
constexpr std::array demo_members = {
    DemoMember{"clerk1", Role::clerk, "demo_staff.clerk1"},
    DemoMember{"clerk2", Role::clerk, "demo_staff.clerk2"},
    DemoMember{"supervisor", Role::supervisor, "demo_staff.supervisor"},
    DemoMember{"system", Role::system, "demo_staff.system"},
    DemoMember{"security", Role::security, "demo_staff.security"},
    DemoMember{"audit", Role::audit, "demo_staff.audit"},
};

enum class FirstUse { must_change, as_it_is };

Status add_row(Act& act, const AddStaff& wanted, const std::string& hash, FirstUse first_use) {
    StaffRow row;
    row.member.account = wanted.account;
    row.member.name = wanted.name;
    row.member.role = wanted.role;
    row.member.must_change_password = first_use == FirstUse::must_change;
    row.password_hash = hash;
    LINLI_TRY(act.stores().staff.add(row));
    // The name is in the journal, since who answers for an act must stay known when the account's name is changed.
    return act.record("staff.added", staff_actor(wanted.account),
                      wire::body({{"name", wanted.name}, {"role", name_of(wanted.role)}}));
}

bool has_role(const StaffMember& member, Role role) { return member.active && member.role == role; }

/// Nobody who is on would have a role that the console cannot be put right without, and somebody had.
Result<bool> leaves_nobody(Act& act, const StaffMember& before, const StaffMember& after) {
    LINLI_TRY_ASSIGN(const auto rows, act.stores().staff.all());
    for (const Role role : {Role::system, Role::security}) {
        if (!has_role(before, role) || has_role(after, role)) continue;
        const bool other = std::any_of(rows.begin(), rows.end(), [&](const StaffRow& row) {
            return row.member.account != before.account && has_role(row.member, role);
        });
        if (!other) return true;
    }
    return false;
}

StaffMember changed(const StaffMember& before, const ChangeStaff& wanted) {
    StaffMember after = before;
    if (wanted.name) after.name = *wanted.name;
    if (wanted.active) after.active = *wanted.active;
    if (wanted.role) after.role = *wanted.role;
    return after;
}

}  // namespace

ActResult<FirstPassword> add_staff(Hall& hall, const AddStaff& wanted) {
    if (!is_account(wanted.account)) return Decision<FirstPassword>(refuse(Refusal::bad_account));
    if (!is_staff_name(wanted.name)) return Decision<FirstPassword>(refuse(Refusal::bad_staff_name));
    const std::string password = new_first_password();
    LINLI_TRY_ASSIGN(const std::string hash, hash_secret(password));
    return perform(hall, [&](Act& act) -> ActResult<FirstPassword> {
        LINLI_TRY_ASSIGN(const auto there, act.stores().staff.find(wanted.account));
        if (there) return Decision<FirstPassword>(refuse(Refusal::account_taken));
        LINLI_TRY(add_row(act, wanted, hash, FirstUse::must_change));
        return Decision<FirstPassword>(FirstPassword{wanted.account, password});
    });
}

ActResult<FirstPassword> reset_staff(Hall& hall, const std::string& account) {
    const std::string password = new_first_password();
    LINLI_TRY_ASSIGN(const std::string hash, hash_secret(password));
    return perform(hall, [&](Act& act) -> ActResult<FirstPassword> {
        LINLI_TRY_ASSIGN(auto row, act.stores().staff.find(account));
        if (!row) return Decision<FirstPassword>(refuse(Refusal::unknown_account));
        LINLI_TRY_ASSIGN(const std::int64_t ended, end_sessions_of(act, account));
        LINLI_TRY(act.record("staff.reset", staff_actor(account),
                             wire::body({{"was_locked", row->failures.locked(act.steady_ms()) ? "yes" : "no"},
                                         {"tries_while_locked", row->tries_while_locked},
                                         {"sessions_ended", ended}})));
        row->password_hash = hash;
        row->member.must_change_password = true;
        row->failures = {};
        row->tries_while_locked = 0;
        LINLI_TRY(act.stores().staff.save(*row));
        return Decision<FirstPassword>(FirstPassword{account, password});
    });
}

ActResult<StaffMember> change_staff(Hall& hall, const std::string& account, const ChangeStaff& wanted) {
    if (wanted.name && !is_staff_name(*wanted.name)) return Decision<StaffMember>(refuse(Refusal::bad_staff_name));
    return perform(hall, [&](Act& act) -> ActResult<StaffMember> {
        LINLI_TRY_ASSIGN(auto row, act.stores().staff.find(account));
        if (!row) return Decision<StaffMember>(refuse(Refusal::unknown_account));
        const StaffMember before = row->member;
        const StaffMember after = changed(before, wanted);
        LINLI_TRY_ASSIGN(const bool nobody_left, leaves_nobody(act, before, after));
        if (nobody_left) return Decision<StaffMember>(refuse(Refusal::last_of_role));
        const bool same_rights = after.active == before.active && after.role == before.role;
        if (same_rights && after.name == before.name) return Decision<StaffMember>(member_at(*row, moment_of(act)));
        std::int64_t ended = 0;
        if (!same_rights) {
            LINLI_TRY_ASSIGN(ended, end_sessions_of(act, account));
        }
        LINLI_TRY(act.record("staff.changed", staff_actor(account),
                             wire::body({{"name", after.name},
                                         {"role", name_of(after.role)},
                                         {"active", after.active ? "yes" : "no"},
                                         {"name_before", before.name},
                                         {"role_before", name_of(before.role)},
                                         {"active_before", before.active ? "yes" : "no"},
                                         {"sessions_ended", ended}})));
        row->member = after;
        LINLI_TRY(act.stores().staff.save(*row));
        return Decision<StaffMember>(member_at(*row, moment_of(act)));
    });
}

ActResult<int> add_demo_staff(Hall& hall, const std::string& password, std::string_view language) {
    // No account's name is a demo's password; the rules are the same for all six otherwise.
    for (const DemoMember& member : demo_members)
        if (const auto fault = fault_of_password(password, member.account))
            return Decision<int>(refuse(refusal_of(*fault)));
    LINLI_TRY_ASSIGN(const std::string hash, hash_secret(password));
    const Catalogue& texts = Catalogue::embedded(language);
    return perform(hall, [&](Act& act) -> ActResult<int> {
        LINLI_TRY_ASSIGN(const auto rows, act.stores().staff.all());
        if (!rows.empty()) return Decision<int>(refuse(Refusal::staff_there_already));
        for (const DemoMember& member : demo_members)
            LINLI_TRY(
                add_row(act, {member.account, texts.text(member.name_key), member.role}, hash, FirstUse::as_it_is));
        return Decision<int>(static_cast<int>(demo_members.size()));
    });
}

}  // namespace linli
