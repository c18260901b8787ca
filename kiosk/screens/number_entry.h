// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace linli::kiosk {

/// The number of a ticket as it grows under the finger: one letter, then up to four digits ("A027", "A27", "A1000").
class TicketEntry {
public:
    /// A letter starts it or replaces the letter; a digit counts only behind a letter and while there is room.
    void press(char sign);
    void erase();
    void clear() { text_.clear(); }
    const std::string& text() const { return text_; }
    bool has_letter() const { return !text_.empty(); }
    bool complete() const { return text_.size() >= 2; }

private:
    std::string text_;
};

/// The four digits that a number is given back with.
class CheckCodeEntry {
public:
    static constexpr std::size_t digit_count = 4;
    void press(char sign);
    void erase();
    void clear() { text_.clear(); }
    const std::string& text() const { return text_; }
    std::size_t missing() const { return digit_count - text_.size(); }
    bool complete() const { return missing() == 0; }

private:
    std::string text_;
};

}  // namespace linli::kiosk
