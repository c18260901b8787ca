// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/take_number.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/give_back.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

const std::string person = "110101199003070011";
const std::string other_person = "440305195211200022";

ActResult<Ticket> take_for(TestHall& test, const std::string& matter, const std::string& number) {
    test.clock.pass_seconds(1);
    return issue_number(test.hall(), {matter, {}, new_key(), number});
}

}  // namespace

TEST_CASE("a number is given with its line's letter, a check code and a place in the line") {
    TestHall test;
    const TicketView view = done(take_number(test.hall(), {"senior-card", {}, new_key(), {}}));
    CHECK(view.ticket.code() == "A001");
    CHECK(view.ticket.matter == "senior-card");
    CHECK(view.ticket.state == TicketState::waiting);
    CHECK(view.ticket.taken_ms == test.clock.wall_ms());
    CHECK(view.ticket.check_code.size() == 4);
    CHECK(view.ticket.check_code.find_first_not_of("0123456789") == std::string::npos);
    CHECK(view.people_ahead == 0);
    CHECK_FALSE(view.any_counter_open);
    CHECK(view.counters == std::vector<int>{1, 2, 3});
    const auto taken = test.journal_of("ticket.taken");
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].subject == view.ticket.id);
    CHECK(taken[0].actor == "test");
    CHECK(taken[0].body.find(R"("code":"A001")") != std::string::npos);
    CHECK(taken[0].body.find(view.ticket.check_code + "\"") == std::string::npos);
}

TEST_CASE("what the hall does not have is refused") {
    TestHall test;
    CHECK(refusal(take_number(test.hall(), {"moon-permit", {}, new_key(), {}})) == "unknown_matter");
    CHECK(refusal(take_number(test.hall(), {"senior-card", "vip", new_key(), {}})) == "unknown_priority");
    for (const char* wrong : {"", "110101199003070012", "11010119900307", "abc", "000000000000000000"})
        CHECK(refusal(take_number(test.hall(), {"senior-card", {}, new_key(), wrong})) == "invalid_person");
    CHECK(test.count("SELECT count(*) FROM ticket") == 0);
    CHECK(test.journal_of("ticket.taken").empty());
}

TEST_CASE("a key that is too short or too long is an error of the program that gave it") {
    TestHall test;
    for (const std::string& key : {std::string(), std::string(7, 'k'), std::string(65, 'k')})
        CHECK(error_of(issue_number(test.hall(), {"senior-card", {}, key, {}})) == "invalid_input");
    done(issue_number(test.hall(), {"senior-card", {}, std::string(8, 'k'), {}}));
    done(issue_number(test.hall(), {"senior-card", {}, std::string(64, 'k'), {}}));
}

TEST_CASE("outside the hours no number is given, and the next opening is named") {
    TestHall test;
    const auto at = [&](const char* date, int hour, int minute) {
        test.clock.pass_ms(shanghai(date, hour, minute) - test.clock.wall_ms());
        const Refused why = refused(issue_number(test.hall(), {"senior-card", {}, new_key(), {}}));
        REQUIRE(why.next_opening_ms.has_value());
        const LocalTime next = test.hall().zone().at(*why.next_opening_ms);
        return std::string(name_of(why.why)) + " until " + next.date.text() + " " + next.hour_minute();
    };
    CHECK(at("2026-11-23", 17, 20) == "after_closing until 2026-11-24 08:30");
    CHECK(at("2026-11-24", 7, 59) == "before_opening until 2026-11-24 08:30");
    CHECK(at("2026-11-29", 10, 0) == "closed_today until 2026-11-30 08:30");
    test.clock.pass_ms(shanghai("2026-11-30", 8, 0) - test.clock.wall_ms());
    CHECK(test.take("senior-card").code() == "A001");
}

TEST_CASE("in the break no number is given where the hall says so") {
    ContentDocuments documents =
        hall_with("/hours/week/monday", R"([{"from":"08:30","to":"12:00"},{"from":"13:30","to":"17:30"}])");
    auto& hall = documents.at("hall.json");
    const std::string allowed = R"("issue_in_breaks":true)";
    REQUIRE(hall.find(allowed) != std::string::npos);
    hall.replace(hall.find(allowed), allowed.size(), R"("issue_in_breaks":false)");
    TestHall test(documents);
    test.clock.pass_hours(2);
    const Refused why = refused(issue_number(test.hall(), {"senior-card", {}, new_key(), {}}));
    CHECK(why.why == Refusal::on_break);
    CHECK(why.next_opening_ms == shanghai("2026-11-23", 13, 30));
}

