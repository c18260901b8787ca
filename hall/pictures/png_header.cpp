// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/png_header.h"

#include <algorithm>
#include <array>
#include <limits>

#include "hall/pictures/byte_reader.h"
#include "hall/pictures/exif.h"

namespace linli {
namespace {

constexpr std::size_t around_chunk = 12;  // length, type and sum
constexpr std::uint32_t head_bytes = 13;

auto fault(const char* reason) { return tl::unexpected<PictureFault>(PictureFault{reason}); }
auto damaged() { return fault("This PNG is damaged or cut off."); }

/// CRC-32 of ISO 3309, as PNG's specification (5.5) has it.
std::uint32_t sum_of(std::string_view bytes) {
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < made.size(); ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit) made[i] = (made[i] & 1U) != 0 ? 0xEDB88320U ^ made[i] >> 1 : made[i] >> 1;
        }
        return made;
    }();
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) sum = table[(sum ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ sum >> 8;
    return ~sum;
}

int size_of(std::uint32_t side) {
    return static_cast<int>(std::min<std::uint32_t>(side, std::numeric_limits<int>::max()));
}

}  // namespace

tl::expected<PictureHeader, PictureFault> read_png_header(std::string_view bytes, ChunkSums sums) {
    PictureHeader header;
    header.type = PictureType::png;
    bool pixels = false;
    for (std::size_t at = png_signature.size(); bytes.size() - at >= around_chunk;) {
        const std::size_t length = four_bytes(bytes, at);
        if (length > bytes.size() - at - around_chunk) return damaged();
        const std::string_view type = bytes.substr(at + 4, 4), body = bytes.substr(at + 8, length);
        if (sums == ChunkSums::checked &&
            sum_of(bytes.substr(at + 4, length + 4)) != four_bytes(bytes, at + 8 + length))
            return damaged();
        at += around_chunk + length;
        if ((header.width == 0) != (type == "IHDR")) return damaged();
        if (type == "IHDR") {
            if (length != head_bytes) return damaged();
            header.width = size_of(four_bytes(body, 0));
            header.height = size_of(four_bytes(body, 4));
            if (header.width == 0 || header.height == 0) return damaged();
        }
        if (type == "acTL") return fault("This PNG moves: only a picture that stands still may be shown.");
        if (type == "eXIf") header.orientation = exif_orientation(body);
        pixels = pixels || type == "IDAT";
        if (type != "IEND") continue;
        if (!pixels || length != 0) return damaged();
        if (at != bytes.size()) return fault("Behind the end of this PNG there is something else.");
        return header;
    }
    return damaged();
}

}  // namespace linli
