// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "district/ingest/take_batch.h"
#include "district/routes.h"

namespace linli::district {
namespace {

int status_of(PushRefusal why) {
    switch (why) {
        case PushRefusal::bad_batch:
            return 400;
        case PushRefusal::gap:
            return 409;
        case PushRefusal::too_large:
            return 413;
        case PushRefusal::bad_digest:
            return 422;
        case PushRefusal::bad_signature:
        case PushRefusal::not_this_device:
        case PushRefusal::hall_revoked:
            break;
    }
    return 403;
}

/// 0, which no number of a batch is, where the header is no whole number.
std::int64_t number_of(std::string_view digits) {
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? number : 0;
}

sync::PushHead head_of(const web::Request& request) {
    const auto text = [&](std::string_view name) { return std::string(request.header(name)); };
    const auto number = [&](std::string_view name) { return number_of(request.header(name)); };
    return {text("linli-device"), number("linli-epoch"), number("linli-first"),  number("linli-last"),
            text("linli-chain"),  text("linli-digest"),  text("linli-signature")};
}

}  // namespace

web::Response push_batch(const BoxCall& call) {
    const OnStep& on_step = call.district.on_step;
    on_step(ServerStep::push_received);
    const auto taken =
        take_batch(call.connection, call.sender, head_of(call.request), call.request.raw, call.now_ms, on_step);
    if (!taken) return answer(taken.error());
    if (*taken) return answer(sync::written(**taken));
    const RefusedPush& refused = taken->error();
    return web::json(status_of(refused.why),
                     sync::written(sync::Problem{name_of(refused.why), refused.detail, refused.acked_through}));
}

}  // namespace linli::district
