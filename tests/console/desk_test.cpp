// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

namespace {

const char* const matter = "old-age-allowance";

std::string in_hand(const Reply& reply) {
    const Json json = reply.json();
    return json.at("in_hand").is_null() ? "" : json.at("in_hand").at("code").get<std::string>();
}

}  // namespace

TEST_CASE("a clerk calls, serves, finishes and calls the next, and may take that back") {
    TestConsole console;
    for (int i = 0; i < 3; ++i) console.hall.take(matter);
    auto clerk = console.signed_in("clerk1", {3});
    const auto checked = [&](const Reply& reply) {
        INFO(reply.body);
        CHECK(reply.status == 200);
        CHECK(console.document().check_response("order", reply.status, reply.body) == "");
        return in_hand(reply);
    };
    CHECK(checked(console.order(*clerk, 3, "next", "")) == "A001");
    CHECK(checked(console.order(*clerk, 3, "recall", "A001")) == "A001");
    CHECK(checked(console.order(*clerk, 3, "serve", "A001")) == "A001");
    const Reply finished = console.order(*clerk, 3, "finish_next", "A001", {{"outcome", "accepted"}, {"note", "等审"}});
    CHECK(checked(finished) == "A002");
    CHECK(finished.json().at("ended").at("code") == "A001");
    CHECK(finished.json().at("undo_until_ms").is_number());
    CHECK(checked(console.order(*clerk, 3, "undo", "A002")) == "A001");
    CHECK(checked(console.order(*clerk, 3, "hold", "A001")) == "");
    CHECK(checked(console.order(*clerk, 3, "call", "", {{"code", "A003"}})) == "A003");
    CHECK(checked(console.order(*clerk, 3, "miss", "A003")) == "");

    const Reply hall = clerk->get("/api/hall");
    CHECK(console.document().check_response("hall", hall.status, hall.body) == "");
    CHECK(hall.json().at("held").size() == 1);
    CHECK(hall.json().at("missed").size() == 1);
    CHECK(hall.json().at("line").size() == 1);
}

TEST_CASE("every act is in the journal with the person who did it") {
    TestConsole console;
    console.hall.take(matter);
    auto clerk = console.signed_in("clerk1", {3});
    console.order(*clerk, 3, "next", "");
    const auto called = console.hall.journal_of("ticket.called");
    REQUIRE(called.size() == 1);
    CHECK(called.front().actor == "staff:clerk1");
    CHECK(console.hall.journal_of("staff.signed_in").size() == 1);
}

TEST_CASE("the same request twice, a double click or a lost answer, is done once") {
    TestConsole console;
    for (int i = 0; i < 3; ++i) console.hall.take(matter);
    auto clerk = console.signed_in("clerk1", {3});
    const Json same = {{"request_id", "one-and-the-same"}};
    const Reply first = console.order(*clerk, 3, "next", "", same);
    CHECK(first.json().at("repeated") == false);
    const Reply again = console.order(*clerk, 3, "next", "", same);
    CHECK(again.status == 200);
    CHECK(again.json().at("repeated") == true);
    CHECK(in_hand(again) == in_hand(first));

    SECTION("also where the program was killed in between") {
        console.restart();
        const Reply later = console.order(*clerk, 3, "next", "", same);
        INFO(later.body);
        CHECK(later.json().at("repeated") == true);
        CHECK(in_hand(later) == "A001");
        CHECK(clerk->get("/api/hall").json().at("line").size() == 2);
    }
}

TEST_CASE("a second tab that shows what is no longer so changes nothing and learns how it is") {
    TestConsole console;
    for (int i = 0; i < 3; ++i) console.hall.take(matter);
    auto clerk = console.signed_in("clerk1", {3});
    console.order(*clerk, 3, "next", "");
    const Reply stale = console.order(*clerk, 3, "next", "");
    CHECK(stale.status == 409);
    CHECK(stale.why() == "in_hand_changed");
    CHECK(stale.json().at("in_hand") == "A001");
    CHECK(console.document().check_response("order", stale.status, stale.body) == "");
    CHECK(clerk->get("/api/hall").json().at("line").size() == 2);
}

