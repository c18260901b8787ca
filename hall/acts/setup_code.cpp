// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/setup_code.h"

#include <fmt/format.h>

#include "hall/acts/act.h"
#include "hall/base/bytes.h"
#include "hall/base/secret_hash.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

using Opened = ActResult<WallMs>;

Opened refuse_wrong(Act& act, const std::string& subject, SetupCode kept) {
    ++kept.tries;
    const int left = setup_tries_max - kept.tries;
    LINLI_TRY(left > 0 ? act.stores().setup.save(kept) : act.stores().setup.drop());
    LINLI_TRY(act.record("setup.refused", subject, wire::body({{"reason", "wrong_code"}, {"tries_left", left}})));
    Refused refused{Refusal::wrong_setup_code, {}, {}};
    refused.tries_left = left;
    return Decision<WallMs>(tl::unexpected<Refused>(std::move(refused)));
}

}  // namespace

Result<std::string> make_setup_code(Hall& hall) {
    std::string code = fmt::format("{:0{}}", random_below(1'000'000), setup_code_digits);
    // Before the transaction: nobody at a counter waits while it is computed.
    LINLI_TRY_ASSIGN(const std::string hash, hash_secret(code));
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY(act.stores().setup.save({hash, act.steady_ms(), 0}));
    LINLI_TRY(act.record("setup.code_made", "setup:code", wire::body({})));
    LINLI_TRY(act.commit());
    return code;
}

ActResult<WallMs> open_setup(Hall& hall, const std::string& place, const std::string& code) {
    const std::string subject = "place:" + place;
    LINLI_TRY_ASSIGN(const auto seen, hall.stores().setup.find());
    // No entry where there is no code: at a kiosk anybody could fill the journal with them.
    if (!seen) return Decision<WallMs>(refuse(Refusal::no_setup_code));
    LINLI_TRY_ASSIGN(const bool right, secret_matches(code, seen->hash));
    return perform(hall, [&](Act& act) -> Opened {
        SetupStore& setup = act.stores().setup;
        LINLI_TRY_ASSIGN(const auto kept, setup.find());
        // Used, ended or replaced while this one was computed.
        if (!kept || kept->hash != seen->hash) return Decision<WallMs>(refuse(Refusal::no_setup_code));
        if (act.steady_ms() - kept->made_steady_ms > setup_code_valid_ms) {
            LINLI_TRY(setup.drop());
            LINLI_TRY(act.record("setup.refused", subject, wire::body({{"reason", "expired"}})));
            return Decision<WallMs>(refuse(Refusal::setup_code_expired));
        }
        if (!right) return refuse_wrong(act, subject, *kept);
        LINLI_TRY(setup.drop());
        LINLI_TRY(act.record("setup.opened", subject, wire::body({})));
        return Decision<WallMs>(act.wall_ms());
    });
}

}  // namespace linli
