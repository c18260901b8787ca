// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "hall/base/result.h"
#include "hall/content/localized_text.h"

namespace linli::kiosk {

/// Makes the bytes of a slip with sample data and saves what they look like on the paper. `content` is a folder of
/// content documents; empty takes the demo hall.
struct SlipPictureOrder {
    enum class Paper : std::uint8_t { ticket, reprint, test, document };
    Paper paper = Paper::ticket;
    std::filesystem::path out;
    std::filesystem::path content;
    Language language = Language::zh;
    int width_dots = 576;
};
Status render_slip(const SlipPictureOrder& order);

/// The paper of this name, "slip", "slip-reprint", "slip-test" or "slip-document"; nothing for another name.
std::optional<SlipPictureOrder::Paper> slip_paper_from(std::string_view name);

}  // namespace linli::kiosk
