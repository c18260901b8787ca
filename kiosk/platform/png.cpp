// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include <cstdlib>

namespace {

// stb's own takes many times as long, and tests keep thousands of pictures.
unsigned char* packed(unsigned char* bytes, int length, int* packed_length, int level) {
    uLongf most = compressBound(static_cast<uLong>(length));
    auto* const room = static_cast<unsigned char*>(std::malloc(most));  // stb frees it
    if (room == nullptr || compress2(room, &most, bytes, static_cast<uLong>(length), level) != Z_OK) {
        std::free(room);
        return nullptr;
    }
    *packed_length = static_cast<int>(most);
    return room;
}

unsigned int checksum(unsigned char* bytes, int length) {
    return static_cast<unsigned int>(crc32(0, bytes, static_cast<uInt>(length)));
}

}  // namespace

#define STBIW_ZLIB_COMPRESS packed
#define STBIW_CRC32 checksum
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
    // Soon there is worth more than small. Rows are mostly like those above them, so their differences (filter 2) pack
    // well.
    stbi_write_png_compression_level = 1;
    stbi_write_force_png_filter = 2;
    if (width <= 0 || stbi_write_png(file.c_str(), width, height, 4, rgba.data(), width * 4) == 0)
        return fail(ErrorCode::io, "the picture cannot be written to " + file.string());
    return {};
}

}  // namespace linli::kiosk
