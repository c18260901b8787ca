// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/canvas.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

#include "kiosk/draw/fonts.h"

namespace linli::kiosk {

Projection Projection::fit(int width_px, int height_px) {
    Projection projection;
    if (width_px > height_px) projection.space = {1920, 1080};
    const auto width = static_cast<float>(std::max(width_px, 1)), height = static_cast<float>(std::max(height_px, 1));
    projection.scale = std::min(width / projection.space.width, height / projection.space.height);
    projection.offset_x = std::floor((width - projection.space.width * projection.scale) / 2);
    projection.offset_y = std::floor((height - projection.space.height * projection.scale) / 2);
    return projection;
}

Canvas::Canvas(ImDrawList& list, const Theme& theme, const Fonts& fonts, Contrast contrast, TextSize size,
               const Projection& projection, LayoutRecord& record)
    : list_(list),
      theme_(theme),
      fonts_(fonts),
      contrast_(contrast),
      size_(size),
      projection_(projection),
      record_(record) {}

float Canvas::px_x(float units) const { return std::round(units * projection_.scale) + projection_.offset_x; }
float Canvas::px_y(float units) const { return std::round(units * projection_.scale) + projection_.offset_y; }

std::uint32_t Canvas::ink(Tint tint) const {
    const Rgba c = theme_.colour(contrast_, tint);
    return IM_COL32(c.red, c.green, c.blue, c.alpha);
}

void Canvas::note_fill(const Rect& rect, Tint tint) { record_.fills.push_back({rect, tint, record_.next_order++}); }

// A big rounded rect as one polygon is slow in the software renderer; as plain rects with round ends it is not.
void Canvas::strips(const Rect& rect, std::uint32_t colour, float radius, Corners corners) {
    const ImVec2 a{px_x(rect.x), px_y(rect.y)}, b{px_x(rect.right()), px_y(rect.bottom())};
    const float ends = corners == Corners::all ? 2 : 1;
    const float r = std::min({std::round(px(radius)), std::floor((b.x - a.x) / 2), std::floor((b.y - a.y) / ends)});
    const bool top = r > 0 && corners != Corners::bottom, bottom = r > 0 && corners != Corners::top;
    // The half-transparent rim of a round end lies under the next strip.
    constexpr float overlap_px = 1;
    const float end = std::min(r + overlap_px, b.y - a.y);
    if (top) list_.AddRectFilled(a, {b.x, a.y + end}, colour, r, ImDrawFlags_RoundCornersTop);
    if (bottom) list_.AddRectFilled({a.x, b.y - end}, b, colour, r, ImDrawFlags_RoundCornersBottom);
    const ImVec2 from{a.x, top ? a.y + r : a.y}, to{b.x, bottom ? b.y - r : b.y};
    if (to.y > from.y) list_.AddRectFilled(from, to, colour);
}

void Canvas::fill(const Rect& rect, Tint tint, float radius, Corners corners) {
    if (rect.empty()) return;
    strips(rect, ink(tint), radius, corners);
    note_fill(rect, tint);
}

void Canvas::edge(const Rect& rect, Tint tint, float stroke, float radius) {
    if (contrast_ != Contrast::normal) stroke = std::max(stroke, theme_.length("stroke.contrast"));
    const float half = px(stroke) / 2;
    list_.AddRect({px_x(rect.x) + half, px_y(rect.y) + half}, {px_x(rect.right()) - half, px_y(rect.bottom()) - half},
                  ink(tint), std::max(px(radius) - half, 0.F), 0, px(stroke));
}

void Canvas::panel(const Rect& rect, Tint inside, Tint outline, float stroke, float radius) {
    if (rect.empty()) return;
    if (contrast_ != Contrast::normal) stroke = std::max(stroke, theme_.length("stroke.contrast"));
    // One unit more than the radius: ImGui rounds a corner only where the side is longer than it.
    const float r = std::max(radius, stroke) + 1;
    const std::uint32_t colour = ink(outline);
    // Only the rim of the outline's colour is drawn: the two round ends and the two sides.
    strips({rect.x, rect.y, rect.width, std::min(r, rect.height)}, colour, radius, Corners::top);
    strips({rect.x, rect.bottom() - std::min(r, rect.height), rect.width, std::min(r, rect.height)}, colour, radius,
           Corners::bottom);
    strips({rect.x, rect.y + r, stroke, rect.height - 2 * r}, colour, 0, Corners::all);
    strips({rect.right() - stroke, rect.y + r, stroke, rect.height - 2 * r}, colour, 0, Corners::all);
    strips(rect.inset(stroke), ink(inside), std::max(radius - stroke, 0.F), Corners::all);
    note_fill(rect, inside);
}

void Canvas::rule(const Rect& rect, Tint tint) {
    const float stroke = theme_.length(contrast_ == Contrast::normal ? "stroke.line" : "stroke.contrast");
    Rect bar = rect;
    if (rect.width >= rect.height)
        bar.height = stroke;
    else
        bar.width = stroke;
    strips(bar, ink(tint), 0, Corners::all);
}

void Canvas::triangle(Point a, Point b, Point c, Tint tint) {
    list_.AddTriangleFilled({px_x(a.x), px_y(a.y)}, {px_x(b.x), px_y(b.y)}, {px_x(c.x), px_y(c.y)}, ink(tint));
}

void Canvas::disc(Point centre, float radius, Tint tint) {
    list_.AddCircleFilled({px_x(centre.x), px_y(centre.y)}, px(radius), ink(tint));
    note_fill({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, tint);
}

void Canvas::ring(Point centre, float radius, float stroke, Tint tint) {
    list_.AddCircle({px_x(centre.x), px_y(centre.y)}, px(radius - stroke / 2), ink(tint), 0, px(stroke));
}

void Canvas::arc(Point centre, float radius, float stroke, float turn, Tint tint) {
    constexpr float top = -std::numbers::pi_v<float> / 2, whole = 2 * std::numbers::pi_v<float>;
    if (turn <= 0) return;
    const ImVec2 middle{px_x(centre.x), px_y(centre.y)};
    const float path = px(radius - stroke / 2), end = top + whole * std::min(turn, 1.F);
    constexpr int segments = 96;
    list_.PathArcTo(middle, path, top, end, segments);
    list_.PathStroke(ink(tint), 0, px(stroke));
    for (const float angle : {top, end})
        list_.AddCircleFilled({middle.x + path * std::cos(angle), middle.y + path * std::sin(angle)}, px(stroke) / 2,
                              ink(tint));
}

void Canvas::gradient(const Rect& rect, Tint top, Tint bottom) {
    const std::uint32_t a = ink(top), b = ink(bottom);
    list_.AddRectFilledMultiColor({px_x(rect.x), px_y(rect.y)}, {px_x(rect.right()), px_y(rect.bottom())}, a, a, b, b);
    // For the record: the upper half has the upper colour.
    note_fill({rect.x, rect.y + rect.height / 2, rect.width, rect.height / 2}, bottom);
    note_fill({rect.x, rect.y, rect.width, rect.height / 2}, top);
}

void Canvas::scrim(const Rect& dialog) {
    record_.covered_before = record_.next_order++;
    record_.cover = dialog;
    const Size space = projection_.space;
    list_.AddRectFilled({px_x(0), px_y(0)}, {px_x(space.width), px_y(space.height)}, ink(Role::scrim));
}

void Canvas::clip(const Rect& rect) {
    list_.PushClipRect({px_x(rect.x), px_y(rect.y)}, {px_x(rect.right()), px_y(rect.bottom())}, true);
}

void Canvas::unclip() { list_.PopClipRect(); }

}  // namespace linli::kiosk
