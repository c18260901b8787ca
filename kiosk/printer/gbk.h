// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linli::kiosk {

/// The text as printers keep Chinese letters: GBK, one or two bytes a character. Nothing where it has a character that
/// GBK lacks; four-byte GB 18030 no printer's letters know.
std::optional<std::string> gbk_of(std::string_view utf8);

}  // namespace linli::kiosk
