// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <chrono>

#include "district/boxes/enrol.h"
#include "district/boxes/feed.h"
#include "district/boxes/health.h"
#include "district/boxes/ranges.h"
#include "district/boxes/token.h"
#include "district/routes.h"
#include "district/store/commands.h"

namespace linli::district {
namespace {

/// A number of the query, which the interface's document has bounded.
std::int64_t number_of(const web::Request& request, std::string_view name) {
    const auto found = request.query.find(name);
    std::int64_t number = 0;
    if (found != request.query.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), number);
    return number;
}

/// The stream that the query names; nothing where it is another device's.
std::optional<StreamKey> stream_of(const BoxCall& call) {
    if (call.request.query.at("device") != call.sender.device_id) return std::nullopt;
    return StreamKey{call.sender.hall_id, call.sender.device_id, number_of(call.request, "epoch")};
}

web::Response not_this_device() { return answer(BoxRefusal{403, "not_this_device", "the token is another device's"}); }

}  // namespace

web::Response enrol_box(const BoxCall& call) {
    const auto request = sync::read_enrol_request(call.request.body.dump());
    if (!request) return answer(request.error());
    return answer_of(enrol(call.connection, *request, call.now_ms, call.district.on_step));
}

web::Response renew_box_token(const BoxCall& call) {
    const auto request = sync::read_token_request(call.request.body.dump());
    if (!request) return answer(request.error());
    const auto token = renew_token(call.connection, call.sender, *request, call.now_ms, call.district.on_step);
    if (!token) return answer(token.error());
    return *token ? answer(sync::token_answer(**token)) : answer(token->error());
}

web::Response tell_stream(const BoxCall& call) {
    const auto key = stream_of(call);
    if (!key) return not_this_device();
    const auto state = stream_state(call.connection, *key);
    return state ? answer(sync::written(*state)) : answer(state.error());
}

web::Response tell_ranges(const BoxCall& call) {
    const auto key = stream_of(call);
    if (!key) return not_this_device();
    const auto ranges = ranges_of(call.connection, *key, number_of(call.request, "step"));
    return ranges ? answer(sync::written(*ranges)) : answer(ranges.error());
}

std::optional<web::Response> pull_feed(const BoxCall& call, const web::LateAnswer& later) {
    const auto found = call.request.query.find("cursor");
    const std::string cursor = found == call.request.query.end() ? "" : found->second;
    const std::string& hall_id = call.sender.hall_id;
    // Before the page: what comes in between is then noticed by who waits.
    const auto newest = newest_position(call.connection, hall_id);
    if (!newest) return answer(newest.error());
    const auto page = read_feed(call.connection, hall_id, cursor);
    call.district.on_step(ServerStep::feed_read);
    const std::int64_t wait_s = number_of(call.request, "wait");
    if (wait_s == 0 || !page || !*page || !(*page)->items.empty()) return answer_of(page);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(wait_s);
    call.district.feed_waiters.add({hall_id, cursor, newest->value_or(0), **page, until, later});
    return std::nullopt;
}

web::Response note_health(const BoxCall& call) {
    const auto health = sync::read_health(call.request.body.dump());
    if (!health) return answer(health.error());
    return answer_of(take_health(call.connection, call.sender, *health, call.now_ms));
}

}  // namespace linli::district
