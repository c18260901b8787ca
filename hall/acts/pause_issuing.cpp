// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/pause_issuing.h"

#include <algorithm>

#include "hall/acts/act.h"
#include "hall/acts/pause_matter.h"
#include "hall/base/utf8.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

// The store's name of all matters together.
constexpr std::string_view everything;

std::string subject_of(std::string_view matter) {
    return matter.empty() ? "hall:issuing" : "matter:" + std::string(matter);
}

Result<Pause> pause(Act& act, std::string_view matter, const std::string& reason, const std::string& by) {
    LINLI_TRY_ASSIGN(const auto before, act.stores().notices.pause(matter));
    Pause pause{reason, by, before ? before->since_ms : act.wall_ms()};
    if (before && before->reason == reason) return *before;
    LINLI_TRY(act.stores().notices.save_pause(matter, pause));
    LINLI_TRY(act.record(matter.empty() ? "issuing.paused" : "matter.paused", subject_of(matter),
                         wire::body({{"reason", reason}})));
    return pause;
}

Result<bool> resume(Act& act, std::string_view matter) {
    LINLI_TRY_ASSIGN(const auto before, act.stores().notices.pause(matter));
    if (!before) return false;
    LINLI_TRY(act.stores().notices.end_pause(matter));
    LINLI_TRY(act.record(matter.empty() ? "issuing.resumed" : "matter.resumed", subject_of(matter), wire::body({})));
    return true;
}

Status check_reason(const std::string& reason) {
    if (is_plain_line(reason, pause_reason_characters_max)) return {};
    return fail(ErrorCode::invalid_input, "a pause's reason is one plain line of at most 100 characters");
}

Refused paused(Refusal why, const Pause& pause) {
    Refused refused{why, {}, {}};
    refused.reason = pause.reason;
    return refused;
}

}  // namespace

Result<Pause> pause_issuing(Hall& hall, const std::string& reason, const std::string& by) {
    LINLI_TRY(check_reason(reason));
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(Pause done, pause(act, everything, reason, by));
    LINLI_TRY(act.commit());
    return done;
}

Result<bool> resume_issuing(Hall& hall) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const bool done, resume(act, everything));
    LINLI_TRY(act.commit());
    return done;
}

ActResult<Pause> pause_matter(Hall& hall, const std::string& matter, const std::string& reason, const std::string& by) {
    LINLI_TRY(check_reason(reason));
    return perform(hall, [&](Act& act) -> ActResult<Pause> {
        if (!act.content().matter(matter)) return Decision<Pause>(refuse(Refusal::unknown_matter));
        LINLI_TRY_ASSIGN(Pause done, pause(act, matter, reason, by));
        return Decision<Pause>(std::move(done));
    });
}

ActResult<bool> resume_matter(Hall& hall, const std::string& matter) {
    return perform(hall, [&](Act& act) -> ActResult<bool> {
        // One that the content no longer has may still be paused.
        LINLI_TRY_ASSIGN(const bool done, matter.empty() ? Result<bool>(false) : resume(act, matter));
        if (!done && !act.content().matter(matter)) return Decision<bool>(refuse(Refusal::unknown_matter));
        return Decision<bool>(done);
    });
}

std::optional<Refused> refusal_by_pause(const HallNotices& notices, std::string_view matter) {
    if (notices.issuing) return paused(Refusal::issuing_paused, *notices.issuing);
    const auto of_matter = std::ranges::find(notices.matters, matter, &MatterPause::matter);
    if (of_matter == notices.matters.end()) return {};
    return paused(Refusal::matter_paused, of_matter->pause);
}

}  // namespace linli
