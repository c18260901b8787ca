// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hall/base/result.h"

namespace linli::wire {

/// What one push carries: the entries' frozen bytes, one a line, zstd. doc: hall/wire/sync_protocol.md
std::string pack_batch(const std::vector<std::string>& entries);

/// The entries again, as views into `text`.
struct Batch {
    std::string text;
    std::vector<std::string_view> entries() const;
};
/// Errors: corrupt for what is no zstd, is cut off or has bytes behind its end; invalid_input for what unpacks to more
/// than sync_limits.h allows, of which no more than that is ever unpacked, for too many lines, an empty line, or a last
/// line without its end.
Result<Batch> unpack_batch(std::string_view packed);

}  // namespace linli::wire
