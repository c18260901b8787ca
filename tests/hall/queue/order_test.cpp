// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/order.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

TEST_CASE("who came earlier stands before, to the millisecond") {
    CHECK(order_key_of_arrival(1000, 0) < order_key_of_arrival(1001, 0));
    CHECK(order_key_of_arrival(1000, 15) < order_key_of_arrival(1001, 15));
}

TEST_CASE("a head start is worth exactly its minutes") {
    const std::int64_t arrival = 50 * 60'000;
    CHECK(order_key_of_arrival(arrival, 20) == order_key_of_arrival(arrival - 20 * 60'000, 0));
    // Nobody without priority is passed by somebody who came later than the head start after them.
    CHECK(order_key_of_arrival(arrival + 20 * 60'000 - 1, 20) < order_key_of_arrival(arrival, 0));
    CHECK(order_key_of_arrival(arrival + 20 * 60'000 + 1, 20) > order_key_of_arrival(arrival, 0));
}

TEST_CASE("directly behind a key there is room before the next arrival") {
    const std::int64_t key = order_key_of_arrival(1000, 0);
    CHECK(key < order_key_behind(key));
    CHECK(order_key_behind(key) < order_key_of_arrival(1001, 0));
    CHECK(order_key_behind(order_key_behind(key)) < order_key_of_arrival(1001, 0));
}
