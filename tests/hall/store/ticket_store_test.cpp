// SPDX-License-Identifier: Apache-2.0
#include "hall/store/ticket_store.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

Ticket ticket_of(std::int64_t day, char letter, int number) {
    Ticket ticket;
    ticket.id = std::to_string(day) + letter + std::to_string(number);
    ticket.service_day = day;
    ticket.letter = letter;
    ticket.number = number;
    ticket.matter = "senior-card";
    ticket.priority = "elder";
    ticket.taken_ms = 1000;
    ticket.state_since_ms = 1001;
    ticket.taken_steady_ms = 1002;
    ticket.state_since_steady_ms = 1003;
    ticket.order_key = -5;
    ticket.check_code = "0042";
    return ticket;
}

Status add(TicketStore& store, const Ticket& ticket, std::optional<std::string> person = {}) {
    return store.insert(ticket, {new_key(), std::move(person), "boot"});
}

}  // namespace

TEST_CASE("a ticket comes back with every field") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    const Ticket given = ticket_of(1, 'A', 7);
    REQUIRE(add(store, given).has_value());
    const TicketRow row = value_of(store.find(1, {'A', 7})).value();
    const Ticket& ticket = row.ticket;
    CHECK(ticket.id == given.id);
    CHECK(ticket.matter == given.matter);
    CHECK(ticket.priority == "elder");
    CHECK(ticket.state == TicketState::waiting);
    CHECK(ticket.taken_ms == 1000);
    CHECK(ticket.state_since_ms == 1001);
    CHECK(ticket.taken_steady_ms == 1002);
    CHECK(ticket.state_since_steady_ms == 1003);
    CHECK(ticket.order_key == -5);
    CHECK(ticket.check_code == "0042");
    CHECK_FALSE(ticket.counter.has_value());
    CHECK_FALSE(row.called_ms.has_value());
    CHECK(value_of(store.boot_of(row.row)) == "boot");
}

TEST_CASE("a ticket that is changed comes back changed") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    REQUIRE(add(store, ticket_of(1, 'A', 7)).has_value());
    TicketRow row = value_of(store.find(1, {'A', 7})).value();
    row.ticket.state = TicketState::called;
    row.ticket.counter = 3;
    row.ticket.calls = 2;
    row.ticket.rejoins = 1;
    row.ticket.matter = "old-age-allowance";
    row.ticket.order_key = 99;
    row.called_ms = 77;
    REQUIRE(store.update(row).has_value());
    const TicketRow again = value_of(store.find_by_id(row.ticket.id)).value();
    CHECK(again.ticket.state == TicketState::called);
    CHECK(again.ticket.counter == 3);
    CHECK(again.ticket.calls == 2);
    CHECK(again.ticket.rejoins == 1);
    CHECK(again.ticket.matter == "old-age-allowance");
    CHECK(again.ticket.order_key == 99);
    CHECK(again.called_ms == 77);
    CHECK(value_of(store.at_counters()).size() == 1);
    CHECK(value_of(store.line()).empty());
}

TEST_CASE("the database itself keeps a number, an id and a key from being given twice") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    REQUIRE(store.insert(ticket_of(1, 'A', 7), {"the same key", {}, "boot"}).has_value());
    Ticket same_number = ticket_of(1, 'A', 7);
    same_number.id = "another id";
    CHECK_FALSE(add(store, same_number).has_value());
    Ticket same_id = ticket_of(1, 'A', 8);
    same_id.id = "1A7";
    CHECK_FALSE(add(store, same_id).has_value());
    CHECK_FALSE(store.insert(ticket_of(1, 'A', 9), {"the same key", {}, "boot"}).has_value());
    CHECK_FALSE(add(store, ticket_of(1, 'A', 0)).has_value());
    CHECK_FALSE(add(store, ticket_of(77, 'A', 1)).has_value());  // a day that was never opened
    CHECK(value_of(store.count(1)) == 1);
}

TEST_CASE("the database itself keeps a person from holding two open tickets for a matter") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    REQUIRE(add(store, ticket_of(1, 'A', 1), "somebody").has_value());
    CHECK_FALSE(add(store, ticket_of(1, 'A', 2), "somebody").has_value());
    REQUIRE(add(store, ticket_of(1, 'A', 3), "somebody else").has_value());
    TicketRow first = value_of(store.find(1, {'A', 1})).value();
    CHECK_FALSE(value_of(store.find_open_of_same_person(first.row, "senior-card")).has_value());
    for (const TicketState ended : {TicketState::done, TicketState::left, TicketState::missed}) {
        first.ticket.state = ended;
        REQUIRE(store.update(first).has_value());
        CHECK_FALSE(value_of(store.find_open_of_person("somebody", "senior-card")).has_value());
    }
    REQUIRE(add(store, ticket_of(1, 'A', 4), "somebody").has_value());
    CHECK(value_of(store.find_open_of_same_person(first.row, "senior-card")).value().ticket.number == 4);
    CHECK_FALSE(value_of(store.find_open_of_same_person(first.row, "old-age-allowance")).has_value());
}

