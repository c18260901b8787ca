// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

namespace linli::kiosk {

/// Everything here is in design units: 1080 × 1920 or 1920 × 1080, y downwards.
struct Point {
    float x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    float width = 0, height = 0;
    bool operator==(const Size&) const = default;
};

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    bool operator==(const Rect&) const = default;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool contains(const Rect& r, float slack = 0) const {
        return r.x >= x - slack && r.y >= y - slack && r.right() <= right() + slack && r.bottom() <= bottom() + slack;
    }
    bool intersects(const Rect& r) const { return x < r.right() && r.x < right() && y < r.bottom() && r.y < bottom(); }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    Rect inset(float all) const { return inset(all, all); }
    Rect inset(float horizontal, float vertical) const {
        return {x + horizontal, y + vertical, width - 2 * horizontal, height - 2 * vertical};
    }
    Rect united(const Rect& r) const {
        if (empty()) return r;
        if (r.empty()) return *this;
        const float left = std::min(x, r.x), top = std::min(y, r.y);
        return {left, top, std::max(right(), r.right()) - left, std::max(bottom(), r.bottom()) - top};
    }

    /// Cuts a piece off this rect and gives it; what is left stays, `gap` away.
    Rect cut_top(float height_, float gap = 0) {
        const Rect piece{x, y, width, height_};
        y += height_ + gap;
        height -= height_ + gap;
        return piece;
    }
    Rect cut_bottom(float height_, float gap = 0) {
        height -= height_ + gap;
        return {x, bottom() + gap, width, height_};
    }
    Rect cut_left(float width_, float gap = 0) {
        const Rect piece{x, y, width_, height};
        x += width_ + gap;
        width -= width_ + gap;
        return piece;
    }
    Rect cut_right(float width_, float gap = 0) {
        width -= width_ + gap;
        return {right() + gap, y, width_, height};
    }
    /// The index-th of `count` equal columns (rows) with `gap` between.
    Rect column(int index, int count, float gap) const {
        const float w = (width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        return {x + static_cast<float>(index) * (w + gap), y, w, height};
    }
    Rect row(int index, int count, float gap) const {
        const float h = (height - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        return {x, y + static_cast<float>(index) * (h + gap), width, h};
    }
    /// A rect of this size in the middle of this one.
    Rect middle(Size size) const {
        return {x + (width - size.width) / 2, y + (height - size.height) / 2, size.width, size.height};
    }
};

}  // namespace linli::kiosk
