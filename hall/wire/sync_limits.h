// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

/// The limits of hall/wire/sync_protocol.md, which box and district share.
namespace linli::sync {

inline constexpr std::size_t batch_entries_max = 500;
inline constexpr std::size_t batch_bytes_max = 1024UL * 1024;          ///< unpacked
inline constexpr std::size_t batch_packed_max = 1024UL * 1024 + 4096;  ///< as sent: what does not shrink
inline constexpr std::size_t answer_bytes_max = 256UL * 1024;          ///< of anything that the box reads
inline constexpr std::size_t attachment_bytes_max = 20UL * 1024 * 1024;
inline constexpr std::size_t attachment_part_max = 256UL * 1024;
inline constexpr std::size_t attachment_name_characters_max = 100;
inline constexpr std::size_t pull_items_max = 50;
inline constexpr std::size_t pairing_text_max = 600;
inline constexpr int range_step_min = 1'000, range_step_max = 100'000;
inline constexpr std::chrono::seconds pull_wait_max{25};

}  // namespace linli::sync
