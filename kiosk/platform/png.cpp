// SPDX-License-Identifier: Apache-2.0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wcast-qual"
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include "kiosk/platform/panel.h"

namespace linli::kiosk {

Status Picture::save_png(const std::filesystem::path& file) const {
    // A quick look is worth more than the last tenth of the size.
    stbi_write_png_compression_level = 4;
    stbi_write_force_png_filter = 0;
    if (width <= 0 || stbi_write_png(file.c_str(), width, height, 4, rgba.data(), width * 4) == 0)
        return fail(ErrorCode::io, "the picture cannot be written to " + file.string());
    return {};
}

}  // namespace linli::kiosk
