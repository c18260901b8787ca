// SPDX-License-Identifier: Apache-2.0
#include "hall/pictures/exif.h"

#include "hall/pictures/byte_reader.h"

namespace linli {

Orientation exif_orientation(std::string_view tiff) {
    constexpr std::size_t head_bytes = 8, entry_bytes = 12, value_at = 8;
    constexpr std::uint32_t tiff_mark = 42, orientation_tag = 0x0112, short_type = 3;
    if (tiff.size() < head_bytes || (!tiff.starts_with("II") && !tiff.starts_with("MM"))) return Orientation::upright;
    const ByteOrder order = tiff.front() == 'I' ? ByteOrder::little_endian : ByteOrder::big_endian;
    const std::size_t directory = four_bytes(tiff, 4, order);
    if (two_bytes(tiff, 2, order) != tiff_mark || directory > tiff.size() - 2) return Orientation::upright;
    const std::size_t count = two_bytes(tiff, directory, order);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * entry_bytes;
        if (entry + entry_bytes > tiff.size()) break;
        if (two_bytes(tiff, entry, order) != orientation_tag) continue;
        const std::uint32_t value = two_bytes(tiff, entry + value_at, order);
        const bool known = two_bytes(tiff, entry + 2, order) == short_type && value >= 1 && value <= 8;
        return known ? static_cast<Orientation>(value) : Orientation::upright;
    }
    return Orientation::upright;
}

}  // namespace linli
