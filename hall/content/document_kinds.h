// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace linli {

/// The content documents that make a hall, as they are named in a folder.
inline constexpr std::string_view document_names[] = {"hall.json", "lines.json", "matters.json", "counters.json",
                                                      "reminders.json"};
inline constexpr std::size_t document_bytes_max = 4UL * 1024 * 1024;

}  // namespace linli
