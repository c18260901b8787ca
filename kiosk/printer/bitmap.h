// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace linli::kiosk {

/// A rectangle in dots of the paper.
struct DotBox {
    int x = 0, y = 0, width = 0, height = 0;
    int right() const { return x + width; }
    int bottom() const { return y + height; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool contains(const DotBox& other) const {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }
    bool meets(const DotBox& other) const {
        return !empty() && !other.empty() && other.x < right() && x < other.right() && other.y < bottom() &&
               y < other.bottom();
    }
    bool operator==(const DotBox&) const = default;
};
/// The smallest box around both.
DotBox around(const DotBox& a, const DotBox& b);

/// Black and white dots as a print head burns them, a row in whole bytes, most significant bit first.
class Bitmap {
public:
    Bitmap() = default;
    Bitmap(int width, int height);

    int width() const { return width_; }
    int height() const { return height_; }
    int row_bytes() const { return row_bytes_; }
    const std::uint8_t* row(int y) const;
    bool black(int x, int y) const;
    /// Dots outside are left out.
    void set(int x, int y);
    void fill(const DotBox& box);
    /// A copy of a part; what lies outside is white.
    Bitmap part(const DotBox& box) const;
    void append(const Bitmap& below);
    /// The smallest box around everything black; empty where nothing is.
    DotBox ink() const;

private:
    int width_ = 0, height_ = 0, row_bytes_ = 0;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace linli::kiosk
