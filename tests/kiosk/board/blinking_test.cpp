// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/blinking.h"

#include <catch2/catch_test_macros.hpp>

namespace linli::kiosk {

namespace {

using Phase = Blinking::Phase;

BoardCall call(const char* code, int calls = 1) { return {code, code[0], 1, calls, 1000 * calls, TicketState::called}; }

}  // namespace

TEST_CASE("what stood on the board when it began does not blink") {
    Blinking blinking(Motion::full);
    blinking.look({call("A001")}, 0);
    CHECK(blinking.phase(call("A001"), 100) == Phase::still);
    CHECK(blinking.next_change_in_ms(100) == -1);
}

TEST_CASE("a new call blinks three times, half a second on and 0.3 off, and then stands still") {
    Blinking blinking(Motion::full);
    blinking.look({}, 0);
    blinking.look({call("A001")}, 10'000);
    for (int time = 0; time < 3; ++time) {
        const std::int64_t begin = 10'000 + time * 800;
        CHECK(blinking.phase(call("A001"), begin) == Phase::on);
        CHECK(blinking.next_change_in_ms(begin) == 500);
        CHECK(blinking.phase(call("A001"), begin + 499) == Phase::on);
        CHECK(blinking.phase(call("A001"), begin + 500) == Phase::off);
        CHECK(blinking.next_change_in_ms(begin + 500) == 300);
        CHECK(blinking.phase(call("A001"), begin + 799) == Phase::off);
        CHECK(blinking.step(begin) != blinking.step(begin + 500));
    }
    CHECK(blinking.phase(call("A001"), 12'400) == Phase::still);
    CHECK(blinking.next_change_in_ms(12'400) == -1);
    CHECK(blinking.step(12'399) != blinking.step(12'400));
    CHECK(blinking.step(12'400) == blinking.step(99'000));
}

TEST_CASE("two calls at one moment both blink, each in its own time") {
    Blinking blinking(Motion::full);
    blinking.look({call("A001")}, 0);
    blinking.look({call("B001"), call("A001")}, 1000);
    blinking.look({call("A002"), call("B001"), call("A001")}, 1200);
    CHECK(blinking.phase(call("B001"), 1600) == Phase::off);
    CHECK(blinking.phase(call("A002"), 1600) == Phase::on);
    CHECK(blinking.phase(call("A001"), 1600) == Phase::still);
    CHECK(blinking.next_change_in_ms(1600) == 100);
}

TEST_CASE("a ticket called once more blinks again") {
    Blinking blinking(Motion::full);
    blinking.look({call("A001", 1)}, 0);
    blinking.look({call("A001", 2)}, 5000);
    CHECK(blinking.phase(call("A001", 2), 5100) == Phase::on);
}

TEST_CASE("a call that was seen does not blink when what follows it changes, nor when its ticket is served") {
    Blinking blinking(Motion::full);
    blinking.look({}, 0);
    blinking.look({call("A001")}, 1000);
    BoardCall served = call("A001");
    served.state = TicketState::serving;
    blinking.look({served}, 20'000);
    CHECK(blinking.phase(served, 20'000) == Phase::still);
}

TEST_CASE("nothing blinks when motion is reduced") {
    Blinking blinking(Motion::reduced);
    blinking.look({}, 0);
    blinking.look({call("A001")}, 1000);
    CHECK(blinking.phase(call("A001"), 1600) == Phase::still);
    CHECK(blinking.next_change_in_ms(1000) == -1);
}

TEST_CASE("a whole day of calls takes no more room, and the newest still blinks") {
    Blinking blinking(Motion::full);
    blinking.look({}, 0);
    for (int number = 1; number <= 2000; ++number) blinking.look({call("A001", number)}, number * 10'000);
    CHECK(blinking.phase(call("A001", 2000), 20'000'000) == Phase::on);
}

}  // namespace linli::kiosk
