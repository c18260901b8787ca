// SPDX-License-Identifier: Apache-2.0
#include "hall/base/uuid.h"

#include "hall/base/bytes.h"

namespace linli {

std::string new_uuid(WallMs now) {
    std::string bytes = random_bytes(16);
    const auto milliseconds = static_cast<std::uint64_t>(now);
    for (int i = 0; i < 6; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(milliseconds >> (40 - 8 * i));
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    std::string text = hex(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, 1, '-');
    return text;
}

}  // namespace linli
