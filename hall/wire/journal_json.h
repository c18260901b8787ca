// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/base/result.h"
#include "hall/journal/entry.h"

namespace linli::wire {

/// The bytes that are frozen in the journal and shipped to the district: one JSON object, fields in the order of
/// hall/journal/journal_format.md.
std::string freeze(const JournalEntry& entry);
/// Error: corrupt.
Result<JournalEntry> thaw(std::string_view bytes);
/// Whether frozen bytes are this actor's entry, without reading all of them.
bool is_by(std::string_view bytes, std::string_view actor);

}  // namespace linli::wire
