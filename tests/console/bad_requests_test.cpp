// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("bodies that are not what the document says are refused with the place, and nothing happens") {
    TestConsole console;
    console.hall.take("old-age-allowance");
    auto clerk = console.signed_in("clerk1", {3});
    const auto before = console.hall.count("SELECT journal_seq FROM box");
    const auto order = [&](const std::string& body, const char* type = "application/json") {
        return clerk->raw("POST", "/api/counters/3/orders", body,
                          {std::string("Content-Type: ") + type, "X-Linli-Csrf: " + clerk->csrf});
    };
    CHECK(order("{").why() == "bad_json");
    CHECK(order("").why() == "bad_json");
    CHECK(order("{\"order\":\"next\"").why() == "bad_json");
    CHECK(order("\xff\xfe{}").why() == "bad_json");
    CHECK(order(R"({"request_id":"12345678","order":"next"})").why() == "wrong_shape");
    CHECK(order(R"({"request_id":"12345678","order":"next","in_hand":"","more":1})").why() == "wrong_shape");
    CHECK(order(R"({"request_id":"12345678","order":"steal","in_hand":""})").why() == "wrong_shape");
    const Reply typed = order(R"({"request_id":"12345678","order":"next","in_hand":7})");
    CHECK(typed.why() == "wrong_shape");
    CHECK(typed.json().at("field") == "/in_hand");
    CHECK(order(R"({"request_id":"1","order":"next","in_hand":""})").why() == "wrong_shape");
    CHECK(order(R"({"request_id":"12345678' OR 1","order":"next","in_hand":""})").why() == "wrong_shape");
    CHECK(order("request_id=12345678", "application/x-www-form-urlencoded").why() == "unsupported_type");
    CHECK(order(std::string(100'000, '[')).status >= 400);
    CHECK(order("{\"request_id\":\"" + std::string(200'000, 'x') + "\"}").why() == "too_large");
    CHECK(clerk->post("/api/counters/0/orders", Json::object()).why() == "wrong_shape");
    CHECK(clerk->post("/api/counters/three/orders", Json::object()).why() == "wrong_shape");
    CHECK(clerk->post("/api/counters/88/open", Json::object()).why() == "unknown_counter");
    CHECK(clerk->get("/api/no-such-thing").why() == "not_found");
    CHECK(clerk->raw("PATCH", "/api/hall", "{}", {}).status >= 400);
    CHECK(console.hall.count("SELECT journal_seq FROM box") == before);
}

TEST_CASE("SQL and script are words like others, kept and shown as they were typed") {
    TestConsole console;
    console.hall.take("old-age-allowance");
    auto clerk = console.signed_in("clerk1", {3});
    const std::string nasty = "'); DROP TABLE ticket; -- <script>alert(1)</script> \\ \" 𠮷";
    console.order(*clerk, 3, "next", "");
    CHECK(console.order(*clerk, 3, "finish", "A001", {{"note", nasty}}).status == 200);
    CHECK(clerk->get("/api/history").json().at("visits").at(0).at("note") == nasty);
    const Reply paused = clerk->put("/api/issuing", {{"paused", true}, {"reason", nasty}});
    CHECK(paused.status == 200);
    CHECK(paused.json().at("issuing_paused").at("reason") == nasty);
    CHECK(console.document().check_response("set_issuing", paused.status, paused.body) == "");
    auto system = console.signed_in("system");
    CHECK(system->post("/api/staff", {{"account", "x' OR '1'='1"}, {"name", "x"}}).why() == "wrong_shape");
    const Reply added = system->post("/api/staff", {{"account", "odd.name"}, {"name", "<b>O'Neil\"</b>"}});
    CHECK(added.status == 200);
    CHECK(console.document().check_response("add_staff", added.status, added.body) == "");
    const Reply staff = system->get("/api/staff");
    CHECK(staff.body.find("<b>O'Neil\\\"</b>") != std::string::npos);
    CHECK(console.document().check_response("staff", staff.status, staff.body) == "");
}

TEST_CASE("pauses, message and help calls: what is set is seen, by everybody") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1", {3});
    const auto checked = [&](const char* operation, const Reply& reply) {
        INFO(operation << " " << reply.body);
        CHECK(reply.status == 200);
        CHECK(console.document().check_response(operation, reply.status, reply.body) == "");
        return reply.json();
    };
    CHECK(checked("pause_matter",
                  clerk->put("/api/matters/minimum-living/pause", {{"paused", true}, {"reason", "系统维护"}}))
              .at("matters_paused")
              .at(0)
              .at("reason") == "系统维护");
    CHECK(clerk
              ->post("/api/tickets",
                     {{"request_id", new_key()}, {"matter", "minimum-living"}, {"priority", ""}, {"paper", false}})
              .why() == "matter_paused");
    CHECK(clerk->put("/api/matters/none-such/pause", {{"paused", true}, {"reason", ""}}).why() == "unknown_matter");
    checked("pause_matter", clerk->put("/api/matters/minimum-living/pause", {{"paused", false}, {"reason", ""}}));
    CHECK(checked("set_message", clerk->put("/api/message", {{"zh", "下午两点停电"}, {"en", "Power cut at 2 pm"}}))
              .at("message")
              .at("words")
              .at("zh") == "下午两点停电");
    CHECK(checked("set_message", clerk->put("/api/message", {{"zh", ""}, {"en", ""}})).at("message").is_null());
    CHECK(clerk->put("/api/message", {{"zh", std::string(600, 'x')}, {"en", ""}}).why() == "wrong_shape");
    checked("end_help", clerk->post("/api/help/kiosk/end"));
}

TEST_CASE("the journal is read by audit alone, filtered, and can be checked") {
    TestConsole console;
    console.hall.take("old-age-allowance");
    auto clerk = console.signed_in("clerk1", {3});
    console.order(*clerk, 3, "next", "");
    auto audit = console.signed_in("audit");
    const Reply all = audit->get("/api/journal?limit=5");
    CHECK(console.document().check_response("journal", all.status, all.body) == "");
    CHECK(all.json().at("entries").size() == 5);
    const Reply clerks = audit->get("/api/journal?actor=staff:clerk1&kind=ticket.");
    REQUIRE(clerks.json().at("entries").size() == 1);
    CHECK(clerks.json().at("entries").at(0).at("kind") == "ticket.called");
    CHECK(audit->get("/api/journal?limit=5000").why() == "wrong_shape");
    const Reply check = audit->post("/api/journal/check");
    CHECK(console.document().check_response("check_journal", check.status, check.body) == "");
    CHECK(check.json().at("fault").is_null());
}

TEST_CASE("records that cannot be used are told as such, and the hall comes back by itself") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1", {3});
    const auto away = console.hall.database().string() + ".away";
    console.hall.close();
    std::filesystem::rename(console.hall.database(), away);
    CHECK(clerk->get("/api/hall").why() == "records_unusable");
    std::filesystem::rename(away, console.hall.database());
    Reply reply;
    for (int tries = 0; tries < 60; ++tries) {
        reply = clerk->get("/api/hall");
        if (reply.status == 200) break;
        console.hall.clock.pass_ms(100);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    INFO(reply.body);
    CHECK(reply.status == 200);
}
