// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/base/clock.h"
#include "hall/queue/ticket.h"

namespace linli {

/// Why an act was not done, though nothing is broken. Each has a text "refusal.<name>" in every language.
enum class Refusal {
    unknown_matter,
    unknown_priority,
    unknown_counter,
    unknown_ticket,
    closed_today,
    before_opening,
    after_closing,
    on_break,
    issuing_paused,  ///< staff paused it, with a reason
    matter_paused,   ///< the same for this matter alone
    daily_limit,
    already_waiting,  ///< this person holds an open ticket for this matter
    invalid_person,   ///< not a GB 11643 number
    wrong_check_code,
    wrong_state,  ///< the ticket is not where this act can take it from
    counter_closed,
    counter_open_already,
    counter_closed_already,
    counter_held,      ///< somebody else holds it, by name
    counter_not_held,  ///< who gives the order does not hold it; where somebody else does, by name
    in_hand_changed,   ///< another number is in hand than who gives the order thinks
    nothing_to_undo,
    request_id_used,  ///< for another order
    counter_busy,     ///< finish, hold or miss the ticket in hand first
    nothing_in_hand,  ///< the counter has no ticket called or served
    nobody_waiting,
    not_taken_here,  ///< the counter does not take this matter
    rejoined_already,
    too_late,  ///< an undo past its time
    help_called_already,
    slip_under_way,      ///< a paper for this ticket is queued or printing
    slip_copies_max,     ///< five papers for one number are enough
    no_printer,          ///< the place has none, by its own word
    no_setup_code,       ///< none was made, or it was used, or tried too often
    setup_code_expired,  ///< made more than 15 minutes ago
    wrong_setup_code,    ///< tries_left says how often it may still be tried; 0: it is no longer valid
    enrolled_already,    ///< the box belongs to a district: it has to leave that one first
    attachment_empty,
    attachment_too_large,   ///< more than 20 MiB
    attachment_wrong_type,  ///< no PNG, JPEG or PDF, or another of them than was said
    attachment_bad_name,    ///< empty, longer than 100 characters, or with control characters
    unknown_attachment,
    // Staff accounts.
    unknown_account,
    account_taken,
    bad_account,          ///< not ^[a-z][a-z0-9_.-]{1,31}$
    bad_staff_name,       ///< empty, longer than 40 characters, or with control characters
    last_of_role,         ///< it would leave nobody who may sign in for system or for security
    staff_there_already,  ///< demo accounts are only for a hall without accounts
    wrong_password,       ///< or no such account; tries_left as for wrong_setup_code
    account_locked,       ///< locked_until_ms says until when
    account_off,
    no_role,
    session_ended,
    password_too_short,
    password_too_long,
    password_same,
    password_is_account,
    password_common,
};

const char* name_of(Refusal refusal);

struct Refused {
    Refusal why;
    std::optional<Ticket> ticket;             ///< the one in the way (already_waiting, counter_busy, wrong_state)
    std::optional<WallMs> next_opening_ms;    ///< for the refusals that hours cause
    std::optional<int> tries_left{};          ///< for wrong_setup_code, wrong_password
    std::optional<WallMs> locked_until_ms{};  ///< for account_locked
    std::optional<std::string> reason{};      ///< what staff wrote with a pause; may be empty
    std::optional<std::string> holder{};      ///< who holds the counter, by name
    std::optional<std::string> in_hand{};     ///< the number really in hand, empty for none (in_hand_changed)
};

}  // namespace linli
