// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/desk_json.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "hall/acts/call_for_help.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/pause_matter.h"
#include "hall/acts/reprint_slip.h"
#include "hall/acts/set_message.h"
#include "hall/acts/show_desk.h"
#include "hall/acts/show_figures.h"
#include "hall/acts/show_history.h"
#include "hall/acts/show_story.h"
#include "hall/wire/desk_order_json.h"
#include "tests/support/desk.h"
#include "tests/support/openapi_fields.h"

using namespace linli;
using namespace linli::support;

namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

/// The object has exactly the fields that the document gives it.
void check_fields(const Json& json, std::initializer_list<std::string_view> path) {
    const ObjectFields fields = openapi_fields(path);
    REQUIRE_FALSE(fields.required.empty());
    for (const auto& step : path) UNSCOPED_INFO(step);
    REQUIRE(json.is_object());
    for (const std::string& name : fields.required) CHECK((json.contains(name) ? name : "") == name);
    for (const auto& [name, value] : json.items()) CHECK((fields.allowed.contains(name) ? name : "") == name);
}

void check_each(const Json& array, std::initializer_list<std::string_view> path) {
    REQUIRE(array.is_array());
    REQUIRE_FALSE(array.empty());
    for (const Json& one : array) check_fields(one, path);
}

/// A desk where everything is there at once.
void with_everything(Desk& desk) {
    Hall& hall = desk.hall();
    REQUIRE(report_device(hall, {"kiosk", Device::printer, DeviceHealth::bad, "paper_out", 0}).has_value());
    for (int i = 0; i < 6; ++i) desk.test.take("senior-card", i == 5 ? "elder" : "");
    desk.gives(Order::next);
    desk.gives(Order::hold);
    desk.gives(Order::next);
    desk.gives(Order::miss);
    desk.gives(Order::next);
    DeskOrder finish = desk.made(Order::finish_next);
    finish.note = "引号 \" 和 <b>";
    done(desk.give(finish));
    value_of(pause_issuing(hall, "停电", "王小测"));
    done(pause_matter(hall, "senior-card", "系统升级", "王小测"));
    value_of(set_message(hall, {"停电了", "No power"}, {}, "王小测"));
    done(call_for_help(hall, "kiosk"));
}

}  // namespace

TEST_CASE("the reader of the interface's description reads its blocks and its braces") {
    CHECK(openapi_fields({"Pause"}).required == Names{"by", "reason", "since_ms"});
    CHECK(openapi_fields({"Pause"}).allowed == Names{"by", "reason", "since_ms"});
    CHECK(openapi_fields({"Hall", "today"}).allowed ==
          Names{"done", "done_by", "longest_code", "longest_wait_ms", "taken", "waited_mean_ms"});
    CHECK(openapi_fields({"Hall", "help"}).required == Names{"place", "since_ms"});
    CHECK(openapi_fields({"TicketStory", "wait"}).allowed == Names{"high_minutes", "low_minutes"});
    CHECK(openapi_fields({"Figures", "hand_over"}).required ==
          Names{"held_codes", "missed_codes", "troubles", "waiting_codes"});
    CHECK(openapi_fields({"Ticket"}).allowed.contains("in_state_ms"));
    CHECK_FALSE(openapi_fields({"Ticket"}).required.contains("in_state_ms"));
    CHECK_THROWS(openapi_fields({"Nonsense"}));
}

TEST_CASE("a hall is written as the interface says") {
    Desk desk;
    with_everything(desk);
    const Json json = Json::parse(wire::hall_json(value_of(show_desk(desk.hall()))));
    check_fields(json, {"Hall"});
    for (const char* place : {"line", "held", "missed"}) check_each(json.at(place), {"Ticket"});
    check_each(json.at("counters"), {"Hall", "counters"});
    check_fields(json.at("counters").at(0).at("in_hand"), {"Ticket"});
    check_fields(json.at("today"), {"Hall", "today"});
    check_each(json.at("devices"), {"DeviceState"});
    check_each(json.at("help"), {"Hall", "help"});
    check_fields(json.at("issuing_paused"), {"Pause"});
    check_each(json.at("matters_paused"), {"Hall", "matters_paused"});
    check_fields(json.at("message"), {"Hall", "message"});
    check_fields(json.at("message").at("words"), {"Words"});
    check_each(json.at("undo"), {"Hall", "undo"});
    CHECK(json.at("counters").at(0).at("holder") == "王小测");
    CHECK(json.at("counters").at(0).at("holder_account") == "wang");
    CHECK(json.at("counters").at(1).at("in_hand").is_null());
    CHECK(json.at("counters").at(1).at("next").is_null());
    CHECK(json.at("today").at("done_by").at("wang") == 1);
    CHECK(json.at("undo").at(0).at("order") == "finish_next");
}

