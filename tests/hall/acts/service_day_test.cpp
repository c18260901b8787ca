// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/service_day.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/show_ticket.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

constexpr WallMs empty_battery = 1'577'836'800'000;  // 2020-01-01 08:00 in Shanghai

void check_journal(TestHall& test) {
    const JournalCheck check = value_of(verify_journal(test.hall()));
    CHECK_FALSE(check.fault.has_value());
}

}  // namespace

TEST_CASE("after midnight numbers begin at A001, and what is left of the day before has ended") {
    TestHall test(always_open());
    done(open_counter(test.hall(), 1));
    done(open_counter(test.hall(), 2));
    const Ticket called = test.take("senior-card");
    const Ticket held = test.take("senior-card");
    const Ticket waiting = test.take("senior-card");
    done(call_next(test.hall(), 1));
    done(call_next(test.hall(), 2));
    done(hold(test.hall(), 2));

    test.clock.pass_hours(15);
    CHECK(test.take("senior-card").code() == "A001");
    for (const Ticket& ticket : {called, held, waiting}) CHECK(test.now(ticket).state == TicketState::left);
    CHECK(test.codes_in_line() == Codes{"A001"});
    CHECK(refusal(call_next(test.hall(), 1)) == "counter_closed");
    CHECK(refusal(close_counter(test.hall(), 2)) == "counter_closed_already");

    const auto ended = test.journal_of("ticket.left");
    REQUIRE(ended.size() == 3);
    for (const JournalEntry& entry : ended) CHECK(entry.body.find("day_end") != std::string::npos);
    CHECK(test.journal_of("counter.closed").size() == 2);
    REQUIRE(test.journal_of("day.opened").size() == 2);
    CHECK(test.journal_of("day.opened").back().body.find(R"("tickets_ended":3)") != std::string::npos);
    CHECK(test.count("SELECT count(*) FROM service_day") == 2);
    check_journal(test);
}

TEST_CASE("the pages see the new day before its first act") {
    TestHall test(always_open());
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    done(call_next(test.hall(), 1));
    test.take("senior-card");
    test.clock.pass_hours(15);
    const HallStatus status = value_of(show_hall(test.hall()));
    CHECK(status.waiting == 0);
    CHECK(status.open_counters == 0);
    CHECK(status.calls.empty());
    CHECK(test.codes_in_line().empty());
    CHECK(refusal(show_ticket(test.hall(), "A001")) == "unknown_ticket");
    CHECK(refusal(show_ticket(test.hall(), "A002")) == "unknown_ticket");
    CHECK(test.journal_of("day.opened").size() == 1);
}

TEST_CASE("an act that is refused opens the new day all the same") {
    TestHall test(always_open());
    const Ticket yesterday = test.take("senior-card");
    test.clock.pass_hours(15);
    CHECK(refusal(call_next(test.hall(), 1)) == "counter_closed");
    CHECK(test.now(yesterday).state == TicketState::left);
    CHECK(test.journal_of("day.opened").size() == 2);
    check_journal(test);
}

TEST_CASE("a box that was off at midnight begins a new day when it starts") {
    TestHall test(always_open());
    const Ticket yesterday = test.take("senior-card");
    test.clock.restart("second boot", shanghai("2026-11-24", 8));
    test.reopen();
    CHECK(test.take("senior-card").code() == "A001");
    CHECK(test.now(yesterday).state == TicketState::left);
    check_journal(test);
}

