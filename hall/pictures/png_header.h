// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/pictures/picture_header.h"

namespace linli {

inline constexpr std::string_view png_signature("\x89PNG\r\n\x1A\n", 8);

enum class ChunkSums : std::uint8_t { trusted, checked };

/// Walks all of a PNG's chunks: the first says its size, and behind the last nothing follows. With `checked` each
/// chunk's sum is computed, so that no byte of the file is other than it was written. Sizes are not held to any bounds.
tl::expected<PictureHeader, PictureFault> read_png_header(std::string_view bytes, ChunkSums sums);

}  // namespace linli
