// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/pictures/picture_header.h"

namespace linli::support {

/// How a PNG is stored. Where it has alpha the lower right quarter is transparent.
enum class PngKind { rgb, rgba, grey, grey_alpha, palette, rgb_16, grey_16, rgb_interlaced };

/// Pictures of four quarters, seen upright: red and green above, blue and white below. In grey ones: black and light
/// grey above, dark grey and white below.
std::string png_picture(int width, int height, PngKind kind = PngKind::rgb);
enum class JpegKind { baseline, progressive, grey };
/// With EXIF where it lies otherwise than upright; the size is that of what is seen.
std::string jpeg_picture(int width, int height, Orientation orientation = Orientation::upright,
                         JpegKind kind = JpegKind::baseline);

/// A chunk of a PNG with its sum, "acTL" and others; `with_chunk` puts it behind the first one.
std::string with_chunk(const std::string& png, const std::string& type, const std::string& body);
/// An EXIF segment put behind a JPEG's first marker: `tiff` in either byte order.
std::string with_exif(const std::string& jpeg, const std::string& tiff);
/// A TIFF directory that says this orientation; `order` is "II" or "MM".
std::string exif_saying(int orientation, const std::string& order = "MM");

}  // namespace linli::support