TEST_CASE("a box that starts again within the day goes on in it") {
    TestHall test(always_open());
    done(open_counter(test.hall(), 1));
    test.take("senior-card");
    test.clock.restart("second boot", test.clock.wall_ms() + 120'000);
    test.reopen();
    CHECK(test.take("senior-card").code() == "A002");
    CHECK(test.codes_in_line() == Codes{"A001", "A002"});
    CHECK(done(call_next(test.hall(), 1)).code() == "A001");
}

TEST_CASE("when the clock is moved a day either way, people keep their numbers and places") {
    for (const std::int64_t hours : {24, -24}) {
        INFO(hours);
        TestHall test(always_open());
        done(open_counter(test.hall(), 1));
        test.take("senior-card");
        test.take("old-age-allowance");
        test.clock.move_wall_hours(hours);
        CHECK(test.take("senior-card").code() == "A003");
        CHECK(test.codes_in_line() == Codes{"A001", "A002", "A003"});
        CHECK(done(show_ticket(test.hall(), "A001")).people_ahead == 0);
        CHECK(done(call_next(test.hall(), 1)).code() == "A001");

        test.clock.move_wall_hours(-hours);
        CHECK(test.take("senior-card").code() == "A004");
        CHECK(test.codes_in_line() == Codes{"A002", "A003", "A004"});
        CHECK(test.journal_of("clock.moved").size() == 2);
        CHECK(test.journal_of("day.opened").size() == 1);
        for (const LineEntry& entry : done(show_line(test.hall(), {}))) CHECK(entry.waited_minutes < 1);
        check_journal(test);
    }
}

TEST_CASE("a clock that shows less than the newest day is told, and a right one is not") {
    TestHall test(always_open());
    test.take("senior-card");
    CHECK_FALSE(value_of(show_hall(test.hall())).clock_behind);
    test.clock.move_wall_hours(-48);
    CHECK(value_of(show_hall(test.hall())).clock_behind);
    test.clock.move_wall_hours(48);
    CHECK_FALSE(value_of(show_hall(test.hall())).clock_behind);
}

TEST_CASE("with an empty battery, who took a number since the start keeps it when the network sets the clock") {
    TestHall test(always_open());
    const Ticket of_yesterday = test.take("senior-card");   // A001
    const Ticket called_before = test.take("senior-card");  // A002
    test.clock.restart("second boot", empty_battery);
    test.reopen();
    done(open_counter(test.hall(), 1));
    const Ticket first = test.take("senior-card");
    const Ticket second = test.take("senior-card");
    CHECK(first.code() == "A003");

    test.clock.set_wall(shanghai("2026-11-24", 8, 30));
    const Ticket third = test.take("senior-card");
    CHECK(third.code() == "A001");
    CHECK(test.now(of_yesterday).state == TicketState::left);
    CHECK(test.now(called_before).state == TicketState::left);
    CHECK(test.codes_in_line() == Codes{"A003", "A004", "A001"});
    CHECK(done(show_ticket(test.hall(), "A003")).ticket.id == first.id);
    CHECK(done(call_next(test.hall(), 1)).id == first.id);  // its counter stayed open
    CHECK(test.now(second).state == TicketState::waiting);
    check_journal(test);
}

TEST_CASE("no two open tickets show one number: what somebody still holds is passed over") {
    TestHall test(always_open());
    test.clock.restart("second boot", empty_battery);
    test.reopen();
    for (int i = 0; i < 3; ++i) test.take("senior-card");
    done(open_counter(test.hall(), 1));
    done(call_next(test.hall(), 1));
    done(finish(test.hall(), 1, {}));  // A001 is done; A002 and A003 wait

    test.clock.set_wall(shanghai("2026-11-24", 8, 30));
    Codes given;
    for (int i = 0; i < 3; ++i) given.push_back(test.take("senior-card").code());
    CHECK(given == Codes{"A001", "A004", "A005"});
    Codes line = test.codes_in_line();
    std::sort(line.begin(), line.end());
    CHECK(std::adjacent_find(line.begin(), line.end()) == line.end());
    check_journal(test);
}

TEST_CASE("waiting time over a restart with an empty battery is not counted by the wrong clock") {
    TestHall test(always_open());
    test.take("senior-card");
    test.clock.restart("second boot", empty_battery);
    test.reopen();
    test.clock.pass_minutes(10);
    test.take("senior-card");
    test.clock.set_wall(shanghai("2026-11-23", 11));
    const auto line = done(show_line(test.hall(), {}));
    REQUIRE(line.size() == 2);
    CHECK(line[0].ticket.code() == "A001");
    CHECK(line[0].waited_minutes < 11);
    CHECK(line[0].waited_minutes >= 0);
}

TEST_CASE("past 999 a number has four digits and is found by its code") {
    TestHall test;
    Ticket ticket = test.take("senior-card");
    ticket.id = "0";
    ticket.number = 998;
    REQUIRE(test.stores().tickets.insert(ticket, {new_key(), {}, "first boot"}).has_value());
    CHECK(test.take("senior-card").code() == "A999");
    CHECK(test.take("senior-card").code() == "A1000");
    CHECK(test.take("senior-card").code() == "A1001");
    CHECK(done(show_ticket(test.hall(), "a1000")).ticket.number == 1000);
}

TEST_CASE("numbers are counted for each letter alone") {
    TestHall test;
    CHECK(test.take("senior-card").code() == "A001");
    CHECK(test.take("social-card").code() == "B001");
    CHECK(test.take("old-age-allowance").code() == "A002");
    CHECK(test.take("resident-pension").code() == "B002");
}

TEST_CASE("where daylight saving repeats an hour over midnight's edge, one midnight makes one day") {
    ContentDocuments documents = always_open();
    std::string& hall = documents.at("hall.json");
    hall.replace(hall.find("Asia/Shanghai"), 13, "Europe/Berlin");
    TestHall test(documents);
    const TimeZone berlin = value_of(TimeZone::open("Europe/Berlin"));
    for (const LocalDate change : {LocalDate{2027, 3, 28}, LocalDate{2027, 10, 31}}) {
        test.clock.pass_ms(berlin.moment(change.plus_days(-1), 12 * 60) - test.clock.wall_ms());
        CHECK(test.take("senior-card").code() == "A001");
        const auto days = test.count("SELECT count(*) FROM service_day");
        for (int hour = 0; hour < 12; ++hour) {
            test.clock.pass_hours(1);
            test.take("senior-card");
        }
        for (int hour = 0; hour < 8; ++hour) {
            test.clock.pass_hours(1);
            test.take("senior-card");
        }
        CHECK(test.count("SELECT count(*) FROM service_day") == days + 1);
    }
}
