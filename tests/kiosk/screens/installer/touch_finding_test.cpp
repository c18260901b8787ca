// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/touch_finding.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>

#include "tests/kiosk/support/panel_faults.h"

namespace linli::kiosk::testing {

namespace {

using Fault = TouchFinding::Fault;

constexpr Size portrait{1080, 1920}, landscape{1920, 1080};

/// How far from its mark the worst touch lies after the numbers that were found have mended it.
float left_over(Size space, Size panel, const std::vector<Point>& touches, const std::array<float, 6>& m) {
    const Point border{(panel.width - space.width) / 2, (panel.height - space.height) / 2};
    const auto marks = touch_marks(space);
    float most = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const float x = (touches[i].x + border.x) / panel.width, y = (touches[i].y + border.y) / panel.height;
        const float mended_x = (m[0] * x + m[1] * y + m[2]) * panel.width - border.x;
        const float mended_y = (m[3] * x + m[4] * y + m[5]) * panel.height - border.y;
        most = std::max(most, std::hypot(mended_x - marks[i].x, mended_y - marks[i].y));
    }
    return most;
}

std::vector<Point> unsteady(std::vector<Point> touches, float most) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> off(-most, most);
    for (Point& touch : touches) touch = {touch.x + off(random), touch.y + off(random)};
    return touches;
}

}  // namespace

TEST_CASE("every way in which a panel can be turned or mirrored is told apart, and its numbers undo it") {
    // The last panel is wider than the page: there is a border on both sides.
    for (const auto& [space, panel] :
         {std::pair{portrait, portrait}, {landscape, landscape}, {landscape, Size{2400, 1080}}})
        for (const auto& [fault, lands] : turned_panels) {
            INFO(name_of(fault) << " " << panel.width);
            const auto touches = touches_on(space, panel, lands);
            const TouchFinding finding = touch_finding(space, panel, unsteady(touches, 25));
            CHECK(finding.fault == fault);
            REQUIRE(finding.matrix.has_value());
            CHECK(left_over(space, panel, touches, *finding.matrix) < 1);
        }
}

TEST_CASE("touches that land where they are meant have no fault, nor have too few") {
    CHECK(touch_finding(portrait, portrait, unsteady(touches_on(portrait, portrait, [](Point p) { return p; }), 25))
              .fault == Fault::none);
    CHECK(touch_finding(portrait, portrait, {}).fault == Fault::none);
    CHECK(touch_finding(portrait, portrait, {{900, 900}, {1, 1}}).fault == Fault::none);
}

TEST_CASE("what is off by the same everywhere is shifted, and it is said which way") {
    for (const auto& [way, off] : {std::pair{Way::right, Point{80, 0}},
                                   {Way::lower_right, Point{70, 60}},
                                   {Way::down, Point{5, 90}},
                                   {Way::lower_left, Point{-70, 60}},
                                   {Way::left, Point{-90, 10}},
                                   {Way::upper_left, Point{-60, -60}},
                                   {Way::up, Point{0, -70}},
                                   {Way::upper_right, Point{60, -70}}}) {
        INFO(name_of(way));
        std::vector<Point> touches;
        for (const Point mark : touch_marks(portrait)) touches.push_back({mark.x + off.x, mark.y + off.y});
        const TouchFinding finding = touch_finding(portrait, portrait, unsteady(touches, 15));
        CHECK(finding.fault == Fault::shifted);
        CHECK(finding.way == way);
        REQUIRE(finding.matrix.has_value());
        CHECK(left_over(portrait, portrait, touches, *finding.matrix) < touch_off_max);
    }
}

TEST_CASE("a picture that does not fill the screen makes touches the more off the nearer to the edge") {
    const auto touches = touches_on(portrait, portrait, stretched_panel.lands);
    const TouchFinding finding = touch_finding(portrait, portrait, unsteady(touches, 10));
    CHECK(finding.fault == Fault::stretched);
    REQUIRE(finding.matrix.has_value());
    CHECK(left_over(portrait, portrait, touches, *finding.matrix) < touch_off_max);
}

TEST_CASE("one spot that is off, or touches anywhere, follow no rule, and no numbers are given for them") {
    auto touches = touches_on(portrait, portrait, [](Point p) { return p; });
    for (const float off : {48.F, 60.F, 150.F}) {
        auto one_off = touches;
        one_off[1].x += off;
        INFO(off);
        CHECK(touch_finding(portrait, portrait, one_off).fault == Fault::irregular);
        CHECK_FALSE(touch_finding(portrait, portrait, one_off).matrix.has_value());
    }
    CHECK(touch_finding(portrait, portrait, std::vector<Point>(5, Point{500, 500})).fault == Fault::irregular);
    CHECK(touch_finding(portrait, portrait, {{10, 900}, {20, 30}, {700, 800}, {1000, 5}, {400, 1900}}).fault ==
          Fault::irregular);
}

TEST_CASE("the numbers stand in two lines, short and without a minus before nothing") {
    CHECK(matrix_text({0, 1, 0, 1, 0, 0}) == "0   1   0\n1   0   0");
    CHECK(matrix_text({1.25F, -0.0F, -0.03125F, 0, 1, 0}) == "1.25   0   -0.0313\n0   1   0");
}

}  // namespace linli::kiosk::testing