TEST_CASE("one key gives one ticket, however often and by whatever program it is sent") {
    TestHall test;
    const TakeNumber request{"senior-card", "elder", new_key(), {}};
    const Ticket first = done(issue_number(test.hall(), request));
    test.clock.pass_seconds(2);
    CHECK(done(issue_number(test.hall(), request)).id == first.id);
    CHECK(done(issue_number(*test.another(), request)).id == first.id);
    test.reopen();
    CHECK(done(issue_number(test.hall(), request)).id == first.id);
    CHECK(done(take_number(test.hall(), request)).ticket.code() == first.code());
    // Also where a new number would be refused by now.
    test.clock.pass_hours(9);
    CHECK(done(issue_number(test.hall(), request)).id == first.id);
    CHECK(test.count("SELECT count(*) FROM ticket") == 1);
    CHECK(test.journal_of("ticket.taken").size() == 1);
}

TEST_CASE("a person holds one open ticket for a matter, and is told which") {
    TestHall test;
    const Ticket first = done(take_for(test, "senior-card", person));
    const Refused why = refused(take_for(test, "senior-card", " 1101 0119 9003 0700 11 "));
    CHECK(why.why == Refusal::already_waiting);
    REQUIRE(why.ticket.has_value());
    CHECK(why.ticket->id == first.id);
    done(take_for(test, "old-age-allowance", person));
    done(take_for(test, "senior-card", other_person));
    test.take("senior-card");  // without a number anybody may take one

    done(give_back(test.hall(), first.code(), first.check_code));
    done(take_for(test, "senior-card", person));
}

TEST_CASE("a person may come again once the visit is over, and not while it lasts") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    done(take_for(test, "senior-card", person));
    done(call_next(test.hall(), 1));
    CHECK(refusal(take_for(test, "senior-card", person)) == "already_waiting");
    done(serve(test.hall(), 1));
    CHECK(refusal(take_for(test, "senior-card", person)) == "already_waiting");
    done(hold(test.hall(), 1));
    CHECK(refusal(take_for(test, "senior-card", person)) == "already_waiting");
    done(call_ticket(test.hall(), 1, "A001"));
    done(finish(test.hall(), 1, {}));
    done(take_for(test, "senior-card", person));
    done(call_next(test.hall(), 1));
    done(miss(test.hall(), 1));
    done(take_for(test, "senior-card", person));
}

TEST_CASE("an identity number is nowhere in the files in the clear") {
    TestHall test;
    done(take_for(test, "senior-card", person));
    CHECK(refusal(take_for(test, "senior-card", person)) == "already_waiting");
    done(take_for(test, "senior-card", "510106194802290129"));
    CHECK(refusal(take_for(test, "social-card", person + "7")) == "invalid_person");
    const auto wal = test.database().string() + "-wal";
    for (const bool still_in_the_log : {true, false}) {
        if (!still_in_the_log) test.close();
        std::string bytes = read_file(test.database());
        if (still_in_the_log) bytes += read_file(wal);
        REQUIRE(bytes.find("senior-card") != std::string::npos);
        // Not even the part that is a birthday.
        for (const char* part : {"110101199003070011", "19900307", "510106194802290129", "19480229"})
            CHECK(bytes.find(part) == std::string::npos);
    }
}

TEST_CASE("the same person has another hash in another hall") {
    std::string hashes[2];
    for (std::string& hash : hashes) {
        TestHall test;
        done(take_for(test, "senior-card", person));
        Statement statement = value_of(test.stores().database->prepare("SELECT person FROM ticket"));
        Query query(statement);
        REQUIRE(value_of(query.step()));
        hash = query.text(0);
    }
    CHECK(hashes[0].size() == 32);
    CHECK(hashes[0] != hashes[1]);
}

TEST_CASE("a matter's numbers and the hall's numbers of a day are limited, and the next day they are not used up") {
    TestHall test(hall_with("/queue/numbers_a_day_max", "15"));
    for (int i = 0; i < 12; ++i) test.take("legal-advice");
    CHECK(refusal(issue_number(test.hall(), {"legal-advice", {}, new_key(), {}})) == "daily_limit");
    for (int i = 0; i < 3; ++i) test.take("senior-card");
    CHECK(refusal(issue_number(test.hall(), {"senior-card", {}, new_key(), {}})) == "daily_limit");
    test.clock.pass_hours(24);
    CHECK(test.take("legal-advice").code() == "H001");
}
