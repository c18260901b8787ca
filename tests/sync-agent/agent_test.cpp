// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/agent.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "hall/acts/enrol_box.h"
#include "hall/acts/leave_district.h"
#include "hall/acts/show_sync.h"
#include "hall/base/bytes.h"
#include "tests/sync-agent/joined_box.h"

using namespace linli;
using namespace linli::agent;
using namespace linli::support;

namespace {

std::size_t count_of(AgentBox& box, const std::string& target) {
    return static_cast<std::size_t>(std::ranges::count_if(
        box.district.http().asked(), [&](const auto& asked) { return asked.target.starts_with(target); }));
}

std::string trouble_of(AgentBox& box) { return name_of(value_of(show_sync(box.test.hall())).trouble); }

std::string entry_of(AgentBox& box, std::int64_t wanted) {
    std::string bytes;
    REQUIRE(box.test.stores()
                .journal
                .each(wanted,
                      [&](const JournalRow& row) {
                          bytes = row.entry;
                          return false;
                      })
                .has_value());
    return bytes;
}

DistrictPeer::Instead always(const HttpPeer::Reply& reply) {
    return [reply](const HttpPeer::Asked&) { return std::optional(reply); };
}

sync::FeedItem restart_of(const std::string& id, const std::string& program) {
    return {id, "program.restart", fmt::format(R"({{"program":"{}"}})", program)};
}

}  // namespace

TEST_CASE(
    "the agent begins by asking how far the district is, sends what it misses, and then what is new within a second") {
    AgentBox box;
    take_numbers(box.test, 5);
    box.run_seconds(1);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.http().asked().front().target.starts_with("/v1/stream?device="));
    take_numbers(box.test, 1);
    box.run_seconds(1);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().faults.empty());
    CHECK(box.district.http().connections() == 1);
}

TEST_CASE("records go before everything else, and a quiet hall says each minute how it is") {
    AgentBox box;
    take_numbers(box.test, 2);
    box.run_seconds(1);
    std::vector<std::string> order;
    for (const auto& asked : box.district.http().asked()) order.push_back(asked.target.substr(0, 9));
    CHECK(order == std::vector<std::string>{"/v1/strea", "/v1/push", "/v1/healt", "/v1/pull?"});
    box.run_seconds(600);
    CHECK(count_of(box, "/v1/health") == 11);
    CHECK(count_of(box, "/v1/pull") == 11);
    CHECK(count_of(box, "/v1/push") == 1);
    const auto health = box.district.state().health.back();
    CHECK(health.journal_seq == box.newest());
    CHECK(health.acked_through == box.newest());
    CHECK(health.oldest_unsent_s == 0);
    CHECK(health.disk_free_bytes > 0);
    CHECK(health.database_bytes > 0);
    CHECK(health.content_version == 1);
}