TEST_CASE("tickets without a person never stand in one another's way") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    REQUIRE(add(store, ticket_of(1, 'A', 1)).has_value());
    REQUIRE(add(store, ticket_of(1, 'A', 2)).has_value());
    const TicketRow first = value_of(store.find(1, {'A', 1})).value();
    CHECK_FALSE(value_of(store.find_open_of_same_person(first.row, "senior-card")).has_value());
}

TEST_CASE("the next number is behind the highest of the day and letter, and passes over what is still held") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    CHECK(value_of(store.next_number(1, 'A')) == 1);
    REQUIRE(add(store, ticket_of(1, 'A', 1)).has_value());
    REQUIRE(add(store, ticket_of(1, 'A', 5)).has_value());
    CHECK(value_of(store.next_number(1, 'A')) == 6);
    CHECK(value_of(store.next_number(1, 'B')) == 1);
    value_of(test.stores().box.add_service_day({2026, 11, 24}, 0));
    CHECK(value_of(store.next_number(2, 'A')) == 2);
    CHECK(value_of(store.left_over(2)).size() == 2);
    CHECK(value_of(store.left_over(1)).empty());
}

TEST_CASE("of two days' tickets with one code, today's is found first, and an older one only while it is open") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    value_of(test.stores().box.add_service_day({2026, 11, 24}, 0));
    REQUIRE(add(store, ticket_of(1, 'A', 7)).has_value());
    CHECK(value_of(store.find(2, {'A', 7})).value().ticket.service_day == 1);
    REQUIRE(add(store, ticket_of(2, 'A', 7)).has_value());
    CHECK(value_of(store.find(2, {'A', 7})).value().ticket.service_day == 2);
    TicketRow old = value_of(store.find(1, {'A', 7})).value();
    old.ticket.state = TicketState::done;
    REQUIRE(store.update(old).has_value());
    CHECK_FALSE(value_of(store.find(3, {'A', 8})).has_value());
    CHECK(value_of(store.of_day(1)).size() == 1);
}

TEST_CASE("the stretches of a ticket's life come back in order") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    REQUIRE(add(store, ticket_of(1, 'A', 7)).has_value());
    const TicketRow row = value_of(store.find(1, {'A', 7})).value();
    REQUIRE(store.add_period(row.row, {TicketState::waiting, {}, 10, 500}).has_value());
    REQUIRE(store.add_period(row.row, {TicketState::called, 4, 510, 20}).has_value());
    const auto periods = value_of(store.periods(row.row));
    REQUIRE(periods.size() == 2);
    CHECK(periods[0].state == TicketState::waiting);
    CHECK_FALSE(periods[0].counter.has_value());
    CHECK(periods[0].length_ms == 500);
    CHECK(periods[1].counter == 4);
    CHECK(periods[1].begin_ms == 510);
}

TEST_CASE("a day's tickets are counted by every program, whoever issued them, and another day's not") {
    TestHall test;
    const auto other = test.another();
    TicketStore &one = test.stores().tickets, &two = other->stores().tickets;
    CHECK(value_of(one.count(1)) == 0);
    for (int number = 1; number <= 6; ++number) {
        REQUIRE(add(number % 2 == 0 ? one : two, ticket_of(1, 'A', number)).has_value());
        CHECK(value_of(one.count(1)) == number);
        if (number % 3 == 0) CHECK(value_of(two.count(1)) == number);
    }
    REQUIRE(test.stores().database->execute("INSERT INTO service_day VALUES (2, '2026-11-24', 0)").has_value());
    CHECK(value_of(one.count(2)) == 0);
    REQUIRE(add(two, ticket_of(2, 'A', 1)).has_value());
    CHECK(value_of(one.count(2)) == 1);
    CHECK(value_of(one.count(1)) == 6);
    CHECK(value_of(two.count(1)) == 6);
}

TEST_CASE("what was counted and then rolled back by somebody is not counted for ever") {
    TestHall test;
    TicketStore& store = test.stores().tickets;
    REQUIRE(add(store, ticket_of(1, 'A', 1)).has_value());
    {
        const auto dropped = value_of(test.stores().database->begin_write());
        CHECK(value_of(store.count(1)) == 1);
        REQUIRE(add(store, ticket_of(1, 'A', 2)).has_value());
    }
    CHECK(value_of(store.count(1)) == 1);
    REQUIRE(add(store, ticket_of(1, 'A', 2)).has_value());
    CHECK(value_of(store.count(1)) == 2);
}
