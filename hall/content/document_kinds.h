// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace linli {

/// The content documents that make a hall, as they are named in a folder.
inline constexpr std::string_view document_names[] = {"hall.json",      "lines.json", "matters.json", "counters.json",
                                                      "reminders.json", "slip.json",  "board.json",   "voice.json"};
/// Came later than the others: where a hall's content has none, the demo hall's stands in, so that older content stays
/// good.
inline constexpr std::string_view documents_with_default[] = {"slip.json", "board.json", "voice.json"};
inline constexpr std::size_t document_bytes_max = 4UL * 1024 * 1024;

}  // namespace linli
