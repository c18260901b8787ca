// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hall/pictures/picture_header.h"

namespace linli {

/// Upright pixels in rows without gaps: red, green, blue, alpha. Alpha is always 255.
struct PicturePixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// How large pixels are wanted; 1 to picture_side_max each.
struct PictureSize {
    int width = 1, height = 1;
};

/// Decodes a picture at exactly this size: every pixel wanted is made of all those around its
/// place, so thin lines do not break. What is transparent
/// becomes white. Takes up to some 50 MiB and a tenth of a second while it runs, whatever the bytes claim. Anything
/// that is damaged or cut off is refused as a whole.
tl::expected<PicturePixels, PictureFault> decode_picture(std::string_view bytes, PictureSize wanted);

/// Decodes all of it and keeps nothing; says what is wrong.
std::optional<PictureFault> check_picture(std::string_view bytes);

}  // namespace linli
