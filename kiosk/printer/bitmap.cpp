// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/bitmap.h"

#include <algorithm>

namespace linli::kiosk {

DotBox around(const DotBox& a, const DotBox& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Bitmap::Bitmap(int width, int height)
    : width_(width),
      height_(height),
      row_bytes_((width + 7) / 8),
      bytes_(static_cast<std::size_t>(row_bytes_) * static_cast<std::size_t>(height)) {}

const std::uint8_t* Bitmap::row(int y) const {
    return bytes_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(row_bytes_);
}

bool Bitmap::black(int x, int y) const {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return false;
    return ((row(y)[x / 8] >> (7 - x % 8)) & 1) != 0;
}

void Bitmap::set(int x, int y) {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
    const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(row_bytes_);
    bytes_[at + static_cast<std::size_t>(x / 8)] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
}

void Bitmap::fill(const DotBox& box) {
    for (int y = box.y; y < box.bottom(); ++y)
        for (int x = box.x; x < box.right(); ++x) set(x, y);
}

Bitmap Bitmap::part(const DotBox& box) const {
    Bitmap copy(box.width, box.height);
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x)
            if (black(box.x + x, box.y + y)) copy.set(x, y);
    return copy;
}

void Bitmap::append(const Bitmap& below) {
    if (bytes_.empty() && width_ == 0) *this = Bitmap(below.width_, 0);
    const int first = height_;
    height_ += below.height_;
    bytes_.resize(static_cast<std::size_t>(row_bytes_) * static_cast<std::size_t>(height_));
    for (int y = 0; y < below.height_; ++y)
        for (int x = 0; x < below.width_; ++x)
            if (below.black(x, y)) set(x, first + y);
}

DotBox Bitmap::ink() const {
    DotBox ink;
    for (int y = 0; y < height_; ++y)
        for (int x = 0; x < width_; ++x)
            if (black(x, y)) ink = around(ink, {x, y, 1, 1});
    return ink;
}

}  // namespace linli::kiosk
