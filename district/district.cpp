// SPDX-License-Identifier: Apache-2.0
#include "district/district.h"

#include <spdlog/spdlog.h>

#include "district/boxes/token.h"
#include "hall/wire/sync_json.h"

namespace linli::district {
namespace {

constexpr const char* retry_after_s = "5";

/// What `to_answer` gives for the box whose token the request shows, or why it is not asked.
template <class Answer>
std::optional<web::Response> ask_as_box(District& district, const web::Request& request, Answer&& to_answer) {
    auto response = district.pool.with([&](Connection& connection) -> std::optional<web::Response> {
        const std::int64_t now_ms = district.clock.wall_ms();
        const auto sender = find_sender(connection, bearer_token(request.header("authorization")), now_ms);
        if (!sender) return answer(sender.error());
        if (!*sender) return answer(sender->error());
        return to_answer(BoxCall{district, connection, request, **sender, now_ms});
    });
    return response ? std::move(*response) : answer(response.error());
}

}  // namespace

std::function<web::Response(const web::Request&)> stranger_handler(District& district, BoxAnswer to_answer) {
    return [&district, to_answer](const web::Request& request) -> web::Response {
        auto response = district.pool.with([&](Connection& connection) {
            return to_answer({district, connection, request, {}, district.clock.wall_ms()});
        });
        return response ? std::move(*response) : answer(response.error());
    };
}

std::function<web::Response(const web::Request&)> box_handler(District& district, BoxAnswer to_answer) {
    return [&district, to_answer](const web::Request& request) { return *ask_as_box(district, request, to_answer); };
}

std::function<void(const web::Request&, const web::LateAnswer&)> late_box_handler(District& district,
                                                                                  LateBoxAnswer to_answer) {
    return [&district, to_answer](const web::Request& request, const web::LateAnswer& later) {
        auto now = ask_as_box(district, request, [&](const BoxCall& call) { return to_answer(call, later); });
        if (now) later.give(std::move(*now));
    };
}

web::Response answer(std::string json) { return web::json(200, std::move(json)); }

web::Response answer(const Error& error) {
    spdlog::error("{}: {}", name_of(error.code), error.message);
    // What the database says is for the log alone.
    switch (error.code) {
        case ErrorCode::busy:
            return web::busy("the district is busy");
        case ErrorCode::invalid_input:
        case ErrorCode::corrupt:
            return web::problem(422, "wrong_shape", "a value cannot be kept");
        case ErrorCode::disk_full:
            return web::problem(503, "disk_full", "the district's disk is full").with("Retry-After", retry_after_s);
        default:
            return web::problem(503, "records_unusable", "the district's records cannot be used now")
                .with("Retry-After", retry_after_s);
    }
}

web::Response answer(const BoxRefusal& refusal) {
    const sync::Problem problem{std::string(refusal.problem), refusal.detail, {}, refusal.offset};
    web::Response response = web::json(refusal.status, sync::written(problem));
    constexpr int too_many = 429;
    return refusal.status == too_many ? std::move(response).with("Retry-After", retry_after_s) : response;
}

}  // namespace linli::district
