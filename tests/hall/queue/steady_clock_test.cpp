// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/steady_clock.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/fake_clock.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr WallMs monday = 1'795'399'200'000;

SteadyMark mark_of(const FakeClock& clock, std::int64_t steady_ms) { return {steady_ms, read(clock)}; }

}  // namespace

TEST_CASE("steady time advances with the time since boot, wherever the wall clock is moved") {
    FakeClock clock(monday);
    const SteadyMark mark = mark_of(clock, 500);
    clock.pass_seconds(3);
    CHECK(steady_now(mark, read(clock)) == 3500);
    clock.move_wall_hours(24 * 400);
    CHECK(steady_now(mark, read(clock)) == 3500);
    clock.move_wall_hours(-24 * 9000);
    CHECK(steady_now(mark, read(clock)) == 3500);
}

TEST_CASE("over a restart steady time advances with the wall clock, and never goes back") {
    FakeClock clock(monday);
    const SteadyMark mark = mark_of(clock, 500);
    clock.restart("second boot", monday + 90'000);
    CHECK(steady_now(mark, read(clock)) == 90'500);
    clock.restart("third boot", 0);
    CHECK(steady_now(mark, read(clock)) == 500);
}

TEST_CASE("a boot whose name is the same but whose time is earlier is another boot") {
    FakeClock clock(monday);
    const SteadyMark mark = mark_of(clock, 500);
    clock.restart("first boot", monday + 7000);
    CHECK(steady_now(mark, read(clock)) == 7500);
}

TEST_CASE("steady time does not move while no time passes") {
    const FakeClock clock(monday);
    CHECK(steady_now(mark_of(clock, 77), read(clock)) == 77);
}
