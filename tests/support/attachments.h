// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/keep_attachment.h"
#include "hall/base/bytes.h"

namespace linli::support {

/// Of this size, beginning as a PDF does; with another seed other bytes.
inline std::string pdf_of(std::size_t size, unsigned seed = 1) {
    std::string bytes = "%PDF-1.7\n";
    bytes.reserve(size);
    constexpr unsigned factor = 1'664'525, step = 1'013'904'223, highest = 24;
    for (unsigned value = seed; bytes.size() < size;)
        bytes += static_cast<char>((value = value * factor + step) >> highest);
    bytes.resize(size);
    return bytes;
}

inline ReadBytes bytes_of(std::string bytes) {
    return [bytes = std::move(bytes)](std::int64_t at, std::size_t most) -> Result<std::string> {
        const auto begin = static_cast<std::size_t>(at);
        return begin >= bytes.size() ? std::string() : bytes.substr(begin, most);
    };
}

inline std::string digest_of(std::string_view bytes) { return hex(as_text(blake2b(bytes))); }

}  // namespace linli::support
