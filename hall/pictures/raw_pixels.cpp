// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/raw_pixels.h"

#include <algorithm>
#include <cmath>

namespace linli {
namespace {

constexpr std::size_t channels = 3;

/// Of which of `from` values in a row each of `to` values is made: a triangle around its middle.
struct Shares {
    struct One {
        std::size_t begin = 0;
        std::vector<float> weights;
    };
    std::vector<One> all;

    Shares(int from, int to) {
        const float scale = static_cast<float>(from) / static_cast<float>(to), reach = std::max(scale, 1.F);
        for (int i = 0; i < to; ++i) {
            const float middle = (static_cast<float>(i) + 0.5F) * scale - 0.5F;
            const int begin = std::max(static_cast<int>(std::ceil(middle - reach)), 0);
            const int end = std::min(static_cast<int>(std::floor(middle + reach)), from - 1);
            One one{static_cast<std::size_t>(begin), {}};
            float sum = 0;
            for (int k = begin; k <= end; ++k) {
                one.weights.push_back(std::max(1 - std::abs(static_cast<float>(k) - middle) / reach, 0.F));
                sum += one.weights.back();
            }
            for (float& weight : one.weights) weight /= sum;
            all.push_back(std::move(one));
        }
    }
};

std::uint8_t as_byte(float value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.F, 255.F)); }

RawPixels narrowed(const RawPixels& from, int width) {
    const Shares shares(from.width, width);
    RawPixels to{width, from.height, {}};
    to.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(to.height) * channels);
    std::uint8_t* out = to.rgb.data();
    for (std::size_t y = 0; y < static_cast<std::size_t>(to.height); ++y) {
        const std::uint8_t* row = from.rgb.data() + y * static_cast<std::size_t>(from.width) * channels;
        for (const Shares::One& one : shares.all) {
            float red = 0, green = 0, blue = 0;
            const std::uint8_t* at = row + one.begin * channels;
            for (const float weight : one.weights) {
                red += weight * static_cast<float>(at[0]);
                green += weight * static_cast<float>(at[1]);
                blue += weight * static_cast<float>(at[2]);
                at += channels;
            }
            *out++ = as_byte(red);
            *out++ = as_byte(green);
            *out++ = as_byte(blue);
        }
    }
    return to;
}

RawPixels flattened(const RawPixels& from, int height) {
    const Shares shares(from.height, height);
    const std::size_t row_bytes = static_cast<std::size_t>(from.width) * channels;
    RawPixels to{from.width, height, {}};
    to.rgb.reserve(row_bytes * static_cast<std::size_t>(height));
    std::vector<float> sums(row_bytes);
    for (const Shares::One& one : shares.all) {
        std::ranges::fill(sums, 0.F);
        const std::uint8_t* row = from.rgb.data() + one.begin * row_bytes;
        for (const float weight : one.weights) {
            for (std::size_t x = 0; x < row_bytes; ++x) sums[x] += weight * static_cast<float>(row[x]);
            row += row_bytes;
        }
        for (const float sum : sums) to.rgb.push_back(as_byte(sum));
    }
    return to;
}

/// Where the stored pixel stands that is seen at this place of the upright picture.
struct Stored {
    int x, y;
};
Stored stored_at(int x, int y, const RawPixels& from, Orientation orientation) {
    const int right = from.width - 1, bottom = from.height - 1;
    switch (orientation) {
        case Orientation::upright:
            break;
        case Orientation::mirrored:
            return {right - x, y};
        case Orientation::half_turn:
            return {right - x, bottom - y};
        case Orientation::half_turn_mirrored:
            return {x, bottom - y};
        case Orientation::transposed:
            return {y, x};
        case Orientation::right_turn:
            return {y, bottom - x};
        case Orientation::transposed_half_turn:
            return {right - y, bottom - x};
        case Orientation::left_turn:
            return {right - y, x};
    }
    return {x, y};
}

}  // namespace

RawPixels resized(const RawPixels& from, PictureSize to) {
    if (to.width == from.width && to.height == from.height) return from;
    return flattened(narrowed(from, to.width), to.height);
}

PicturePixels turned(const RawPixels& from, Orientation orientation) {
    PicturePixels to{from.width, from.height, {}};
    if (lies_on_its_side(orientation)) std::swap(to.width, to.height);
    to.rgba.reserve(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height) * 4);
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x) {
            const Stored stored = stored_at(x, y, from, orientation);
            const std::size_t at = (static_cast<std::size_t>(stored.y) * static_cast<std::size_t>(from.width) +
                                    static_cast<std::size_t>(stored.x)) *
                                   channels;
            to.rgba.insert(to.rgba.end(), {from.rgb[at], from.rgb[at + 1], from.rgb[at + 2], 255});
        }
    return to;
}

}  // namespace linli
