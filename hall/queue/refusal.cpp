// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/refusal.h"

#include <array>

namespace linli {
namespace {

constexpr std::array refusal_names = {
    "unknown_matter",
    "unknown_priority",
    "unknown_counter",
    "unknown_ticket",
    "closed_today",
    "before_opening",
    "after_closing",
    "on_break",
    "issuing_paused",
    "matter_paused",
    "daily_limit",
    "already_waiting",
    "invalid_person",
    "wrong_check_code",
    "wrong_state",
    "counter_closed",
    "counter_open_already",
    "counter_closed_already",
    "counter_held",
    "counter_not_held",
    "in_hand_changed",
    "nothing_to_undo",
    "request_id_used",
    "counter_busy",
    "nothing_in_hand",
    "nobody_waiting",
    "not_taken_here",
    "rejoined_already",
    "too_late",
    "help_called_already",
    "slip_under_way",
    "slip_copies_max",
    "no_printer",
    "no_setup_code",
    "setup_code_expired",
    "wrong_setup_code",
    "enrolled_already",
    "attachment_empty",
    "attachment_too_large",
    "attachment_wrong_type",
    "attachment_bad_name",
    "unknown_attachment",
    // Staff accounts.
    "unknown_account",
    "account_taken",
    "bad_account",
    "bad_staff_name",
    "last_of_role",
    "staff_there_already",
    "wrong_password",
    "account_locked",
    "account_off",
    "no_role",
    "session_ended",
    "password_too_short",
    "password_too_long",
    "password_same",
    "password_is_account",
    "password_common",
};
static_assert(refusal_names.size() == static_cast<std::size_t>(Refusal::password_common) + 1);

}  // namespace

const char* name_of(Refusal refusal) { return refusal_names[static_cast<std::size_t>(refusal)]; }

}  // namespace linli
