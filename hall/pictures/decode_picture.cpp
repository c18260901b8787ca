// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/decode_picture.h"

#include <algorithm>

#include "hall/pictures/png_header.h"
#include "hall/pictures/raw_pixels.h"

namespace linli {
namespace {

tl::expected<RawPixels, PictureFault> decoded(std::string_view bytes, const PictureHeader& header,
                                              PictureSize at_least) {
    if (header.type == PictureType::jpeg) return decode_jpeg(bytes, at_least);
    // libpng stops at the last row and would not see what is wrong behind it.
    if (auto whole = read_png_header(bytes, ChunkSums::checked); !whole) return tl::unexpected(whole.error());
    return decode_png(bytes);
}

}  // namespace

tl::expected<PicturePixels, PictureFault> decode_picture(std::string_view bytes, PictureSize wanted) {
    const auto header = read_picture_header(bytes);
    if (!header) return tl::unexpected(header.error());
    wanted = {std::clamp(wanted.width, 1, picture_side_max), std::clamp(wanted.height, 1, picture_side_max)};
    PictureSize stored = wanted;
    if (lies_on_its_side(header->orientation)) std::swap(stored.width, stored.height);
    const auto raw = decoded(bytes, *header, stored);
    if (!raw) return tl::unexpected(raw.error());
    return turned(resized(*raw, stored), header->orientation);
}

std::optional<PictureFault> check_picture(std::string_view bytes) {
    const auto header = read_picture_header(bytes);
    if (!header) return header.error();
    // A JPEG is read to its last byte at every scale.
    const auto raw = decoded(bytes, *header, {1, 1});
    return raw ? std::nullopt : std::optional(raw.error());
}

}  // namespace linli
