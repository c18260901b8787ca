// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/display_watch.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace linli::kiosk {

namespace {

using Deed = DisplayWatch::Deed;
constexpr DisplayBounds kiosk{0, 0, 1080, 1920}, television{1080, 0, 1920, 1080}, larger{1080, 0, 3840, 2160};

Deed look(DisplayWatch& watch, const std::vector<DisplayBounds>& displays) { return watch.look(displays); }

}  // namespace

TEST_CASE("a window is shown on its display once, and stays there") {
    DisplayWatch watch(1);
    CHECK_FALSE(watch.shown());
    CHECK(look(watch, {kiosk, television}) == Deed::show);
    CHECK(watch.bounds() == television);
    CHECK(look(watch, {kiosk, television}) == Deed::stay);
    CHECK(watch.shown());
}

TEST_CASE("a window whose display is not there waits and covers no other one") {
    DisplayWatch watch(1);
    CHECK(look(watch, {kiosk}) == Deed::stay);
    CHECK_FALSE(watch.shown());
    CHECK(look(watch, {}) == Deed::stay);
    CHECK(look(watch, {kiosk, television}) == Deed::show);
}

TEST_CASE("a pulled cable hides the window, a plugged one brings it back, at its new size too") {
    DisplayWatch watch(1);
    look(watch, {kiosk, television});
    CHECK(look(watch, {kiosk}) == Deed::hide);
    CHECK_FALSE(watch.shown());
    CHECK(look(watch, {kiosk}) == Deed::stay);
    CHECK(look(watch, {kiosk, television}) == Deed::show);
    CHECK(look(watch, {kiosk, larger}) == Deed::show);
    CHECK(watch.bounds() == larger);
}

TEST_CASE("a display without a size is none") {
    DisplayWatch watch(0);
    CHECK(look(watch, {DisplayBounds{}}) == Deed::stay);
    CHECK(look(watch, {television}) == Deed::show);
    CHECK(look(watch, {DisplayBounds{1080, 0, 0, 0}}) == Deed::hide);
}

TEST_CASE("a display before the first is none") {
    DisplayWatch watch(-1);
    CHECK(look(watch, {kiosk}) == Deed::stay);
}

}  // namespace linli::kiosk
