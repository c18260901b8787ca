// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <thread>

#include "district/boxes/enrol.h"
#include "district/boxes/feed.h"
#include "district/boxes/health.h"
#include "district/boxes/ranges.h"
#include "district/boxes/token.h"
#include "district/routes.h"

namespace linli::district {
namespace {

constexpr int waiting_pulls_max = 1;  // of the two threads of their lane: the other answers whoever need not wait
constexpr std::chrono::milliseconds look_every{250};

template <class T>
web::Response answer_of(const BoxResult<T>& result) {
    if (!result) return answer(result.error());
    if (!*result) return answer(result->error());
    return answer(sync::written(**result));
}

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

bool is_empty(const BoxResult<sync::FeedPage>& page) { return page && *page && (*page)->items.empty(); }

/// Waits for the first item. What is sent comes from other programs, so it is looked for.
BoxResult<sync::FeedPage> await_feed(const BoxCall& call, const std::string& cursor, std::int64_t wait_s) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(wait_s);
    auto page = read_feed(call.connection, call.sender.hall_id, cursor);
    while (is_empty(page) && std::chrono::steady_clock::now() < until && !call.district.stopping) {
        std::this_thread::sleep_for(look_every);
        page = read_feed(call.connection, call.sender.hall_id, cursor);
    }
    return page;
}

}  // namespace

web::Response enrol_box(const BoxCall& call) {
    const auto request = sync::read_enrol_request(call.request.body.dump());
    if (!request) return answer(request.error());
    return answer_of(enrol(call.connection, *request, call.now_ms));
}

web::Response renew_box_token(const BoxCall& call) {
    const auto request = sync::read_token_request(call.request.body.dump());
    if (!request) return answer(request.error());
    const auto token = renew_token(call.connection, call.sender, *request, call.now_ms);
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

web::Response pull_feed(const BoxCall& call) {
    const auto found = call.request.query.find("cursor");
    const std::string cursor = found == call.request.query.end() ? "" : found->second;
    // Who finds the place for waiting taken is answered at once, and asks again in its own time.
    const bool may_wait = ++call.district.waiting_pulls <= waiting_pulls_max;
    const auto page = await_feed(call, cursor, may_wait ? number_of(call.request, "wait") : 0);
    --call.district.waiting_pulls;
    return answer_of(page);
}

web::Response note_health(const BoxCall& call) {
    const auto health = sync::read_health(call.request.body.dump());
    if (!health) return answer(health.error());
    return answer_of(take_health(call.connection, call.sender, *health, call.now_ms));
}

}  // namespace linli::district
