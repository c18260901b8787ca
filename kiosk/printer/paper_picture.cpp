// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/paper_picture.h"

#include <fmt/format.h>

namespace linli::kiosk {

namespace {

constexpr int width_most = 4096, height_most = 65535;

int byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

}  // namespace

Result<Bitmap> paper_picture(std::string_view bytes) {
    Bitmap paper;
    const auto begins = [&](std::string_view command, std::size_t length) {
        return bytes.starts_with(command) && bytes.size() >= length;
    };
    while (!bytes.empty()) {
        if (begins("\x1B@", 2)) {
            bytes.remove_prefix(2);
        } else if (begins("\x1B"
                          "d",
                          3)) {
            bytes.remove_prefix(3);
        } else if (begins("\x1DVB", 4)) {
            bytes.remove_prefix(4);
        } else if (begins("\x1Dv0", 8)) {
            const int row_bytes = byte_at(bytes, 4) | byte_at(bytes, 5) << 8;
            const int rows = byte_at(bytes, 6) | byte_at(bytes, 7) << 8;
            const std::size_t size = static_cast<std::size_t>(row_bytes) * static_cast<std::size_t>(rows);
            if (row_bytes * 8 > width_most || paper.height() + rows > height_most || bytes.size() - 8 < size)
                return fail(ErrorCode::invalid_input, "a picture among the printer's bytes is cut off or too large");
            Bitmap strip(row_bytes * 8, rows);
            for (std::size_t i = 0; i < size * 8; ++i)
                if ((byte_at(bytes, 8 + i / 8) >> (7 - i % 8) & 1) != 0)
                    strip.set(static_cast<int>(i % (static_cast<std::size_t>(row_bytes) * 8)),
                              static_cast<int>(i / (static_cast<std::size_t>(row_bytes) * 8)));
            paper.append(strip);
            bytes.remove_prefix(8 + size);
        } else {
            return fail(
                ErrorCode::invalid_input,
                fmt::format("the printer's bytes hold something else than a picture: {:02X}", byte_at(bytes, 0)));
        }
    }
    return paper;
}

}  // namespace linli::kiosk
