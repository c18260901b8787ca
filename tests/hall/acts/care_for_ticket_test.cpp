// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/care_for_ticket.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/care_for_device.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

TicketCare care_of(const std::string& code, Care care, const std::string& reason = {}) {
    return {new_key(), clerk_one, code, care, reason};
}

}  // namespace

TEST_CASE("a missed number is put back once, however often the page asks") {
    Desk desk(hall_with("/queue/rejoin_times_max", "5"));
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.gives(Order::miss);
    const TicketCare care = care_of("a001", Care::rejoin);
    const CareDone first = done(care_for_ticket(desk.hall(), care));
    CHECK(first.code == "A001");
    CHECK_FALSE(first.repeated);
    desk.gives(Order::next);
    desk.gives(Order::miss);
    const CareDone again = done(care_for_ticket(desk.hall(), care));
    CHECK(again.repeated);
    CHECK(again.code == "A001");
    CHECK(desk.test.count("SELECT rejoins FROM ticket") == 1);
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE state = 'missed'") == 1);
}

TEST_CASE("a priority is taken away, with its reason") {
    Desk desk;
    desk.test.take("senior-card", "elder");
    const auto care = care_of("A001", Care::remove_priority, "没有证件");
    CHECK(done(care_for_ticket(desk.hall(), care)).code == "A001");
    CHECK(desk.test.journal_of("ticket.priority_removed").size() == 1);
    CHECK(done(care_for_ticket(desk.hall(), care)).repeated);
    CHECK(refusal(care_for_ticket(desk.hall(), care_of("A001", Care::remove_priority, "x"))) == "wrong_state");
}

TEST_CASE("a slip is printed again once") {
    Desk desk;
    REQUIRE(report_device(desk.hall(), {"kiosk", Device::printer, DeviceHealth::good, "ready", 0}).has_value());
    desk.test.take("senior-card");
    const TicketCare care = care_of("A001", Care::reprint);
    CHECK_FALSE(done(care_for_ticket(desk.hall(), care)).repeated);
    CHECK(done(care_for_ticket(desk.hall(), care)).repeated);
    CHECK(desk.test.count("SELECT count(*) FROM print_job") == 1);
    CHECK(refusal(care_for_ticket(desk.hall(), care_of("A001", Care::reprint))) == "slip_under_way");
}

TEST_CASE("a number whose person left is ended, by name, and its reason is not in the journal") {
    Desk desk;
    desk.test.take("senior-card");
    desk.test.take("senior-card");
    CHECK(done(care_for_ticket(desk.hall(), care_of("A001", Care::end, "打电话说不来了"))).code == "A001");
    CHECK(desk.test.count("SELECT count(*) FROM ticket WHERE state = 'left' AND outcome = 'clerk' AND "
                          "note = '打电话说不来了' AND ended_by = 'wang' AND ended_by_name = '王小测'") == 1);
    const auto left = desk.test.journal_of("ticket.left");
    REQUIRE(left.size() == 1);
    CHECK(left[0].body.find(R"("reason":"clerk")") != std::string::npos);
    CHECK(left[0].body.find("电话") == std::string::npos);
    desk.gives(Order::next);
    CHECK(refusal(care_for_ticket(desk.hall(), care_of("A002", Care::end))) == "wrong_state");
    desk.gives(Order::hold);
    CHECK(done(care_for_ticket(desk.hall(), care_of("A002", Care::end))).code == "A002");
    CHECK(refusal(care_for_ticket(desk.hall(), care_of("A002", Care::end))) == "wrong_state");
}

TEST_CASE("care refuses what it does not know, and an id that came with something else") {
    Desk desk;
    desk.test.take("senior-card");
    CHECK(refusal(care_for_ticket(desk.hall(), care_of("A009", Care::end))) == "unknown_ticket");
    CHECK(refusal(care_for_ticket(desk.hall(), care_of("A001", Care::rejoin))) == "wrong_state");
    const DeskOrder next = desk.made(Order::next);
    done(desk.give(next));
    TicketCare care = care_of("A001", Care::end);
    care.request_id = next.request_id;
    CHECK(refusal(care_for_ticket(desk.hall(), care)) == "request_id_used");
    care.request_id = "short";
    CHECK(error_of(care_for_ticket(desk.hall(), care)) == "invalid_input");
    care = care_of("A001", Care::end, "two\nlines");
    CHECK(error_of(care_for_ticket(desk.hall(), care)) == "invalid_input");
}
