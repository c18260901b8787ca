// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/installer/touch_finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/screens/installer/touch_marks.h"

namespace linli::kiosk {
namespace {

using Fault = TouchFinding::Fault;
using Matrix = std::array<float, 6>;

/// A way in which a panel can be built in or set up wrongly: where a touch lands for where it was meant, both from 0 to
/// 1 over the panel, and what undoes that.
struct Turn {
    Fault fault;
    Matrix lands, mends;
};
constexpr std::array turns{Turn{Fault::mirrored_across, {-1, 0, 1, 0, 1, 0}, {-1, 0, 1, 0, 1, 0}},
                           Turn{Fault::mirrored_down, {1, 0, 0, 0, -1, 1}, {1, 0, 0, 0, -1, 1}},
                           Turn{Fault::turned_half, {-1, 0, 1, 0, -1, 1}, {-1, 0, 1, 0, -1, 1}},
                           Turn{Fault::turned_right, {0, -1, 1, 1, 0, 0}, {0, 1, 0, -1, 0, 1}},
                           Turn{Fault::turned_left, {0, 1, 0, -1, 0, 1}, {0, -1, 1, 1, 0, 0}},
                           Turn{Fault::swapped, {0, 1, 0, 1, 0, 0}, {0, 1, 0, 1, 0, 0}},
                           Turn{Fault::swapped_half, {0, -1, 1, -1, 0, 1}, {0, -1, 1, -1, 0, 1}}};

// Corners are many times as far from one another: what lands so near to another one's place is meant by the turn.
constexpr float turned_off_max = 200;
// What a rule explains leaves no more than this over: the unsteadiness of a finger, and half of what it is to explain.
constexpr float unsteady = 10, left_over_max = 0.5F;
constexpr float scale_min = 0.5F, scale_max = 2;

Point times(const Matrix& m, Point at) { return {m[0] * at.x + m[1] * at.y + m[2], m[3] * at.x + m[4] * at.y + m[5]}; }

float distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// One axis: meant = scale · touched + offset, by least squares.
struct Line {
    float scale = 1, offset = 0;
};
Line line_through(const std::vector<float>& touched, const std::vector<float>& meant) {
    const auto count = static_cast<float>(touched.size());
    float x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        x += touched[i], y += meant[i];
        xx += touched[i] * touched[i], xy += touched[i] * meant[i];
    }
    const float spread = count * xx - x * x;
    if (std::abs(spread) < 1e-6F) return {};
    const float scale = (count * xy - x * y) / spread;
    return {scale, (y - scale * x) / count};
}

/// The touches and the marks that they mean, as shares of the panel.
class Shares {
public:
    Shares(Size space, Size panel, const std::vector<Point>& touches) : panel_(panel) {
        const Point border{(panel.width - space.width) / 2, (panel.height - space.height) / 2};
        const auto share = [&](Point at) {
            return Point{(at.x + border.x) / panel.width, (at.y + border.y) / panel.height};
        };
        const auto marks = touch_marks(space);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            meant.push_back(share(marks[i]));
            touched.push_back(share(touches[i]));
        }
    }

    /// The farthest in units that a touch lies from where this matrix, applied to `from`, has it.
    float farthest(const std::vector<Point>& from, const Matrix& matrix, const std::vector<Point>& to) const {
        float most = 0;
        for (std::size_t i = 0; i < from.size(); ++i)
            most = std::max(most, distance(units(times(matrix, from[i])), units(to[i])));
        return most;
    }

    std::vector<Point> meant{}, touched{};

private:
    Point units(Point share) const { return {share.x * panel_.width, share.y * panel_.height}; }

    Size panel_;
};

Matrix straightened(const Shares& shares) {
    std::vector<float> touched_x, touched_y, meant_x, meant_y;
    for (std::size_t i = 0; i < shares.meant.size(); ++i) {
        touched_x.push_back(shares.touched[i].x), touched_y.push_back(shares.touched[i].y);
        meant_x.push_back(shares.meant[i].x), meant_y.push_back(shares.meant[i].y);
    }
    const Line across = line_through(touched_x, meant_x), down = line_through(touched_y, meant_y);
    return {across.scale, 0, across.offset, 0, down.scale, down.offset};
}

bool is_off(float offset) { return offset > touch_off_max; }

bool is_plausible(const Matrix& straight) {
    return std::ranges::all_of(std::array{straight[0], straight[4]},
                               [](float scale) { return scale >= scale_min && scale <= scale_max; });
}

/// All by the same: where to.
std::optional<Way> shifted_to(Size space, const std::vector<Point>& touches) {
    const auto marks = touch_marks(space);
    Point mean;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        mean.x += (touches[i].x - marks[i].x) / static_cast<float>(marks.size());
        mean.y += (touches[i].y - marks[i].y) / static_cast<float>(marks.size());
    }
    const float left_over = unsteady + left_over_max * std::hypot(mean.x, mean.y);
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (distance({touches[i].x - mean.x, touches[i].y - mean.y}, marks[i]) > left_over) return {};
    return way_from({}, mean);
}

}  // namespace

const char* name_of(Way way) {
    constexpr std::array names{"right", "lower_right", "down", "lower_left", "left", "upper_left", "up", "upper_right"};
    return names[static_cast<std::size_t>(way)];
}

Way way_from(Point from, Point to) {
    // Clockwise from the right, since y goes down: eighths of a turn.
    const float eighths = std::atan2(to.y - from.y, to.x - from.x) / (std::numbers::pi_v<float> / 4);
    return static_cast<Way>((static_cast<int>(std::lround(eighths)) + 8) % 8);
}

const char* name_of(Fault fault) {
    constexpr std::array names{"none",         "mirrored_across", "mirrored_down", "turned_half",
                               "turned_right", "turned_left",     "swapped",       "swapped_half",
                               "shifted",      "stretched",       "irregular"};
    return names[static_cast<std::size_t>(fault)];
}

TouchFinding touch_finding(Size space, Size panel, const std::vector<Point>& touches) {
    if (touches.size() < touch_mark_count || touches_pass(space, touches)) return {};
    const Shares shares(space, panel, touches);
    for (const Turn& turn : turns)
        if (shares.farthest(shares.meant, turn.lands, shares.touched) <= turned_off_max)
            return {turn.fault, {}, turn.mends};
    const Matrix mends = straightened(shares);
    if (!is_plausible(mends)) return {.fault = Fault::irregular};
    if (const auto way = shifted_to(space, touches)) return {Fault::shifted, *way, mends};
    const float left_over = unsteady + left_over_max * std::ranges::max(touch_offsets(space, touches));
    const bool explained = shares.farthest(shares.touched, mends, shares.meant) <= std::min(left_over, touch_off_max);
    // One spot that is off bends the line a little as well.
    if (!explained || std::ranges::count_if(touch_offsets(space, touches), is_off) < 2)
        return {.fault = Fault::irregular};
    return {Fault::stretched, {}, mends};
}

std::string matrix_text(const Matrix& matrix) {
    std::array<float, 6> rounded = matrix;
    for (float& one : rounded) one = std::round(one * 10'000) / 10'000 + 0.0F;  // and no "-0"
    return fmt::format("{:.4g}   {:.4g}   {:.4g}\n{:.4g}   {:.4g}   {:.4g}", rounded[0], rounded[1], rounded[2],
                       rounded[3], rounded[4], rounded[5]);
}

}  // namespace linli::kiosk
