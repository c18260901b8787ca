// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace linli {

enum class ByteOrder : std::uint8_t { big_endian, little_endian };

inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Two or four bytes at a place that the caller has found to be within.
inline std::uint32_t two_bytes(std::string_view bytes, std::size_t at, ByteOrder order = ByteOrder::big_endian) {
    const std::uint32_t a = byte_at(bytes, at), b = byte_at(bytes, at + 1);
    return order == ByteOrder::big_endian ? a << 8 | b : b << 8 | a;
}
inline std::uint32_t four_bytes(std::string_view bytes, std::size_t at, ByteOrder order = ByteOrder::big_endian) {
    const std::uint32_t a = two_bytes(bytes, at, order), b = two_bytes(bytes, at + 2, order);
    return order == ByteOrder::big_endian ? a << 16 | b : b << 16 | a;
}

}  // namespace linli
