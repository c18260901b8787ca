// SPDX-License-Identifier: Apache-2.0
#include "district/store/hall_days.h"
#include "district/store/tickets.h"
#include "hall/acts/call_number.h"
#include "hall/acts/give_back.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_figures.h"
#include "tests/district/test_box.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

/// What a real hall has written, ready to be pushed.
void take_over_journal(support::TestHall& hall, TestBox& box) {
    box.entries.clear();
    value_of(hall.stores().journal.each(1, [&](const linli::JournalRow& row) {
        box.add_raw(row.entry);
        return true;
    }));
}

}  // namespace

TEST_CASE("a real hall's day gives the same figures here as there, in whatever batches it comes") {
    const Driver driver = LINLI_BOTH_DRIVERS();
    const std::int64_t step = GENERATE(1, 7, 500);
    support::TestHall hall(support::always_open());
    support::done(open_counter(hall.hall(), 1));
    std::vector<Ticket> tickets;
    for (int i = 0; i < 12; ++i) tickets.push_back(hall.take("old-age-allowance"));
    const auto call = [&](const Ticket& ticket) { support::done(call_ticket(hall.hall(), 1, ticket.code())); };
    for (int i = 0; i < 5; ++i) {
        hall.clock.pass_ms(60'000);
        call(tickets[static_cast<std::size_t>(i)]);
        support::done(serve(hall.hall(), 1));
        hall.clock.pass_ms(90'000);
        support::done(finish(hall.hall(), 1, {"done", ""}));
    }
    call(tickets[5]);
    support::done(miss(hall.hall(), 1));
    call(tickets[6]);
    support::done(miss(hall.hall(), 1));
    support::done(rejoin(hall.hall(), tickets[6].code()));
    support::done(give_back(hall.hall(), tickets[7].code(), tickets[7].check_code));
    support::done(give_back(hall.hall(), tickets[8].code(), tickets[8].check_code));
    support::done(undo_give_back(hall.hall(), tickets[8].code(), tickets[8].check_code));
    call(tickets[9]);
    support::done(hold(hall.hall(), 1));

    TestDistrict district(driver);
    TestBox box(district, district.add_hall());
    take_over_journal(hall, box);
    for (std::int64_t first = 1; first <= box.newest(); first += step)
        for (const auto result :
             taken(district.connection(), box, box.batch(first, std::min(first + step - 1, box.newest()))).results)
            CHECK(result == sync::EntryResult::accepted);

    const Figures there = *support::value_of(show_figures(hall.hall(), {}));
    const auto days = value_of(days_of_date(district.connection(), there.date));
    REQUIRE(days.size() == 1);
    const DayFigures& here = days[0].figures;
    CHECK(here.taken == there.all.taken);
    CHECK(here.done == there.all.done);
    CHECK(here.missed == there.missed);
    CHECK(here.gone == there.left);
    CHECK(here.taken == 12);
    CHECK(here.done == 5);
    CHECK(here.waits == 8);
    for (const Ticket& ticket : tickets) {
        const auto rows = value_of(find_tickets(district.connection(), box.device.hall_id, {ticket.id}));
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].state == name_of(hall.now(ticket).state));
        CHECK(rows[0].code == ticket.code());
        CHECK(rows[0].matter == ticket.matter);
        CHECK(rows[0].taken_ms == ticket.taken_ms);
    }
    // The first waited from its taking until its call.
    const auto first = value_of(find_tickets(district.connection(), box.device.hall_id, {tickets[0].id})).at(0);
    CHECK(first.wait_ms == hall.count("SELECT waited_ms FROM ticket ORDER BY row LIMIT 1"));
}
