// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/picture_header.h"

#include <fmt/format.h>

#include "hall/pictures/jpeg_header.h"
#include "hall/pictures/png_header.h"

namespace linli {
namespace {

auto fault(std::string reason) { return tl::unexpected<PictureFault>(PictureFault{std::move(reason)}); }

/// What people most often take for a JPEG or PNG; empty for anything else.
std::string_view other_type(std::string_view bytes) {
    const auto stands = [&](std::size_t at, std::string_view mark) {
        return bytes.size() >= at + mark.size() && bytes.substr(at, mark.size()) == mark;
    };
    if (stands(0, "GIF8")) return "GIF";
    if (stands(0, "RIFF") && stands(8, "WEBP")) return "WebP";
    if (stands(4, "ftyphei") || stands(4, "ftypmif") || stands(4, "ftyphev")) return "HEIC";
    if (stands(4, "ftypavif")) return "AVIF";
    if (stands(0, "%PDF")) return "PDF";
    if (stands(0, "BM")) return "BMP";
    if (stands(0, "<svg") || stands(0, "<?xml")) return "SVG";
    return {};
}

}  // namespace

tl::expected<PictureHeader, PictureFault> read_picture_header(std::string_view bytes) {
    if (bytes.empty()) return fault("This file is empty.");
    if (bytes.size() > picture_bytes_max)
        return fault(fmt::format("A picture's file has at most {} bytes.", picture_bytes_max));
    const bool jpeg = bytes.starts_with(jpeg_signature), png = bytes.starts_with(png_signature);
    if (!jpeg && !png) {
        const std::string_view other = other_type(bytes);
        return fault(other.empty() ? std::string("This is neither a JPEG nor a PNG.")
                                   : fmt::format("This is a picture of the kind {}: save it as JPEG or PNG.", other));
    }
    auto header = jpeg ? read_jpeg_header(bytes) : read_png_header(bytes, ChunkSums::trusted);
    if (!header) return header;
    if (lies_on_its_side(header->orientation)) std::swap(header->width, header->height);
    const auto [width, height] = std::pair(header->width, header->height);
    if (std::min(width, height) < picture_side_min || std::max(width, height) > picture_side_max)
        return fault(fmt::format("This picture has {} by {} pixels; each side may have {} to {}.", width, height,
                                 picture_side_min, picture_side_max));
    if (width * height > picture_pixels_max)
        return fault(
            fmt::format("This picture has {} by {} pixels; {} may be in all.", width, height, picture_pixels_max));
    return header;
}

}  // namespace linli
