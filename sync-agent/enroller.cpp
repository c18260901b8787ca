// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/enroller.h"

#include <array>

#include "hall/acts/enrol_box.h"

namespace linli::agent {
namespace {

constexpr long forbidden = 403;

struct EndingProblem {
    std::string_view problem;
    SyncTrouble what;
};
constexpr std::array ending_problems = {
    EndingProblem{"code_unknown", SyncTrouble::code_unknown}, EndingProblem{"code_expired", SyncTrouble::code_expired},
    EndingProblem{"code_used", SyncTrouble::code_used}, EndingProblem{"bad_proof", SyncTrouble::bad_proof},
    EndingProblem{"refused", SyncTrouble::enrolment_refused}};

/// none where the district may still say yes.
SyncTrouble end_of(const Trouble& trouble) {
    if (trouble.status != forbidden) return SyncTrouble::none;
    for (const EndingProblem& one : ending_problems)
        if (trouble.problem.problem == one.problem) return one.what;
    return SyncTrouble::none;
}

}  // namespace

Result<Turn> Enroller::ask(Hall& hall, const BoxLink& box) {
    LINLI_TRY_ASSIGN(const auto enrolment, running_enrolment(hall));
    if (!enrolment) return Turn{};
    const std::string& code = enrolment->request.code;
    District district(transport_, hall, box);
    const auto answer = district.ask<sync::EnrolAnswer>({Method::post, "/v1/enrol", sync::written(enrolment->request)},
                                                        sync::read_enrol_answer);
    on_step_(SyncStep::enrolment_answered);
    if (answer) {
        const auto kept = keep_enrolment(hall, code, *answer);
        if (!kept && kept.error().code == ErrorCode::corrupt)
            return troubled({SyncTrouble::no_answer, kept.error().message, 200, {}, {}});
        if (!kept) return tl::unexpected<Error>(kept.error());
        on_step_(SyncStep::enrolment_kept);
        return Turn{Turn::Came::forward, {}};
    }
    Trouble trouble = answer.error();
    if (const SyncTrouble end = end_of(trouble); end != SyncTrouble::none) {
        trouble.what = end;
        LINLI_TRY(drop_enrolment(hall, code, name_of(end), trouble.problem.detail));
    }
    return troubled(std::move(trouble));
}

}  // namespace linli::agent
