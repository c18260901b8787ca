// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include "kiosk/platform/panel.h"

namespace linli::kiosk {

Status Picture::save_png(const std::filesystem::path& file) const {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGBA;
    image.flags = PNG_IMAGE_FLAG_FAST;  // soon there is worth more than small: tests keep thousands of pictures
    if (width <= 0 || png_image_write_to_file(&image, file.c_str(), 0, rgba.data(), width * 4, nullptr) == 0)
        return fail(ErrorCode::io, "the picture cannot be written to " + file.string());
    return {};
}

}  // namespace linli::kiosk
