// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/back_off.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "tests/support/fake_clock.h"

using namespace linli;
using namespace linli::agent;
using namespace linli::support;
using std::chrono::seconds;

namespace {

/// Draws the largest number that it may, and notes the limits.
struct Drawn {
    std::vector<std::uint32_t> limits;
    BackOff::Draw draw() {
        return [this](std::uint32_t limit) {
            limits.push_back(limit);
            return limit - 1;
        };
    }
};

}  // namespace

TEST_CASE("what fails is tried again after up to 5 s, doubled up to 30 min and no further") {
    FakeClock clock;
    Drawn drawn;
    BackOff back_off(clock, drawn.draw());
    CHECK(back_off.due());
    for (int i = 0; i < 14; ++i) {
        back_off.failed();
        CHECK_FALSE(back_off.due());
        clock.pass_ms(back_off.wait_ms() - 1);
        CHECK_FALSE(back_off.due());
        clock.pass_ms(1);
        CHECK(back_off.due());
    }
    CHECK(std::vector(drawn.limits.begin(), drawn.limits.begin() + 11) ==
          std::vector<std::uint32_t>{5'000, 10'000, 20'000, 40'000, 80'000, 160'000, 320'000, 640'000, 1'280'000,
                                     1'800'000, 1'800'000});
    CHECK(drawn.limits.back() == 1'800'000);
    back_off.succeeded();
    CHECK(back_off.due());
    back_off.failed();
    CHECK(drawn.limits.back() == 5'000);
}

TEST_CASE("tries are spread over all of the time below the ceiling, and never come at once") {
    FakeClock clock;
    std::int64_t least = 1'000'000, most = 0;
    for (int i = 0; i < 500; ++i) {
        BackOff back_off(clock);
        back_off.failed();
        least = std::min(least, back_off.wait_ms());
        most = std::max(most, back_off.wait_ms());
    }
    CHECK(least >= 500);
    CHECK(least < 1'000);
    CHECK(most > 4'500);
    CHECK(most <= 5'000);
}

TEST_CASE("the server's own wish is honoured, within bounds, and not by all at one moment") {
    FakeClock clock;
    Drawn drawn;
    BackOff back_off(clock, drawn.draw());
    back_off.failed(seconds(120));
    CHECK(back_off.wait_ms() == 125'000);
    back_off.failed(seconds(10'000'000));
    CHECK(back_off.wait_ms() == 1'805'000);
    BackOff soon(clock, [](std::uint32_t) { return 0U; });
    soon.failed(seconds(0));
    CHECK(soon.wait_ms() == 1);
}

TEST_CASE("a wall clock that is moved neither hastens nor delays a try") {
    FakeClock clock(1'700'000'000'000);
    Drawn drawn;
    BackOff back_off(clock, drawn.draw());
    back_off.failed();
    clock.move_wall_hours(48);
    CHECK_FALSE(back_off.due());
    clock.move_wall_hours(-480);
    CHECK(back_off.wait_ms() == 5'000);
}
