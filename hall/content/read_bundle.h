// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/content/hall_content.h"

namespace linli {

/// What a bundle may hold. One that says less than it holds is stopped while it is unpacked.
inline constexpr std::size_t bundle_bytes_max = 32UL * 1024 * 1024;
inline constexpr std::size_t bundle_unpacked_bytes_max = 64UL * 1024 * 1024;
inline constexpr std::size_t bundle_entries_max = 6'000;

/// Reads the documents out of a .zip, named as in a folder, or all of them below one folder of any name, as packing a
/// folder makes it. Nothing is written to disk. Refused as a whole: names that lead elsewhere, links, encrypted
/// entries, one name twice, and more than the bounds above. Errors: missing, io, invalid_content with a sentence for
/// people.
Result<ContentDocuments> read_content_bundle(const std::string& file);

/// A folder's documents or a bundle's, whichever is there.
Result<ContentDocuments> read_content(const std::string& folder_or_bundle);

}  // namespace linli
