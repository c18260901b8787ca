// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

void enter(Driver& driver, const std::string& signs) {
    for (const char sign : signs) driver.tap(std::string("key.") + sign);
}

void look_up(Driver& driver, const std::string& code) {
    driver.show(ScreenId::find_ticket);
    enter(driver, code);
    driver.tap("key.action");
}

}  // namespace

TEST_CASE("a number is found by its letter and digits") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::waiting);
    driver.show(ScreenId::find_ticket);
    CHECK_FALSE(driver.enabled("key.action"));
    enter(driver, view.ticket.code());
    driver.tap("key.action");
    CHECK(driver.screen() == ScreenId::ticket_state);
    CHECK(driver.shows("在排队"));
    CHECK_FALSE(driver.shows(view.ticket.check_code));
}

TEST_CASE("a number that does not exist is said so, and entering goes on") {
    Driver driver;
    look_up(driver, "B99");
    CHECK(driver.screen() == ScreenId::find_ticket);
    CHECK(driver.shows("没有 B99"));
    driver.tap("key.erase");
    CHECK_FALSE(driver.shows("没有 B99"));
}

TEST_CASE("giving back asks for the digits and once more, and can be undone") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::waiting);
    look_up(driver, view.ticket.code());
    driver.tap("give_back");
    enter(driver, "4821");
    driver.tap("key.action");
    REQUIRE(driver.has("keep"));
    driver.tap("give_back");
    CHECK(driver.shows("已经退了"));
    driver.tap("undo");
    CHECK(driver.shows("恢复好了"));
    CHECK(driver.kiosk().session().ticket->ticket.state == TicketState::waiting);
}

TEST_CASE("keeping the number changes nothing") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::waiting);
    look_up(driver, view.ticket.code());
    driver.tap("give_back");
    enter(driver, "4821");
    driver.tap("key.action");
    driver.tap("keep");
    CHECK(driver.shows("在排队"));
    for (const Question& question : driver.service().asked())
        CHECK_FALSE(std::holds_alternative<AskGiveBack>(question));
}

TEST_CASE("wrong digits are told with how to mend, and the number stays") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::waiting);
    look_up(driver, view.ticket.code());
    driver.tap("give_back");
    enter(driver, "1111");
    driver.tap("key.action");
    driver.tap("give_back");
    CHECK(driver.shows("退号码不对"));
    CHECK_FALSE(driver.enabled("key.action"));
    enter(driver, "4821");
    driver.tap("key.action");
    driver.tap("give_back");
    CHECK(driver.shows("已经退了"));
}

TEST_CASE("back leads from the question to the digits and from the digits to the number") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::waiting);
    look_up(driver, view.ticket.code());
    driver.tap("give_back");
    REQUIRE(driver.has("key.1"));
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::ticket_state);
    CHECK(driver.has("give_back"));
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::find_ticket);
}

TEST_CASE("a missed number joins the line again, once") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::missed);
    look_up(driver, view.ticket.code());
    CHECK(driver.shows("您不在"));
    driver.tap("rejoin");
    CHECK(driver.shows("重新排上了"));
    CHECK_FALSE(driver.has("rejoin"));
}

TEST_CASE("after ten minutes a number given back is not offered again") {
    Driver driver;
    const TicketView view = driver.service().put_ticket("old-age-allowance", TicketState::left);
    driver.clock().advance(10 * 60'000 - 5'000);
    look_up(driver, view.ticket.code());
    CHECK(driver.has("undo"));
    driver.clock().advance(10'000);
    look_up(driver, view.ticket.code());
    CHECK_FALSE(driver.has("undo"));
    CHECK(driver.has("take_number"));
}

TEST_CASE("every state has its own words and a way on") {
    Driver driver;
    for (const TicketState state :
         {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held, TicketState::done,
          TicketState::missed, TicketState::left, TicketState::handed_over}) {
        const TicketView view = driver.service().put_ticket("old-age-allowance", state);
        Session session;
        session.ticket = view;
        driver.show(ScreenId::ticket_state, session);
        INFO(name_of(state));
        CHECK_FALSE(driver.shows("ticket_state."));
        CHECK(driver.has("ok"));
        CHECK(driver.has("give_back") == stands_in_line(state));
    }
}

TEST_CASE("help is called once, said to be called, and can be called off") {
    Driver driver;
    driver.show(ScreenId::help);
    driver.tap("call_help");
    CHECK(driver.shows("人马上就来"));
    driver.tap("end_help");
    CHECK(driver.shows("不用过来"));
    CHECK(driver.has("call_help"));
}

TEST_CASE("help that could not be called says what to do instead") {
    Driver driver;
    driver.show(ScreenId::help);
    driver.service().answer_next(Error{ErrorCode::busy, "busy"});
    driver.tap("call_help");
    CHECK(driver.shows("直接到窗口"));
    CHECK(driver.has("call_help"));
}

TEST_CASE("a service that is not there yet leads to a number and to help") {
    Driver driver;
    driver.show(ScreenId::not_open_yet);
    CHECK(driver.shows("开证明"));
    driver.tap("take_number");
    CHECK(driver.screen() == ScreenId::choose);
}

}  // namespace linli::kiosk::testing
