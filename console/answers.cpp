// SPDX-License-Identifier: Apache-2.0
#include "console/answers.h"

#include "hall/wire/desk_json.h"

namespace linli::console {
namespace {

Json problem_json(std::string_view problem, std::string_view detail) {
    return {{"problem", problem}, {"detail", detail}};
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// The status of a refusal that is told as a problem; 0 for the others.
int problem_status(Refusal why) {
    switch (why) {
        case Refusal::wrong_password:
        case Refusal::session_ended:
            return 401;
        case Refusal::account_locked:
        case Refusal::account_off:
        case Refusal::no_role:
            return 403;
        case Refusal::password_too_short:
        case Refusal::password_too_long:
        case Refusal::password_same:
        case Refusal::password_is_account:
        case Refusal::password_common:
            return 422;
        default:
            return 0;
    }
}

}  // namespace

web::Response answer(const Json& json) { return web::json(200, written(json)); }

web::Response answer(const Error& error) {
    switch (error.code) {
        case ErrorCode::disk_full:
            return web::problem(503, "disk_full", error.message);
        case ErrorCode::busy:
            return web::busy(error.message);
        case ErrorCode::invalid_input:
            return web::problem(422, "wrong_shape", error.message);
        default:
            return web::problem(503, "records_unusable", error.message);
    }
}

web::Response answer(const Refused& refused) { return web::json(409, wire::refused_json(refused)); }

web::Response answer_account(const Refused& refused) {
    const int status = problem_status(refused.why);
    if (status == 0) return answer(refused);
    const bool ended = refused.why == Refusal::session_ended;
    Json json = problem_json(ended ? "not_signed_in" : name_of(refused.why), "the account's rules say no");
    if (refused.tries_left) json["tries_left"] = *refused.tries_left;
    if (refused.locked_until_ms) json["locked_until_ms"] = *refused.locked_until_ms;
    return web::json(status, written(json));
}

}  // namespace linli::console
