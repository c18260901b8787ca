// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace linli {

/// What a picture may be. A photograph of eight megapixels is far more than any panel of ours shows.
inline constexpr std::size_t picture_bytes_max = 1024UL * 1024;
inline constexpr int picture_side_min = 64, picture_side_max = 4096;
inline constexpr int picture_pixels_max = 8 * 1024 * 1024;

enum class PictureType : std::uint8_t { jpeg, png };

/// How what is stored must be turned to be seen upright; the numbers are EXIF's (CIPA DC-008, tag 0x0112).
enum class Orientation : std::uint8_t {
    upright = 1,
    mirrored,
    half_turn,
    half_turn_mirrored,
    transposed,
    right_turn,
    transposed_half_turn,
    left_turn,
};
/// Width and height change places.
inline bool lies_on_its_side(Orientation one) { return one >= Orientation::transposed; }

/// What the head of a picture's file says of it.
struct PictureHeader {
    PictureType type = PictureType::jpeg;
    int width = 0, height = 0;  ///< in pixels, as it is seen upright
    Orientation orientation = Orientation::upright;
};

/// Why bytes are no picture that we take: one English sentence.
struct PictureFault {
    std::string reason;
};

/// Reads only what says type, size and orientation, in microseconds: bytes decide, no name. Whether all pixels are
/// there check_picture() finds out.
tl::expected<PictureHeader, PictureFault> read_picture_header(std::string_view bytes);

}  // namespace linli
