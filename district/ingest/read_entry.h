// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "hall/journal/entry.h"

namespace linli::district {

/// One entry of a box's journal, read out of its frozen bytes. Texts hold no zero byte.
struct ReadEntry {
    JournalEntry head;       ///< without its body
    std::int64_t id_ms = 0;  ///< the time within its id
    /// The body's texts and whole numbers; what is nested in it stays in the bytes alone.
    std::vector<std::pair<std::string, std::variant<std::int64_t, std::string>>> body;

    std::optional<std::string> text(std::string_view name) const;
    std::optional<std::int64_t> number(std::string_view name) const;
};

/// Reads entries that came from elsewhere: whatever the bytes are, there is an entry or a reason why there is none.
class EntryReader {
public:
    EntryReader();
    ~EntryReader();
    EntryReader(const EntryReader&) = delete;
    EntryReader& operator=(const EntryReader&) = delete;

    /// Nothing where it cannot be read; `fault` then says why, in a few English words.
    std::optional<ReadEntry> read(std::string_view bytes, std::string& fault);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

/// The milliseconds in a UUIDv7 as the journal writes it; nothing for what is none.
std::optional<std::int64_t> uuid_ms(std::string_view id);

}  // namespace linli::district
