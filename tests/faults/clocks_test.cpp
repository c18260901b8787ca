// SPDX-License-Identifier: Apache-2.0
// Clocks that lost their time, run ahead by twenty years or are set back while records are sent: nothing is refused for
// its date, and every record is at the district once.
#include "tests/faults/both_here.h"
#include "tests/support/cases.h"

using namespace linli;
using namespace linli::support;
using district::tests::Driver;

namespace {

using Faults = std::vector<std::string>;
constexpr WallMs first_of_1970 = 5'000, year_ms = 365 * day_ms;
constexpr WallMs in_2046 = district::tests::monday_ms + 20 * year_ms;

constexpr district::Statement of_year{"clocks_of_year",
                                      "SELECT count(*) FROM journal WHERE entry_ms >= $1 AND entry_ms < $2"};

std::int64_t entries_between(BothHere& both, WallMs from, WallMs until) {
    return value_of(both.connection().run(of_year, {std::int64_t{from}, std::int64_t{until}})).at(0).integer(0);
}

void take_many(BothHere& both, int count) {
    for (int i = 0; i < count; ++i) {
        both.take();
        both.hall.clock.pass_ms(10);
    }
}

/// Numbers are taken and sent until a quiet minute is over.
void morning(BothHere& both) {
    take_many(both, 20);
    both.run_seconds(65);
}

/// The machine was off, and its clock shows this when it starts.
void restart_box(BothHere& both, const std::string& boot, WallMs shows) {
    both.hall.close();
    both.hall.clock.restart(boot, shows);
    both.hall.reopen();
}

}  // namespace

TEST_CASE("a box whose clock shows 1970, or twenty years on, sends all that it has, and joins") {
    const Driver driver = LINLI_BOTH_DRIVERS();
    const WallMs shows = GENERATE(first_of_1970, in_2046);
    BothHere both(driver);
    restart_box(both, "without a battery", shows);
    both.enrol();
    morning(both);
    CHECK(both.differences() == Faults{});
    CHECK(entries_between(both, shows - 1, shows + day_ms) >= 20);
    // The network sets it right.
    both.hall.clock.set_wall(district::tests::monday_ms + hour_ms);
    morning(both);
    CHECK(both.differences() == Faults{});
    print_cases("a box in 1970 or 2046", 1);
}

TEST_CASE("a box's clock that is set back between two entries of a batch, or while it is sent, changes nothing") {
    BothHere both(LINLI_BOTH_DRIVERS());
    both.enrol();
    long cases = 0;
    for (const WallMs back : {WallMs{1'000}, hour_ms, 3 * day_ms, 20 * year_ms}) {
        INFO(back);
        take_many(both, 10);
        both.hall.clock.set_wall(both.hall.clock.wall_ms() - back);
        morning(both);
        CHECK(both.differences() == Faults{});
        // In the middle of sending 600 entries in two batches.
        take_many(both, 600);
        both.on_agent_step = [&](agent::SyncStep step) {
            if (step != agent::SyncStep::batch_read && step != agent::SyncStep::push_answered) return;
            both.hall.clock.set_wall(both.hall.clock.wall_ms() - back / 7);
        };
        morning(both);
        both.on_agent_step = {};
        CHECK(both.differences() == Faults{});
        both.hall.clock.set_wall(in_2046 + back);
        morning(both);
        CHECK(both.differences() == Faults{});
        both.hall.clock.set_wall(district::tests::monday_ms);
        cases += 3;
    }
    print_cases("clocks set while a box sends", cases);
}

TEST_CASE("the district's clock may show anything, and be set back within a batch") {
    const Driver driver = LINLI_BOTH_DRIVERS();
    const WallMs shows = GENERATE(first_of_1970, in_2046);
    BothHere both(driver);
    both.district_clock.set_wall(shows);
    both.enrol();
    morning(both);
    CHECK(both.differences() == Faults{});
    both.on_district_step = [&](district::ServerStep step) {
        const bool back = step == district::ServerStep::push_checked || step == district::ServerStep::feed_read;
        both.district_clock.set_wall(back ? first_of_1970 : in_2046);
    };
    take_many(both, 600);
    morning(both);
    both.on_district_step = {};
    both.district_clock.set_wall(district::tests::monday_ms);
    morning(both);
    CHECK(both.differences() == Faults{});
    CHECK(both.connection().prepare_months(shows).has_value());
    print_cases("the district's clock set", 2);
}