TEST_CASE("an idle hall puts less than 10 kB a minute on the wire") {
    AgentBox box;
    box.run_seconds(1);
    const std::size_t before = box.district.http().asked().size();
    box.run_seconds(60);
    std::size_t bytes = 0;
    const auto asked = box.district.http().asked();
    for (std::size_t i = before; i < asked.size(); ++i) bytes += asked[i].head.size() + asked[i].body.size() + 500;
    CHECK(asked.size() - before == 2);
    CHECK(bytes < 10'000);
}

TEST_CASE("a district that is away is tried again by the time since boot, with nothing new written here") {
    AgentBox box;
    take_numbers(box.test, 1);
    box.district.http().close();
    box.run_seconds(30);
    CHECK(trouble_of(box) == "unreachable");
    box.test.clock.move_wall_hours(-100);
    box.district.http().open();
    box.run_seconds(30);
    CHECK(box.acked() == box.newest());
    CHECK(trouble_of(box) == "none");
}

TEST_CASE("tries become rare while a district stays away, and never stop") {
    AgentBox box;
    take_numbers(box.test, 1);
    box.run_seconds(1);
    take_numbers(box.test, 1);
    box.district.instead(always(http_reply(502, "")));
    box.run_seconds(600);
    const std::size_t ten_minutes = count_of(box, "/v1/push");
    CHECK(ten_minutes >= 6);
    CHECK(ten_minutes <= 10);
    box.run_seconds(3'600);
    CHECK(count_of(box, "/v1/push") >= ten_minutes + 2);
    CHECK(count_of(box, "/v1/push") <= ten_minutes + 5);
    box.district.behave_well();
    box.run_seconds(1'802);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("a district that cannot say how far it is gets the records all the same") {
    AgentBox box;
    take_numbers(box.test, 3);
    box.district.instead([](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (asked.target.starts_with("/v1/stream")) return problem_reply(500, "internal");
        return std::nullopt;
    });
    box.run_seconds(60);
    CHECK(box.acked() == box.newest());
    CHECK(trouble_of(box) == "server_fault");
    CHECK(count_of(box, "/v1/stream") >= 3);
    CHECK(count_of(box, "/v1/stream") <= 5);
    box.district.behave_well();
    box.run_seconds(100);
    CHECK(trouble_of(box) == "none");
}

TEST_CASE("a district whose tokens are never good is not asked in a loop") {
    AgentBox box;
    value_of(leave_district(box.test.hall()));
    box.district.with([](auto& state) { state.public_key.clear(); });
    done(begin_enrolment(box.test.hall(), {box.district.address(), "code-9", ""}));
    box.district.change([](const auto& asked, HttpPeer::Reply& reply) {
        if (asked.target != "/v1/enrol") reply = problem_reply(401, "token_unknown");
    });
    box.run_seconds(60);
    CHECK(box.district.http().asked().size() <= 12);
}

TEST_CASE("a fault of the records' way does not keep the district from hearing how the box is") {
    AgentBox box;
    box.run_seconds(1);
    take_numbers(box.test, 1);
    box.district.instead([](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (asked.target == "/v1/push") return problem_reply(500, "internal");
        return std::nullopt;
    });
    box.run_seconds(130);
    CHECK(trouble_of(box) == "server_fault");
    CHECK(box.district.state().health.back().last_error == "server_fault");
    CHECK(box.district.state().health.back().oldest_unsent_s > 50);
}

TEST_CASE("a token that is no longer known, or a revoked hall, stops the sending, keeps all and says so") {
    const auto [status, problem] = GENERATE(std::pair(401, "token_unknown"), std::pair(403, "hall_revoked"));
    AgentBox box;
    box.run_seconds(1);
    take_numbers(box.test, 3);
    box.district.instead(always(problem_reply(status, problem)));
    box.run_seconds(2);
    CHECK(trouble_of(box) == problem);
    CHECK(box.link().state == LinkState::revoked);
    const std::size_t before = box.district.http().asked().size();
    take_numbers(box.test, 3);
    box.run_seconds(1'700);
    CHECK(box.district.http().asked().size() == before);
    CHECK(value_of(show_sync(box.test.hall())).unsent >= 6);
    // Taken back by mistake's end: one question in half an hour, without records, finds out.
    box.run_seconds(200);
    CHECK(box.district.http().asked().back().method == "GET");
    CHECK(box.district.http().asked().size() <= before + 2);
    box.district.behave_well();
    box.run_seconds(1'802);
    CHECK(box.link().state == LinkState::approved);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("a district that was put back gets what it misses and what it has otherwise, and each entry stays one") {
    AgentBox box;
    box.test.run(
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 2500) INSERT INTO journal "
        "SELECT (SELECT max(seq) FROM journal) + i, 'x.y', 's', '{\"seq\":' || i || '}', zeroblob(32) FROM n");
    box.test.run("UPDATE box SET journal_seq = (SELECT max(seq) FROM journal)");
    box.run_seconds(2);
    REQUIRE(box.acked() == box.newest());
    box.district.with([](auto& state) {
        state.incarnation = "restored";
        std::erase_if(state.entries, [](const auto& one) { return one.first > 2'200; });
        state.entries[1'500] = "{\"seq\":0}";
    });
    box.run_seconds(70);
    CHECK(box.acked() == box.newest());
    CHECK(box.link().server_incarnation == "restored");
    CHECK(trouble_of(box) == "records_differ");
    const auto state = box.district.state();
    CHECK(static_cast<std::int64_t>(state.entries.size()) == box.newest());
    const int duplicates = state.duplicates;
    CHECK(duplicates == 1'000);
    // Not again and again: what sending does not mend is left to people.
    box.begin();
    box.run_seconds(70);
    CHECK(box.district.state().duplicates == duplicates);
    CHECK(trouble_of(box) == "records_differ");
}

TEST_CASE("a box whose own database was put back says so, and goes on sending what is new") {
    AgentBox box;
    take_numbers(box.test, 3);
    box.district.with([&](auto& state) {
        std::int64_t seq = 0;
        for (; seq < box.newest(); ++seq) state.entries[seq + 1] = entry_of(box, seq + 1);
        for (int i = 0; i < 3; ++i, ++seq) state.entries[seq + 1] = fmt::format("{{\"seq\":{}}}", seq);
    });
    box.run_seconds(2);
    CHECK(trouble_of(box) == "box_behind");
    CHECK(box.acked() == box.newest());
    take_numbers(box.test, 2);
    box.run_seconds(1);
    CHECK(box.acked() == box.newest());
    CHECK(trouble_of(box) == "records_differ");
    take_numbers(box.test, 5);
    box.run_seconds(1);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("a box that cannot write what the district said does not send the same again and again") {
    AgentBox box;
    box.run_seconds(1);
    take_numbers(box.test, 3);
    const std::int64_t before = box.acked();
    box.test.run("CREATE TRIGGER full BEFORE INSERT ON sync_link BEGIN SELECT RAISE(FAIL, 'no space left'); END");
    box.run_seconds(120);
    CHECK(box.acked() == before);
    CHECK(box.district.state().pushes < 10);
    CHECK(std::ranges::count_if(box.said, [](const auto& line) { return line.find("no space") != line.npos; }) == 1);
    box.test.run("DROP TRIGGER full");
    box.run_seconds(120);
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().entries_taken == box.newest());
}

TEST_CASE("two servers that contradict each other are not asked in a loop") {
    AgentBox box;
    take_numbers(box.test, 5);
    box.run_seconds(1);
    take_numbers(box.test, 1);
    box.district.change([](const auto& asked, HttpPeer::Reply& reply) {
        if (asked.target != "/v1/push") return;
        sync::PushAnswer answer =
            value_of(sync::read_push_answer(reply.bytes.substr(reply.bytes.find("\r\n\r\n") + 4)));
        answer.acked_through = answer.durable_through = 1;
        reply = http_reply(200, sync::written(answer));
    });
    box.run_seconds(3);
    CHECK(box.district.http().asked().size() < 30);
    CHECK(trouble_of(box) == "no_answer");
}

TEST_CASE("what the district asks for is done once, and what came of it goes up at once") {
    AgentBox box;
    box.district.with([](auto& state) {
        for (int i = 0; i < 7; ++i)
            state.feed.push_back({fmt::format("i{}", i), "message.set",
                                  fmt::format(R"({{"zh":"第 {} 条","en":"","until_ms":null}})", i)});
        state.feed.push_back(restart_of("i7", "kiosk"));
    });
    box.run_seconds(1);
    CHECK(box.test.journal_of("command.done").size() == 8);
    CHECK(box.restarts.programs == std::vector<std::string>{"kiosk"});
    CHECK(box.acked() == box.newest());
    CHECK(box.link().cursor == "&c=8");
    box.begin();
    box.run_seconds(130);
    CHECK(box.test.journal_of("command.done").size() == 8);
    CHECK(box.restarts.programs.size() == 1);
}

TEST_CASE("a feed that the district has forgotten is read from its beginning, and nothing is done twice") {
    AgentBox box;
    box.district.with([](auto& state) { state.feed = {{"i1", "message.set", R"({"zh":"一","en":""})"}}; });
    box.run_seconds(1);
    box.district.instead([](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (asked.target.starts_with("/v1/pull?cursor=%26")) return problem_reply(410, "cursor_old");
        return std::nullopt;
    });
    box.run_seconds(61);
    CHECK(box.link().cursor.empty());
    box.district.behave_well();
    box.run_seconds(60);
    CHECK(box.link().cursor == "&c=1");
    CHECK(box.test.journal_of("message.set").size() == 1);
}

TEST_CASE("a restart of the agent itself is journaled, then the agent ends; one that was cut off is told of") {
    AgentBox box;
    box.district.with([](auto& state) { state.feed = {restart_of("i1", "sync")}; });
    box.run_seconds(1);
    CHECK(box.agent->begins_anew());
    CHECK(box.test.journal_of("command.done").size() == 1);
    box.begin();
    box.district.with([](auto& state) { state.feed.push_back(restart_of("i2", "board")); });
    box.restarts.trouble = "not_running";
    box.run_seconds(61);
    CHECK_FALSE(box.agent->begins_anew());
    REQUIRE(box.test.journal_of("command.refused").size() == 1);
    CHECK(box.test.journal_of("command.refused")[0].body.find("not_running") != std::string::npos);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("a token is replaced after thirty days, and at once when the district asks") {
    AgentBox box;
    box.run_seconds(1);
    const std::string first = box.link().token;
    box.district.with([](auto& state) { state.feed = {{"i1", "token.rotate", "{}"}}; });
    box.run_seconds(120);
    const std::string second = box.link().token;
    CHECK(second != first);
    CHECK(box.district.state().tokens == std::vector{second});
    box.test.clock.pass_hours(24 * 30 - 1);
    box.run_seconds(61);
    CHECK(box.link().token == second);
    box.test.clock.pass_hours(1);
    box.run_seconds(130);
    CHECK(box.link().token != second);
    CHECK(box.link().next_token.empty());
}

TEST_CASE("a box waits for its administrator, and begins by itself when it is approved") {
    AgentBox box;
    value_of(leave_district(box.test.hall()));
    box.district.with([](auto& state) {
        state.approved = false;
        state.public_key.clear();
        state.tokens.clear();
    });
    box.run_seconds(5);
    CHECK(box.district.http().asked().empty());
    done(begin_enrolment(box.test.hall(), {box.district.address(), "code-9", ""}));
    box.run_seconds(40);
    CHECK(box.link().state == LinkState::waiting);
    CHECK(count_of(box, "/v1/enrol") == 3);
    box.district.with([](auto& state) { state.approved = true; });
    box.run_seconds(17);
    CHECK(box.link().state == LinkState::approved);
    CHECK(box.link().code.empty());
    CHECK(box.acked() == box.newest());
    CHECK(box.district.state().faults.empty());
}

TEST_CASE("a lost answer to an enrolment, and a token that another answer made worthless, lock nobody out") {
    AgentBox box;
    value_of(leave_district(box.test.hall()));
    box.district.with([](auto& state) { state.public_key.clear(); });
    done(begin_enrolment(box.test.hall(), {box.district.address(), "code-9", ""}));
    box.district.change([](const auto&, HttpPeer::Reply& reply) { reply.cut_after = reply.bytes.size() - 1; });
    box.run_seconds(1);
    CHECK(box.link().state == LinkState::waiting);
    CHECK(trouble_of(box) == "cut_off");
    box.district.behave_well();
    int asked_for = 0;
    box.district.instead([&](const HttpPeer::Asked& asked) -> std::optional<HttpPeer::Reply> {
        if (asked.target == "/v1/enrol") ++asked_for;
        if (asked.target != "/v1/enrol" && asked_for == 1) return problem_reply(401, "token_unknown");
        return std::nullopt;
    });
    box.run_seconds(60);
    CHECK(asked_for == 2);
    CHECK(box.link().state == LinkState::approved);
    CHECK(box.acked() == box.newest());
}

TEST_CASE("a code that the district refuses ends the waiting and says why") {
    const auto [problem, trouble] =
        GENERATE(std::pair("code_unknown", "code_unknown"), std::pair("code_expired", "code_expired"),
                 std::pair("code_used", "code_used"), std::pair("bad_proof", "bad_proof"),
                 std::pair("refused", "enrolment_refused"));
    AgentBox box;
    value_of(leave_district(box.test.hall()));
    done(begin_enrolment(box.test.hall(), {box.district.address(), "code-9", ""}));
    box.district.instead(always(problem_reply(403, problem)));
    box.run_seconds(2);
    CHECK(box.link().state == LinkState::none);
    CHECK(trouble_of(box) == trouble);
    const std::size_t before = box.district.http().asked().size();
    box.run_seconds(100);
    CHECK(box.district.http().asked().size() == before);
}

TEST_CASE("a hall without a district asks nobody; one whose file is gone is looked for again") {
    AgentBox box;
    value_of(leave_district(box.test.hall()));
    box.run_seconds(120);
    CHECK(box.district.http().asked().empty());
    box.test.close();
    std::filesystem::rename(box.test.database(), box.test.database().string() + ".away");
    box.run_seconds(5);
    CHECK_FALSE(box.said.empty());
    std::filesystem::rename(box.test.database().string() + ".away", box.test.database());
    box.test.reopen();
    join_district(box.test.hall(), box.district.address());
    box.district.with([&](auto& state) { state.public_key = hex(box.link().public_key); });
    box.run_seconds(3);
    CHECK(box.acked() == box.newest());
}
