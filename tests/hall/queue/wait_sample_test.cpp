// SPDX-License-Identifier: Apache-2.0
#include "hall/queue/wait_sample.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

ServiceSample twelve_visits() {
    ServiceSample sample{"card", 10, 2, 0, 0, 0};
    for (int i = 0; i < 12; ++i) sample = add_visit(sample, i % 2 == 0 ? 5 : 9, 0.01);
    return sample;
}

void check_same(const ServiceSample& a, const ServiceSample& b) {
    CHECK(a.weight == Catch::Approx(b.weight));
    CHECK(a.sum_minutes == Catch::Approx(b.sum_minutes));
    CHECK(a.sum_squared_minutes == Catch::Approx(b.sum_squared_minutes));
}

}  // namespace

TEST_CASE("a visit that is taken out leaves the sample as if it had never been in it") {
    const ServiceSample before = twelve_visits();
    check_same(remove_visit(add_visit(before, 7, 0), 7, 0), before);
    // Others came after it, each ageing what was there.
    const ServiceSample without = add_visit(add_visit(before, 6, 3), 8, 2);
    const ServiceSample with = add_visit(add_visit(add_visit(before, 7, 1), 6, 2), 8, 2);
    check_same(remove_visit(with, 7, 4), without);
}

TEST_CASE("of a visit that was not believed as long as it was, only what was believed is taken out") {
    const ServiceSample before = twelve_visits();
    const double believed = believed_minutes(before, 600, 0);
    CHECK(believed < 600);
    check_same(remove_visit(add_visit(before, 600, 0), believed, 0), before);
    CHECK(believed_minutes(before, -1, 0) == 0);
    CHECK(believed_minutes(before, 7, 0) == 7);
}

TEST_CASE("without its only visit a sample is empty, and rounding leaves nothing of it") {
    const ServiceSample one = add_visit({"card", 10, 2, 0, 0, 0}, 1.0 / 3, 0);
    const ServiceSample none = remove_visit(add_visit(one, 0.1, 0.4), 0.1, 0);
    const ServiceSample empty = remove_visit(none, 1.0 / 3, 0.4);
    CHECK(empty.weight == 0);
    CHECK(empty.sum_minutes == 0);
    CHECK(empty.sum_squared_minutes == 0);
}