TEST_CASE("a hall where nothing is going on has nulls and empty lists") {
    TestHall test;
    test.clock.set_wall(shanghai("2026-11-29", 10));  // a Sunday
    const Json json = Json::parse(wire::hall_json(value_of(show_desk(test.hall()))));
    check_fields(json, {"Hall"});
    for (const char* place : {"line", "held", "missed", "devices", "help", "matters_paused", "undo"})
        CHECK(json.at(place) == Json::array());
    for (const char* name : {"closes_ms", "issuing_paused", "message"}) CHECK(json.at(name).is_null());
    CHECK(json.at("open") == false);
    CHECK(json.at("today").at("done_by") == Json::object());
}

TEST_CASE("an order's answer is written as the interface says, and comes back from how it is kept") {
    Desk desk;
    for (int i = 0; i < 2; ++i) desk.test.take("senior-card", "elder");
    desk.gives(Order::next);
    const DeskOrderDone given = desk.gives(Order::finish_next);
    const Json json = Json::parse(wire::order_done_json(given));
    check_fields(json, {"OrderDone"});
    check_fields(json.at("in_hand"), {"Ticket"});
    check_fields(json.at("ended"), {"Ticket"});
    DeskOrderDone again = value_of(wire::read_kept_answer(wire::kept_answer(given)));
    again.request_id = given.request_id;
    CHECK(wire::order_done_json(again) == wire::order_done_json(given));
    for (const char* broken :
         {"{}", "[]", "[1,2,3,4]", "no JSON", "[0,false,null,[1],null]", "[99,false,null,null,null]"}) {
        CHECK(error_of(wire::read_kept_answer(broken)) == "corrupt");
        CHECK(error_of(wire::read_order_undo(broken)) == "corrupt");
    }
}

TEST_CASE("story, history, figures and refusals are written as the interface says") {
    Desk desk;
    with_everything(desk);
    REQUIRE(value_of(resume_issuing(desk.hall())));
    Json json = Json::parse(wire::ticket_story_json(done(show_story(desk.hall(), "A005"))));
    check_fields(json, {"TicketStory"});
    check_fields(json.at("ticket"), {"Ticket"});
    check_fields(json.at("wait"), {"TicketStory", "wait"});
    check_each(json.at("steps"), {"TicketStory", "steps"});
    CHECK(json.at("slip").is_null());

    json = Json::parse(wire::history_json(value_of(show_history(desk.hall(), {}))));
    check_each(json.at("visits"), {"Visit"});
    CHECK(json.size() == 1);

    json = Json::parse(wire::figures_json(value_of(show_figures(desk.hall(), {})).value()));
    check_fields(json, {"Figures"});
    check_each(json.at("hours"), {"Figures", "hours"});
    check_each(json.at("lines"), {"Figures", "lines"});
    check_each(json.at("counters"), {"Figures", "counters"});
    check_fields(json.at("hand_over"), {"Figures", "hand_over"});
    check_each(json.at("hand_over").at("troubles"), {"DeviceState"});

    Refused refused_one{Refusal::in_hand_changed, desk.test.take("old-age-allowance"), 5};
    refused_one.holder = "李小试";
    refused_one.in_hand = "A001";
    json = Json::parse(wire::refused_json(refused_one));
    check_fields(json, {"Refused"});
    check_fields(json.at("ticket"), {"Ticket"});
    CHECK(Json::parse(wire::refused_json({Refusal::nobody_waiting, {}, {}})).size() == 1);
}
