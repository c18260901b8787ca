// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include <memory>

#include "hall/pictures/raw_pixels.h"

namespace linli {
namespace {

struct Free {
    void operator()(png_image* image) const { png_image_free(image); }
};

auto damaged() { return tl::unexpected<PictureFault>(PictureFault{"This PNG is damaged or cut off."}); }

}  // namespace

tl::expected<RawPixels, PictureFault> decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, Free> free_at_end(&image);
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return damaged();
    constexpr auto side_max = static_cast<png_uint_32>(picture_side_max);
    if (image.width > side_max || image.height > side_max ||
        image.width * image.height > static_cast<png_uint_32>(picture_pixels_max))
        return damaged();
    // Grey, palette, 16 bits and transparency all become this. Its warnings are about what is not read here anyway
    // (colour profiles, times); that no byte was changed the chunks' sums have said.
    image.format = PNG_FORMAT_RGB;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // as every program writes them, whatever the specification thought
    RawPixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    pixels.rgb.resize(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, pixels.rgb.data(), 0, nullptr) == 0) return damaged();
    return pixels;
}

}  // namespace linli
