// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "hall/acts/act.h"
#include "hall/store/staff_store.h"

namespace linli {

/// Where a password is asked for.
enum class PasswordFor { sign_in, unlock, change };

struct PasswordTry {
    std::string account;
    std::string password;
    PasswordFor asked_for;
};

/// What came of a password outside of any transaction, and against which row it was held.
struct HeldPassword {
    std::optional<StaffRow> seen;  ///< nothing where there is no such account
    std::optional<bool> right;     ///< nothing where the account was locked, and it was not computed
};

/// The account was changed while the password was computed: it must be held against the new row.
struct SeenTooEarly {};

/// Takes 55 ms and 64 MiB unless the account is locked, also where there is no such account.
Result<HeldPassword> hold_password(Hall& hall, const PasswordTry& tried);
/// Decides in the act's transaction; counts, locks and records what failed.
Result<std::variant<StaffRow, Refused, SeenTooEarly>> judge_password(Act& act, const PasswordTry& tried,
                                                                     const HeldPassword& held);

inline constexpr int password_rounds_max = 5;

/// An act that needs a member's password: the gate behind sign_in, unlock_session and change_password. `decide` takes
/// Act& and the member's StaffRow, with no failures counted any more, which it must save. Error: busy where the account
/// changes faster than a password is computed.
template <class Decide>
auto perform_with_password(Hall& hall, const PasswordTry& tried, Decide&& decide)
    -> decltype(decide(std::declval<Act&>(), std::declval<StaffRow>())) {
    using Given = decltype(decide(std::declval<Act&>(), std::declval<StaffRow>()));
    for (int round = 0; round < password_rounds_max; ++round) {
        LINLI_TRY_ASSIGN(const HeldPassword held, hold_password(hall, tried));
        bool too_early = false;
        auto done = perform(hall, [&](Act& act) -> Given {
            LINLI_TRY_ASSIGN(auto judged, judge_password(act, tried, held));
            if (auto* row = std::get_if<StaffRow>(&judged)) return decide(act, std::move(*row));
            too_early = std::holds_alternative<SeenTooEarly>(judged);
            if (too_early) return typename Given::value_type(refuse(Refusal::wrong_password));
            return typename Given::value_type(tl::unexpected<Refused>(std::get<Refused>(std::move(judged))));
        });
        if (!too_early) return done;
    }
    return fail(ErrorCode::busy, "the account changes faster than its password is computed");
}

}  // namespace linli
