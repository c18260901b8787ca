// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/desk_order.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/queue/outcome.h"

using namespace linli;

TEST_CASE("every order has a name of its own, and is found by it") {
    for (int value = 0; value <= static_cast<int>(Order::undo); ++value) {
        const auto order = static_cast<Order>(value);
        CHECK(order_from(name_of(order)) == order);
    }
    CHECK(std::string(name_of(Order::finish_next)) == "finish_next");
    CHECK_FALSE(order_from("").has_value());
    CHECK_FALSE(order_from("NEXT").has_value());
}

TEST_CASE("what was heard or taken back cannot be taken back") {
    CHECK_FALSE(can_be_undone(Order::recall));
    CHECK_FALSE(can_be_undone(Order::undo));
    CHECK(can_be_undone(Order::serve));
    CHECK(can_be_undone(Order::finish_next));
}

TEST_CASE("an outcome is one word out of five") {
    for (const std::string_view name : outcomes) CHECK(is_outcome(name));
    CHECK_FALSE(is_outcome(""));
    CHECK_FALSE(is_outcome("given_back"));
}
