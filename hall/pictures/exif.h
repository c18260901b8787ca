// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "hall/pictures/picture_header.h"

namespace linli {

/// The orientation that EXIF data names (a TIFF file's first directory, as it stands in a JPEG's APP1 behind
/// "Exif\0\0" and in a PNG's eXIf). Upright where it names none, or is damaged: then the picture itself is still good.
Orientation exif_orientation(std::string_view tiff);

}  // namespace linli
