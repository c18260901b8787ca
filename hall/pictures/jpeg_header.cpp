// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/jpeg_header.h"

#include "hall/pictures/byte_reader.h"
#include "hall/pictures/exif.h"

namespace linli {
namespace {

constexpr std::uint32_t start_of_scan = 0xDA, application_1 = 0xE1, end_of_image = 0xD9;
constexpr std::string_view exif_mark("Exif\0\0", 6);

auto fault(const char* reason) { return tl::unexpected<PictureFault>(PictureFault{reason}); }
auto damaged() { return fault("This JPEG is damaged or cut off."); }

bool stands_alone(std::uint32_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }
/// A frame's head: 0xC0 to 0xCF without the tables (C4, C8, CC).
bool is_frame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

tl::expected<void, PictureFault> take_frame(std::uint32_t marker, std::string_view body, PictureHeader& header) {
    constexpr std::size_t frame_bytes_min = 6;
    if (header.width != 0 || body.size() < frame_bytes_min) return damaged();
    // Baseline, extended and progressive: what cameras and programs write, and browsers show.
    if (marker > 0xC2 || byte_at(body, 0) != 8) return fault("This is a rare kind of JPEG: save it as a usual one.");
    const std::uint32_t components = byte_at(body, 5);
    if (components != 1 && components != 3)
        return fault("This JPEG is not in RGB, as those for printing presses are: save it in RGB.");
    header.height = static_cast<int>(two_bytes(body, 1));
    header.width = static_cast<int>(two_bytes(body, 3));
    return {};
}

}  // namespace

tl::expected<PictureHeader, PictureFault> read_jpeg_header(std::string_view bytes) {
    PictureHeader header;
    header.type = PictureType::jpeg;
    bool exif_seen = false;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) return damaged();
        const std::uint32_t marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {  // bytes that fill
            ++at;
            continue;
        }
        at += 2;
        if (stands_alone(marker)) continue;
        if (marker == start_of_scan && header.width > 0) return header;
        if (marker == end_of_image || marker == start_of_scan || marker == 0) return damaged();
        const std::size_t length = two_bytes(bytes, at);
        if (length < 2 || length > bytes.size() - at) return damaged();
        const std::string_view body = bytes.substr(at + 2, length - 2);
        if (is_frame(marker))
            if (auto taken = take_frame(marker, body, header); !taken) return tl::unexpected(taken.error());
        if (marker == application_1 && body.starts_with(exif_mark) && !exif_seen) {
            exif_seen = true;
            header.orientation = exif_orientation(body.substr(exif_mark.size()));
        }
        at += length;
    }
    return damaged();
}

}  // namespace linli
