// SPDX-License-Identifier: Apache-2.0
#include "hall/base/clock.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

using namespace linli;

TEST_CASE("the machine's clocks move forward together, and every reader sees the same boot") {
    const SystemClock clock, other;
    const auto wall = clock.wall_ms();
    const auto boot = clock.boot_ms();
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK(clock.wall_ms() - wall >= 29);
    CHECK(clock.boot_ms() - boot >= 29);
    CHECK(clock.wall_ms() > 1'767'225'600'000);
    CHECK(clock.boot_ms() < clock.wall_ms());
    CHECK(clock.boot_id().size() == 36);
    CHECK(clock.boot_id() == other.boot_id());
}
