// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

void begin_visit(Driver& driver) {
    driver.clock().advance(1000);
    driver.tap("start");
    REQUIRE(driver.screen() == ScreenId::home);
}

template <class Kind>
int asked(Driver& driver) {
    int count = 0;
    for (const Question& question : driver.service().asked())
        if (std::holds_alternative<Kind>(question)) ++count;
    return count;
}

TakeNumber last_request(Driver& driver) {
    TakeNumber request;
    for (const Question& question : driver.service().asked())
        if (const auto* take = std::get_if<AskTake>(&question)) request = take->request;
    return request;
}

}  // namespace

TEST_CASE("three touches lead from home to a number") {
    Driver driver;
    begin_visit(driver);
    driver.tap("take_number");
    driver.tap("matter.old-age-allowance");
    driver.tap("take");
    CHECK(driver.screen() == ScreenId::ticket);
    CHECK(driver.service().issued() == 1);
    CHECK(driver.shows("A027"));
    CHECK(driver.shows("正在打印小票"));
    CHECK(driver.shows("9:54–10:02"));
}

TEST_CASE("nobody leaves the page while a number is being written, so that it is seen") {
    Driver driver;
    begin_visit(driver);
    driver.tap("take_number");
    driver.tap("matter.old-age-allowance");
    driver.service().hold();
    driver.tap("take");
    for (const char* way_out : {"bar.home", "bar.help", "bar.back"}) {
        driver.clock().advance(1000);
        driver.tap(way_out);
        CHECK(driver.screen() == ScreenId::confirm);
    }
    driver.service().release();
    driver.frames(3);
    CHECK(driver.screen() == ScreenId::ticket);
    CHECK(driver.service().issued() == 1);
}

TEST_CASE("larger text takes one touch more, by two lists") {
    Driver driver;
    begin_visit(driver);
    driver.tap("bar.larger");
    driver.tap("take_number");
    driver.tap("line.A");
    REQUIRE(driver.screen() == ScreenId::matters);
    driver.tap("matter.minimum-living");
    driver.tap("take");
    CHECK(driver.screen() == ScreenId::ticket);
    CHECK(last_request(driver).matter == "minimum-living");
}

TEST_CASE("another line shows its matters in the same page") {
    Driver driver;
    driver.show(ScreenId::choose);
    REQUIRE(driver.has("matter.old-age-allowance"));
    driver.tap("line.B");
    CHECK(driver.screen() == ScreenId::choose);
    CHECK(driver.has("matter.social-card"));
    CHECK_FALSE(driver.has("matter.old-age-allowance"));
}

TEST_CASE("nobody is held to be privileged unless they say so, and the line is asked anew when they do") {
    Driver driver;
    driver.show(ScreenId::confirm);
    driver.pass(300);
    CHECK(driver.shows("6"));
    driver.tap("priority.elder");
    CHECK(driver.kiosk().session().priority == "elder");
    CHECK(driver.shows("3"));
    driver.tap("priority.none");
    CHECK(driver.kiosk().session().priority.empty());
    driver.tap("priority.military");
    driver.tap("take");
    CHECK(last_request(driver).priority == "military");
}

TEST_CASE("a double tap on the button issues one number") {
    Driver driver;
    driver.show(ScreenId::confirm);
    driver.clock().advance(1000);
    driver.service().hold();
    driver.tap_quickly("take", 60);
    driver.tap("take");
    driver.service().release();
    driver.frames();
    CHECK(driver.screen() == ScreenId::ticket);
    CHECK(driver.service().issued() == 1);
    CHECK(asked<AskTake>(driver) == 1);
}

TEST_CASE("a slow hall is waited for with an hourglass, and nobody can walk away from the number") {
    Driver driver;
    driver.show(ScreenId::confirm);
    driver.service().hold();
    driver.tap("take");
    driver.pass(400);
    CHECK(driver.shows("请稍等"));
    CHECK_FALSE(driver.enabled("take"));
    driver.tap("bar.back");
    CHECK(driver.screen() == ScreenId::confirm);
    driver.service().release();
    driver.frames();
    CHECK(driver.screen() == ScreenId::ticket);
}

TEST_CASE("a number that could not be written is told so and tried again under the same key") {
    Driver driver;
    driver.show(ScreenId::confirm);
    driver.service().answer_next(Error{ErrorCode::disk_full, "no space"});
    driver.tap("take");
    CHECK(driver.screen() == ScreenId::confirm);
    CHECK(driver.shows("没有丢，也没有多"));
    const std::string key = last_request(driver).idempotency_key;
    driver.tap("again");
    CHECK(driver.screen() == ScreenId::ticket);
    CHECK(last_request(driver).idempotency_key == key);
    CHECK(key.size() >= 8);
    CHECK(driver.service().issued() == 1);
}

