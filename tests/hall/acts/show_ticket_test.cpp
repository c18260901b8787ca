// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_ticket.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_number.h"
#include "hall/acts/give_back.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/base/bytes.h"
#include "hall/store/hall_stores.h"
#include "hall/wire/sync_json.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("people ahead are those who compete for the same counters") {
    TestHall test;
    for (const int counter : {1, 4}) done(open_counter(test.hall(), counter));
    test.take("senior-card");       // A001, counter 1
    test.take("resident-pension");  // B001, counter 4
    test.take("senior-card");       // A002
    test.take("resident-pension");  // B002
    CHECK(done(show_ticket(test.hall(), "A001")).people_ahead == 0);
    CHECK(done(show_ticket(test.hall(), "A002")).people_ahead == 1);
    CHECK(done(show_ticket(test.hall(), "B002")).people_ahead == 1);
    // A counter that takes both makes them compete.
    done(open_counter(test.hall(), 3));
    const Ticket card = test.take("social-card");  // B003, counters 3 and 4
    CHECK(done(show_ticket(test.hall(), card.code())).people_ahead == 4);
}

TEST_CASE("a ticket shows its counters, its wait while it stands in the line, and its state after") {
    TestHall test;
    test.take("senior-card");
    TicketView view = done(show_ticket(test.hall(), "A001"));
    CHECK(view.counters == std::vector<int>{1, 2, 3});
    CHECK_FALSE(view.any_counter_open);
    CHECK_FALSE(view.wait.has_value());
    done(open_counter(test.hall(), 2));
    view = done(show_ticket(test.hall(), "A001"));
    CHECK(view.counters == std::vector<int>{2});
    CHECK(view.any_counter_open);
    CHECK(view.wait.has_value());
    done(call_next(test.hall(), 2));
    view = done(show_ticket(test.hall(), "A001"));
    CHECK(view.ticket.state == TicketState::called);
    CHECK(view.ticket.counter == 2);
    CHECK_FALSE(view.wait.has_value());
    CHECK(view.people_ahead == 0);
    done(finish(test.hall(), 2, {}));
    CHECK(done(show_ticket(test.hall(), "A001")).ticket.state == TicketState::done);
}

TEST_CASE("the longer the line, the longer the wait that is told") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    int before = -1;
    for (int i = 0; i < 4; ++i) {
        for (int more = 0; more < 3; ++more) test.take("senior-card");
        const Ticket last = test.take("senior-card");
        const auto wait = done(show_ticket(test.hall(), last.code())).wait;
        REQUIRE(wait.has_value());
        CHECK(wait->high_minutes > before);
        CHECK(wait->low_minutes <= wait->high_minutes);
        before = wait->high_minutes;
    }
}

TEST_CASE("a code that nobody holds today is unknown") {
    TestHall test;
    test.take("senior-card");
    for (const char* code : {"A002", "B001", "", "?", "A", "001"})
        CHECK(refusal(show_ticket(test.hall(), code)) == "unknown_ticket");
    CHECK(done(show_ticket(test.hall(), " a1 ")).ticket.code() == "A001");
    CHECK(error_of(view_ticket(test.hall(), "no such id")) == "invalid_input");
}

TEST_CASE("a matter shows what a number taken now would mean, and it then does") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    for (int i = 0; i < 3; ++i) test.take("senior-card");
    const MatterOutlook outlook = done(show_matter(test.hall(), "senior-card", ""));
    CHECK(outlook.people_ahead == 3);
    CHECK(outlook.any_counter_open);
    CHECK(outlook.counters == std::vector<int>{1});
    CHECK_FALSE(outlook.refused.has_value());
    CHECK(done(show_matter(test.hall(), "senior-card", "elder")).people_ahead == 0);
    const TicketView taken = done(take_number(test.hall(), {"senior-card", {}, new_key(), {}}));
    CHECK(taken.people_ahead == 3);
    CHECK(taken.wait == outlook.wait);

    CHECK_FALSE(done(show_matter(test.hall(), "resident-pension", "")).any_counter_open);
    CHECK_FALSE(done(show_matter(test.hall(), "resident-pension", "")).wait.has_value());
    CHECK(refusal(show_matter(test.hall(), "moon-permit", "")) == "unknown_matter");
    CHECK(refusal(show_matter(test.hall(), "senior-card", "vip")) == "unknown_priority");
    test.clock.pass_hours(9);
    CHECK(done(show_matter(test.hall(), "senior-card", "")).refused.value().why == Refusal::after_closing);
}

TEST_CASE("the code on a ticket leads to its page once the hall belongs to a district") {
    TestHall test;
    const Ticket ticket = test.take("senior-card");
    const auto address = [&] { return done(show_ticket(test.hall(), ticket.code())).page_address; };
    CHECK(address() == "");
    const std::string key(32, 'k');
    SyncLink link;
    link.state = LinkState::waiting;
    link.page_key = hex(key);
    link.pages_address = "https://pages.example:8443";
    REQUIRE(test.stores().sync.save_link(link).has_value());
    CHECK(address() == "");
    link.state = LinkState::approved;
    REQUIRE(test.stores().sync.save_link(link).has_value());
    std::string capitals = sync::page_key_of(key, ticket.id);
    for (char& letter : capitals) letter = static_cast<char>(std::toupper(letter));
    CHECK(address() == "HTTPS://PAGES.EXAMPLE:8443/T/" + capitals);
    link.pages_address = "https://city.example/Linli";
    REQUIRE(test.stores().sync.save_link(link).has_value());
    CHECK(address() == "https://city.example/Linli/T/" + capitals);
}
