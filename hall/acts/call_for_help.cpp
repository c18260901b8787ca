// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/call_for_help.h"

#include "hall/acts/act.h"
#include "hall/wire/journal_body.h"

namespace linli {

ActResult<WallMs> call_for_help(Hall& hall, const std::string& place) {
    return perform(hall, [&](Act& act) -> ActResult<WallMs> {
        LINLI_TRY_ASSIGN(const auto since, act.stores().help.open_since(place));
        if (since) return Decision<WallMs>(refuse(Refusal::help_called_already));
        LINLI_TRY(act.stores().help.add(place, act.wall_ms()));
        LINLI_TRY(act.record("help.called", "place:" + place, wire::body({})));
        return Decision<WallMs>(act.wall_ms());
    });
}

Result<bool> end_help_call(Hall& hall, const std::string& place) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const auto since, act.stores().help.open_since(place));
    if (!since) {
        LINLI_TRY(act.commit_refused());
        return false;
    }
    LINLI_TRY(act.stores().help.end(place, act.wall_ms()));
    LINLI_TRY(act.record("help.ended", "place:" + place, wire::body({})));
    LINLI_TRY(act.commit());
    return true;
}

}  // namespace linli