TEST_CASE("another number in the same visit goes under a new key") {
    Driver driver;
    driver.show(ScreenId::confirm);
    driver.tap("take");
    const std::string first = last_request(driver).idempotency_key;
    driver.tap("another");
    REQUIRE(driver.screen() == ScreenId::choose);
    driver.tap("matter.minimum-living");
    driver.tap("take");
    CHECK(driver.screen() == ScreenId::ticket);
    CHECK(last_request(driver).idempotency_key != first);
    CHECK(driver.service().issued() == 2);
}

TEST_CASE("a closed hall is told before anybody presses the button, with when it opens and ways on") {
    Driver driver;
    HallPicture picture = *driver.service().picture();
    picture.status.issuing = Refused{Refusal::on_break, {}, SampleClock::start_ms + 4 * 3'600'000};
    driver.service().set_picture(std::move(picture));
    driver.show(ScreenId::confirm);
    driver.frames();
    CHECK(driver.screen() == ScreenId::refused);
    CHECK(driver.shows("今天 13:42"));
    CHECK(driver.service().issued() == 0);
    driver.pass(400);
    driver.tap("call_help");
    CHECK(driver.screen() == ScreenId::help);
}

TEST_CASE("someone who holds a number for the matter is shown that number") {
    Driver driver;
    const TicketView held = driver.service().put_ticket("old-age-allowance", TicketState::waiting);
    Session session;
    session.matter = "old-age-allowance";
    session.refused = Refused{Refusal::already_waiting, held.ticket, {}};
    driver.show(ScreenId::refused, session);
    CHECK(driver.shows(held.ticket.code()));
    driver.tap("show_ticket");
    CHECK(driver.screen() == ScreenId::ticket_state);
}

TEST_CASE("every refusal that a resident can meet has its words and a way on, in both languages") {
    Driver driver;
    for (const Language language : {Language::zh, Language::en})
        for (int i = 0; i <= static_cast<int>(Refusal::help_called_already); ++i) {
            Session session;
            session.matter = "old-age-allowance";
            session.refused = Refused{static_cast<Refusal>(i), {}, {}};
            driver.show(ScreenId::refused, session, Modes{.language = language});
            INFO(name_of(static_cast<Refusal>(i)));
            int ways = 0;
            for (const auto& target : driver.record().targets)
                if (!target.id.starts_with("bar.") && target.state == LayoutRecord::Target::enabled) ++ways;
            CHECK(ways >= 2);
            CHECK_FALSE(driver.shows("refused."));
        }
}

TEST_CASE("the ticket's page follows the line and says where to go when the number is called") {
    Driver driver;
    driver.show(ScreenId::ticket);
    CHECK(driver.shows("12–20"));
    const Ticket ticket = driver.kiosk().session().ticket->ticket;
    TicketView called;
    called.ticket = ticket;
    called.ticket.state = TicketState::called;
    called.ticket.counter = 3;
    driver.service().answer_next(AnswerValue(called));
    driver.service().set_picture(*driver.service().picture());
    driver.frames(5);
    CHECK(driver.shows("3 号窗口"));
    CHECK(driver.shows("叫到您了"));
    CHECK_FALSE(driver.shows("12–20"));
    driver.tap("done");
    CHECK(driver.screen() == ScreenId::attract);
    CHECK_FALSE(driver.kiosk().session().ticket);
}

TEST_CASE("a number that was missed while its page was open goes on to the page that helps") {
    Driver driver;
    driver.show(ScreenId::ticket);
    TicketView missed;
    missed.ticket = driver.kiosk().session().ticket->ticket;
    missed.ticket.state = TicketState::missed;
    driver.service().answer_next(AnswerValue(missed));
    driver.service().set_picture(*driver.service().picture());
    driver.frames(5);
    CHECK(driver.screen() == ScreenId::ticket_state);
}

TEST_CASE("without an open counter no wait is promised") {
    Driver driver;
    HallPicture picture = *driver.service().picture();
    picture.status.open_counters = 0;
    for (CounterStatus& counter : picture.status.counters) counter.open = false;
    driver.service().set_picture(std::move(picture));
    driver.show(ScreenId::ticket);
    driver.frames();
    CHECK(driver.shows("窗口还没开"));
    CHECK_FALSE(driver.shows("分钟"));
}

}  // namespace linli::kiosk::testing
