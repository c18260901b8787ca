// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/pictures/picture_header.h"

namespace linli {

inline constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

/// Walks a JPEG's segments up to its first scan. Sizes are as stored, and not held to any bounds.
tl::expected<PictureHeader, PictureFault> read_jpeg_header(std::string_view bytes);

}  // namespace linli
