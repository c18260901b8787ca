// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/pusher.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/renew_token.h"
#include "hall/base/bytes.h"
#include "hall/wire/journal_json.h"
#include "tests/sync-agent/joined_box.h"

using namespace linli;
using namespace linli::agent;
using namespace linli::support;

namespace {

using Came = Turn::Came;

DistrictPeer::Instead always(const HttpPeer::Reply& reply) {
    return [reply](const HttpPeer::Asked&) { return std::optional(reply); };
}

}  // namespace

TEST_CASE("entries come up as they were frozen, signed, with their chain, and count when the district says so") {
    JoinedBox box;
    take_numbers(box.test, 5);
    CHECK(box.push().came == Came::forward);
    CHECK(box.acked() == box.newest());
    CHECK(box.push().came == Came::nothing);
    const auto state = box.district.state();
    CHECK(state.faults.empty());
    CHECK(static_cast<std::int64_t>(state.entries.size()) == box.newest());
    for (const auto& [seq, entry] : state.entries) CHECK(value_of(wire::thaw(entry)).seq == seq);
    const auto asked = box.district.http().asked();
    CHECK(asked.back().header("Linli-Chain") == hex(value_of(box.test.stores().box.load()).journal_chain));
    CHECK(asked.back().header("User-Agent").starts_with("linli-sync/"));
    CHECK(asked.back().header("Content-Type") == "application/zstd");
    CHECK(box.district.http().connections() == 1);
}

TEST_CASE("an answer that was lost makes no entry twice and loses none") {
    JoinedBox box;
    take_numbers(box.test, 5);
    box.district.change([](const auto&, HttpPeer::Reply& reply) { reply.cut_after = 0; });
    CHECK(box.trouble_of_push() == "cut_off");
    CHECK(box.acked() == 0);
    box.district.behave_well();
    CHECK(box.push().came == Came::forward);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().entries_taken == box.newest());
}

