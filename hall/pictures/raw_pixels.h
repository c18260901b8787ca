// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/pictures/decode_picture.h"

namespace linli {

/// Pixels as they are stored, not turned yet: red, green, blue.
struct RawPixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

/// By libjpeg-turbo, at the smallest of its scales that is not smaller than `at_least`.
tl::expected<RawPixels, PictureFault> decode_jpeg(std::string_view bytes, PictureSize at_least);
/// By libpng, at its own size.
tl::expected<RawPixels, PictureFault> decode_png(std::string_view bytes);

/// The same picture at another size: means where it becomes smaller, even transitions where it becomes larger.
RawPixels resized(const RawPixels& from, PictureSize to);
/// Upright, with alpha.
PicturePixels turned(const RawPixels& from, Orientation orientation);

}  // namespace linli