TEST_CASE("who does not hold the counter gives no orders there, and only supervisors close another's") {
    TestConsole console;
    console.hall.take(matter);
    auto clerk = console.signed_in("clerk1", {3});
    auto other = console.signed_in("clerk2");
    const Reply refused = console.order(*other, 3, "next", "");
    CHECK(refused.why() == "counter_not_held");
    CHECK(refused.json().at("holder").get<std::string>() != "");
    CHECK(other->post("/api/counters/3/close").why() == "counter_not_held");
    const Reply held = other->post("/api/counters/3/open", Json::object());
    CHECK(held.why() == "counter_held");
    CHECK(other->post("/api/counters/3/open", {{"take_over", true}}).status == 200);
    CHECK(console.order(*clerk, 3, "next", "").why() == "counter_not_held");
    auto supervisor = console.signed_in("supervisor");
    CHECK(supervisor->post("/api/counters/3/close").status == 200);
    CHECK(console.order(*other, 3, "next", "").why() == "counter_not_held");
}

TEST_CASE("twenty consoles that press next together call nobody twice and pass over nobody") {
    TestConsole console;
    constexpr int people = 60, consoles = 20;
    for (int i = 0; i < people; ++i) console.hall.take(matter);
    // Three counters take the matter; each is pressed by the browsers of whoever holds it.
    std::vector<std::unique_ptr<ApiClient>> browsers;
    for (int i = 0; i < consoles; ++i) browsers.push_back(std::make_unique<ApiClient>(console.base()));
    auto first = console.signed_in("clerk1", {1, 2, 3});
    std::vector<std::vector<std::string>> called(consoles);
    std::vector<std::thread> threads;
    for (int i = 0; i < consoles; ++i) {
        browsers[i]->set_cookie(first->cookie());
        browsers[i]->csrf = first->csrf;
        threads.emplace_back([&, i] {
            const int counter = i % 3 + 1;
            for (int round = 0; round < 200; ++round) {
                const Json hall = browsers[i]->get("/api/hall").json();
                if (hall.at("line").empty()) break;
                std::string hand;
                for (const Json& row : hall.at("counters"))
                    if (row.at("number") == counter && !row.at("in_hand").is_null())
                        hand = row.at("in_hand").at("code");
                const Reply reply = console.order(*browsers[i], counter, hand.empty() ? "next" : "finish_next", hand);
                if (reply.status == 200 && !reply.json().at("in_hand").is_null())
                    called[i].push_back(reply.json().at("in_hand").at("code"));
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::multiset<std::string> all;
    for (const auto& list : called) all.insert(list.begin(), list.end());
    CHECK(all.size() == people);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == people);
    CHECK(console.hall.journal_of("ticket.called").size() == people);
}

TEST_CASE("a number is looked after from the desk") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1", {3});
    const Json wanted = {{"request_id", "take-a-number"}, {"matter", matter}, {"priority", "elder"}, {"paper", false}};
    const Reply taken = clerk->post("/api/tickets", wanted);
    INFO(taken.body);
    REQUIRE(taken.status == 200);
    CHECK(console.document().check_response("take_number", taken.status, taken.body) == "");
    CHECK(clerk->post("/api/tickets", wanted).json().at("code") == "A001");
    const auto care = [&](const char* what, const char* reason) {
        return clerk->post("/api/tickets/A001/care", {{"request_id", new_key()}, {"care", what}, {"reason", reason}});
    };
    const Reply without = care("remove_priority", "没有带证件");
    CHECK(without.json().at("ticket").at("priority") == "");
    CHECK(care("rejoin", "").why() == "wrong_state");
    CHECK(care("end", "人走了").json().at("ticket").at("state") == "left");
    const Reply story = clerk->get("/api/tickets/a001");
    CHECK(story.status == 200);
    CHECK(console.document().check_response("ticket", story.status, story.body) == "");
    CHECK(clerk->get("/api/tickets/Z999").why() == "unknown_ticket");
}

TEST_CASE("history and figures come from what was done, in the document's shape") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1", {3});
    for (int i = 0; i < 2; ++i) console.hall.take(matter);
    console.order(*clerk, 3, "next", "");
    console.hall.clock.pass_minutes(5);
    console.order(*clerk, 3, "finish", "A001", {{"outcome", "material_missing"}, {"note", "缺户口簿"}});
    const Reply history = clerk->get("/api/history?counter=3");
    CHECK(console.document().check_response("history", history.status, history.body) == "");
    REQUIRE(history.json().at("visits").size() == 1);
    const Json visit = history.json().at("visits").at(0);
    CHECK(visit.at("code") == "A001");
    CHECK(visit.at("outcome") == "material_missing");
    CHECK(visit.at("note") == "缺户口簿");
    CHECK(visit.at("visit_ms") == 300'000);
    const Reply figures = clerk->get("/api/figures");
    CHECK(console.document().check_response("figures", figures.status, figures.body) == "");
    CHECK(figures.json().at("taken") == 2);
    CHECK(figures.json().at("done") == 1);
    CHECK(clerk->get("/api/figures?date=yesterday").why() == "wrong_shape");
}
