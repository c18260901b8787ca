// SPDX-License-Identifier: Apache-2.0
#include "district/phone/ticket_lookup.h"

#include <fmt/format.h>

#include "district/phone/rate_limit.h"
#include "district/store/fleet.h"
#include "hall/wire/sync_json.h"
#include "tests/district/test_box.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

constexpr std::int64_t minute = 60'000;

/// A morning of one hall: numbers of letters A and B that counter 1 calls, and of K that counter 2 calls.
struct Morning {
    explicit Morning(Driver driver) : district(driver), hall(district.add_hall()), box(district, hall) {}

    void number(const std::string& code, const std::string& kind, const std::string& state,
                const std::string& more = {}) {
        const std::string body =
            fmt::format(R"({{"code":"{}","service_day":1,"matter":"permit","state":"{}"{}}})", code, state, more);
        box.add(kind, "id-" + code, body);
    }
    void take(const std::string& code, int order) {
        number(code, "ticket.taken", "waiting", fmt::format(R"(,"order_key":{})", order));
    }
    void call(const std::string& code, int counter) {
        number(code, "ticket.called", "called", fmt::format(R"(,"counter":{},"call":1)", counter));
    }
    std::optional<FoundTicket> look(const std::string& code, std::int64_t now_ms) {
        taken(district.connection(), box, box.all());
        REQUIRE(note_contact(district.connection(), hall.hall_id, box.device.device_id, now_ms - 5'000).has_value());
        return value_of(look_up_ticket(district.connection(), sync::page_key_of(hall.page_key, "id-" + code), now_ms));
    }

    TestDistrict district;
    HallRow hall;
    TestBox box;
};

}  // namespace

TEST_CASE("a phone is told who stands before, among those that the same counters call") {
    Morning morning(LINLI_BOTH_DRIVERS());
    int order = 0;
    for (const char* code : {"A001", "B001", "K001", "A002", "B002", "K002", "A003", "A004"})
        morning.take(code, ++order);
    CHECK(morning.look("A003", monday_ms + minute)->ticket.people_ahead == 2);  // nobody was called: its own letter
    morning.call("A001", 1);
    morning.call("B001", 1);
    morning.call("K001", 2);
    const auto found = morning.look("A003", monday_ms + minute);
    REQUIRE(found.has_value());
    CHECK(found->ticket.code == "A003");
    CHECK(found->ticket.state == TicketState::waiting);
    CHECK(found->ticket.people_ahead == 2);  // A002 and B002, not K002
    CHECK(found->ticket.hall_name == "Spring Road");
    CHECK(found->ticket.as_of_ms == monday_ms + minute - 5'000);
    REQUIRE_FALSE(found->ticket.wait.has_value());  // two calls say nothing yet
    morning.call("A002", 1);
    CHECK(morning.look("A003", monday_ms + minute)->ticket.wait.has_value());
    const auto called = morning.look("A002", monday_ms + minute);
    CHECK(called->ticket.state == TicketState::called);
    CHECK(called->ticket.counter == 1);
}

TEST_CASE("a number is shown on its day only, and of a hall that is here only") {
    Morning morning(LINLI_BOTH_DRIVERS());
    morning.take("A001", 1);
    CHECK(morning.look("A001", monday_ms).has_value());
    CHECK_FALSE(morning.look("A001", monday_ms + 24 * 60 * minute).has_value());
    CHECK_FALSE(value_of(look_up_ticket(morning.district.connection(), "abcdefghij234567abcd", monday_ms)).has_value());
    CHECK(value_of(set_hall_state(morning.district.connection(), morning.hall.hall_id, HallState::revoked)));
    CHECK_FALSE(value_of(look_up_ticket(morning.district.connection(),
                                        sync::page_key_of(morning.hall.page_key, "id-A001"), monday_ms))
                    .has_value());
}

TEST_CASE("a wait is told as a range, and not by too few calls") {
    CHECK_FALSE(wait_by_pace(3, 2, 45).has_value());
    const auto wait = wait_by_pace(3, 9, 45);  // one in five minutes, the fourth to come
    REQUIRE(wait.has_value());
    CHECK(wait->low_minutes == 14);
    CHECK(wait->high_minutes == 28);
    CHECK(wait_by_pace(0, 1'000, 45)->high_minutes == 2);
}

TEST_CASE("one address asks so often and no oftener, and others are not held up by it") {
    RateLimit limit(3, 1);
    const auto begin = RateLimit::Clock::now();
    for (int i = 0; i < 3; ++i) CHECK(limit.allows("a", begin));
    CHECK_FALSE(limit.allows("a", begin));
    CHECK(limit.allows("b", begin));
    CHECK(limit.allows("a", begin + std::chrono::milliseconds(1'100)));
    CHECK_FALSE(limit.allows("a", begin + std::chrono::milliseconds(1'200)));
    for (int i = 0; i < 20'000; ++i) limit.allows(std::to_string(i), begin);  // bounded, whoever asks
    CHECK(limit.allows("a", begin + std::chrono::minutes(1)));
}