TEST_CASE("what answers but is no district counts as no answer") {
    JoinedBox box;
    take_numbers(box.test, 2);
    sync::PushAnswer other;
    other.digest = std::string(64, '0');
    other.results.assign(static_cast<std::size_t>(box.newest()), sync::EntryResult::accepted);
    other.acked_through = other.durable_through = box.newest();
    other.server_incarnation = first_incarnation;
    const std::string portal = "<html><body>请先登录</body></html>";
    const std::vector<HttpPeer::Reply> replies = {
        http_reply(200, portal, "Content-Type: text/html\r\n"),
        http_reply(200, ""),
        http_reply(200, "{}"),
        http_reply(200, "[]"),
        http_reply(200, "null"),
        http_reply(200, sync::written(other)),
        http_reply(200, std::string(100'000, '[')),
        http_reply(200, std::string(300'000, 'x')),
        http_reply(204, ""),
        http_reply(302, "", "Location: http://127.0.0.1:1/\r\n"),
        http_reply(401, portal),
        http_reply(403, portal),
        http_reply(403, "{}"),
        http_reply(404, portal),
        http_reply(409, portal),
        {"SSH-2.0-OpenSSH_9.2\r\n"},
        {"HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n{}"},
        {"HTTP/1.1 200 OK\r\n" + std::string(100'000, 'h') + ": x\r\n\r\n"},
        {std::string("\0\1\2\3\xff", 5)},
    };
    for (const HttpPeer::Reply& reply : replies) {
        INFO(reply.bytes.substr(0, 120));
        HttpPeer::Reply once = reply;
        once.cut_after = reply.bytes.size() + 1;
        box.district.instead(always(once));
        const Turn turn = box.push();
        CHECK(turn.came == Came::trouble);
        const bool none = turn.trouble.what == SyncTrouble::no_answer || turn.trouble.what == SyncTrouble::cut_off;
        CHECK(none);
        CHECK(box.acked() == 0);
        CHECK(box.link().state == LinkState::approved);
    }
    box.district.behave_well();
    CHECK(box.push().came == Came::forward);
}

TEST_CASE("what a district says in trouble is told apart") {
    JoinedBox box;
    take_numbers(box.test, 1);
    const std::vector<std::pair<HttpPeer::Reply, std::string>> replies = {
        {problem_reply(401, "token_unknown"), "token_unknown"},
        {problem_reply(403, "hall_revoked"), "hall_revoked"},
        {problem_reply(403, "bad_signature"), "not_taken"},
        {problem_reply(400, "bad_batch"), "not_taken"},
        {problem_reply(422, "bad_digest"), "not_taken"},
        {problem_reply(409, "gap"), "not_taken"},
        {http_reply(500, "oops"), "server_fault"},
        {http_reply(502, "<html>"), "server_fault"},
        {http_reply(503, ""), "busy"},
        {http_reply(429, ""), "busy"},
    };
    for (const auto& [reply, trouble] : replies) {
        INFO(reply.bytes);
        box.district.instead(always(reply));
        CHECK(box.trouble_of_push() == trouble);
        CHECK(box.acked() == 0);
    }
}

TEST_CASE("a wish to be left in peace for some seconds is heard; a date is none, since no clock is to be trusted") {
    JoinedBox box;
    take_numbers(box.test, 1);
    const auto after = [&](const std::string& line) {
        box.district.instead(always(problem_reply(503, "busy", line)));
        return box.push().trouble.retry_after;
    };
    CHECK(after("Retry-After: 120\r\n") == std::chrono::seconds(120));
    CHECK(after("retry-after:7\r\n") == std::chrono::seconds(7));
    CHECK_FALSE(after("Retry-After: Fri, 27 Nov 2026 20:00:00 GMT\r\n").has_value());
    CHECK_FALSE(after("Retry-After: -5\r\n").has_value());
    CHECK_FALSE(after("").has_value());
}

TEST_CASE("a batch that is too large somewhere on the way is halved, down to one entry, and grows again") {
    JoinedBox box;
    take_numbers(box.test, 60);
    std::vector<std::int64_t> sizes;
    box.district.instead([&](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        const auto size = std::stoll(asked.header("Linli-Last")) - std::stoll(asked.header("Linli-First")) + 1;
        sizes.push_back(size);
        if (size > 2) return http_reply(413, "<html>too large</html>");
        return std::nullopt;
    });
    while (box.push().came == Came::forward) REQUIRE(sizes.size() < 200);
    CHECK(box.acked() == box.newest());
    CHECK(sizes[0] == box.newest());
    CHECK(sizes[1] == box.newest() / 2);
    CHECK(std::ranges::count(sizes, 2) > 20);
    box.district.instead(always(http_reply(413, "")));
    take_numbers(box.test, 1);
    CHECK(box.trouble_of_push() == "too_large");
    CHECK(box.acked() == box.newest() - 1);
}

TEST_CASE("a district that misses entries says from where to go on; nonsense about it moves nothing") {
    JoinedBox box;
    take_numbers(box.test, 10);
    box.push();
    take_numbers(box.test, 3);
    box.district.with([](auto& state) { std::erase_if(state.entries, [](const auto& one) { return one.first > 4; }); });
    CHECK(box.push().came == Came::look_closely);
    CHECK(box.acked() == 4);
    CHECK(box.push().came == Came::forward);
    CHECK(box.acked() == box.newest());
    take_numbers(box.test, 1);
    const std::int64_t before = box.acked();
    for (const std::int64_t through : {before, before + 1, std::int64_t{99'999}}) {
        box.district.instead(always(http_reply(409, sync::written(sync::Problem{"gap", "", through}))));
        CHECK(box.trouble_of_push() == "not_taken");
        CHECK(box.acked() == before);
    }
}

TEST_CASE("entries that the district puts in quarantine count as received, hold up nothing, and are told of") {
    JoinedBox box;
    take_numbers(box.test, 4);
    box.district.with([](auto& state) { state.entries[3] = "{\"other\":1}"; });
    const Turn turn = box.push();
    CHECK(turn.came == Came::forward);
    CHECK(turn.trouble.what == SyncTrouble::records_differ);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("an answer that takes nothing is not asked for in a loop") {
    JoinedBox box;
    take_numbers(box.test, 4);
    box.district.change([](const auto&, HttpPeer::Reply& reply) {
        sync::PushAnswer answer =
            value_of(sync::read_push_answer(reply.bytes.substr(reply.bytes.find("\r\n\r\n") + 4)));
        answer.acked_through = answer.durable_through = 0;
        reply = http_reply(200, sync::written(answer));
    });
    CHECK(box.trouble_of_push() == "no_answer");
    CHECK(box.acked() == 0);
}

TEST_CASE("a restored district is looked at, though what it took counts") {
    JoinedBox box;
    take_numbers(box.test, 4);
    box.push();
    box.district.with([](auto& state) { state.incarnation = "restored"; });
    take_numbers(box.test, 1);
    CHECK(box.push().came == Came::look_closely);
    CHECK(box.acked() == box.newest());
    CHECK(box.link().server_incarnation == first_incarnation);
}

TEST_CASE("a new token is used from the next request on, and the old one where it is not known") {
    JoinedBox box;
    take_numbers(box.test, 1);
    const std::string next(64, 'b');
    REQUIRE(keep_next_token(box.test.hall(), next).has_value());
    CHECK(box.push().came == Came::forward);
    CHECK(box.link().token == test_token);
    CHECK(box.link().next_token.empty());
    take_numbers(box.test, 1);
    REQUIRE(keep_next_token(box.test.hall(), next).has_value());
    box.district.with([&](auto& state) { state.next_token = next; });
    CHECK(box.push().came == Came::forward);
    CHECK(box.link().token == next);
    CHECK(box.district.state().tokens == std::vector{next});
}

TEST_CASE(
    "a district that was put back to before a token's replacement knows the one before, and that one is replaced") {
    JoinedBox box;
    const std::string next(64, 'b');
    REQUIRE(keep_next_token(box.test.hall(), next).has_value());
    box.district.with([&](auto& state) { state.next_token = next; });
    box.push();
    REQUIRE(box.link().token == next);
    box.district.with([](auto& state) { state.tokens = {test_token}; });
    take_numbers(box.test, 1);
    CHECK(box.push().came == Came::forward);
    CHECK(box.link().token == test_token);
    CHECK(box.link().token_before.empty());
    CHECK_FALSE(box.link().token_made_steady_ms.has_value());
    box.district.with([](auto& state) { state.tokens.clear(); });
    take_numbers(box.test, 1);
    CHECK(box.trouble_of_push() == "token_unknown");
}

TEST_CASE("a token stays the one in use where the network answers in the district's place") {
    JoinedBox box;
    take_numbers(box.test, 1);
    REQUIRE(keep_next_token(box.test.hall(), std::string(64, 'b')).has_value());
    box.district.instead(always(http_reply(401, "<html>")));
    CHECK(box.trouble_of_push() == "no_answer");
    CHECK(box.link().token == test_token);
    CHECK(box.link().next_token == std::string(64, 'b'));
}
