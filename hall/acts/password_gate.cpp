// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/password_gate.h"

#include "hall/acts/staff_rows.h"
#include "hall/base/bytes.h"
#include "hall/base/secret_hash.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

using Judged = std::variant<StaffRow, Refused, SeenTooEarly>;

constexpr std::int64_t unknown_entries_ms = account_lock_ms;
constexpr std::int64_t unknown_entries_max = 20;

// As long as a real one, so that an account that is not there takes as long. Nothing has this hash.
const std::string nobodys_hash(48, 'x');

const char* name_of(PasswordFor asked_for) {
    switch (asked_for) {
        case PasswordFor::sign_in:
            return "sign_in";
        case PasswordFor::unlock:
            return "unlock";
        case PasswordFor::change:
            return "change_password";
    }
    return "";
}

int heap_of(const std::string& account, const Box& box) { return keyed_blake2b(box.person_key, account)[0]; }

Refused refused_locked(const SignInFailures& failures, const SteadyMark& now) {
    Refused refused{Refusal::account_locked, {}, {}};
    refused.locked_until_ms = wall_end_of(failures.locked_until_steady_ms, now);
    return refused;
}

Refused refused_after(const SignInFailures& failures, Refusal why, const SteadyMark& now) {
    if (failures.locked(now.steady_ms)) return refused_locked(failures, now);
    Refused refused{why, {}, {}};
    refused.tries_left = failures.tries_left();
    return refused;
}

Status record_unknown(Act& act, PasswordFor asked_for) {
    UnknownAccountStore& store = act.stores().unknown_accounts;
    LINLI_TRY_ASSIGN(UnknownAccountEntries entries, store.entries());
    if (act.steady_ms() - entries.begin_steady_ms >= unknown_entries_ms) {
        entries.begin_steady_ms = act.steady_ms();
        entries.recorded = 0;
    }
    if (entries.recorded >= unknown_entries_max) {
        ++entries.passed_over;
        return store.save(entries);
    }
    LINLI_TRY(act.record("staff.sign_in_refused", "staff:?",
                         wire::body({{"reason", name_of(Refusal::unknown_account)},
                                     {"at", name_of(asked_for)},
                                     {"passed_over", entries.passed_over}})));
    ++entries.recorded;
    entries.passed_over = 0;
    return store.save(entries);
}

Result<Judged> judge_unknown(Act& act, const PasswordTry& tried, const HeldPassword& held) {
    UnknownAccountStore& store = act.stores().unknown_accounts;
    const int heap = heap_of(tried.account, act.box());
    LINLI_TRY_ASSIGN(SignInFailures failures, store.find(heap));
    if (failures.locked(act.steady_ms())) {
        // Writes as much as a locked account that is there: how long it takes tells nothing either.
        act.keep_though_refused();
        return Judged(refused_locked(failures, moment_of(act)));
    }
    if (!held.right) return Judged(SeenTooEarly{});
    failures = failures.after_failure(act.steady_ms());
    LINLI_TRY(store.save(heap, failures));
    LINLI_TRY(record_unknown(act, tried.asked_for));
    act.keep_though_refused();
    return Judged(refused_after(failures, Refusal::wrong_password, moment_of(act)));
}

Result<Judged> refuse_and_count(Act& act, StaffRow row, Refusal why, PasswordFor asked_for) {
    row.failures = row.failures.after_failure(act.steady_ms());
    LINLI_TRY(act.stores().staff.save(row));
    const std::string subject = staff_actor(row.member.account);
    LINLI_TRY(act.record(
        "staff.sign_in_refused", subject,
        wire::body({{"reason", name_of(why)}, {"at", name_of(asked_for)}, {"tries_left", row.failures.tries_left()}})));
    if (row.failures.locked(act.steady_ms()))
        LINLI_TRY(act.record("staff.locked", subject, wire::body({{"minutes", account_lock_ms / 60'000}})));
    return Judged(refused_after(row.failures, why, moment_of(act)));
}

}  // namespace

Result<HeldPassword> hold_password(Hall& hall, const PasswordTry& tried) {
    HeldPassword held;
    LINLI_TRY_ASSIGN(held.seen, hall.stores().staff.find(tried.account));
    LINLI_TRY_ASSIGN(const SteadyMark now, moment_of(hall));
    SignInFailures failures;
    if (held.seen) {
        failures = held.seen->failures;
    } else {
        LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
        LINLI_TRY_ASSIGN(failures, hall.stores().unknown_accounts.find(heap_of(tried.account, box)));
    }
    if (failures.locked(now.steady_ms)) return held;
    LINLI_TRY_ASSIGN(held.right, secret_matches(tried.password, held.seen ? held.seen->password_hash : nobodys_hash));
    return held;
}

Result<Judged> judge_password(Act& act, const PasswordTry& tried, const HeldPassword& held) {
    LINLI_TRY_ASSIGN(auto row, act.stores().staff.find(tried.account));
    if (row.has_value() != held.seen.has_value()) return Judged(SeenTooEarly{});
    if (!row) return judge_unknown(act, tried, held);
    if (row->failures.locked(act.steady_ms())) {
        // The lock is in the journal; what comes meanwhile is only counted, or anybody could fill it.
        ++row->tries_while_locked;
        LINLI_TRY(act.stores().staff.save(*row));
        act.keep_though_refused();
        return Judged(refused_locked(row->failures, moment_of(act)));
    }
    if (!held.right || row->password_hash != held.seen->password_hash) return Judged(SeenTooEarly{});
    if (!*held.right) return refuse_and_count(act, std::move(*row), Refusal::wrong_password, tried.asked_for);
    // Who knows the password may hear how things are; counted all the same, since each try is an entry.
    if (!row->member.active) return refuse_and_count(act, std::move(*row), Refusal::account_off, tried.asked_for);
    if (row->member.role == Role::none)
        return refuse_and_count(act, std::move(*row), Refusal::no_role, tried.asked_for);
    row->failures = {};
    return Judged(std::move(*row));
}

}  // namespace linli
