// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/typed_text.h"

#include <algorithm>

#include "hall/base/utf8.h"

namespace linli::kiosk {

std::string TypedText::all() const {
    std::string letters = letters_;
    std::erase(letters, '\'');
    return text_ + letters;
}

void TypedText::add(char32_t sign, Letters letters, std::size_t characters_max) {
    if (is_unprintable(sign) || characters(text_).size() + letters_.size() >= characters_max) return;
    if (sign == U' ' && empty()) return;
    const bool small_letter = sign >= U'a' && sign <= U'z';
    const bool parts_syllables = sign == U'\'' && !letters_.empty();
    if (letters == Letters::wait && (small_letter || parts_syllables)) {
        if (letters_.size() < letters_max) letters_ += static_cast<char>(sign);
        return;
    }
    settle();
    text_ += utf8_of(sign);
}

void TypedText::erase() {
    if (!letters_.empty()) {
        letters_.pop_back();
        return;
    }
    const auto written = characters(text_);
    if (!written.empty()) text_.resize(written.back().begin);
}

void TypedText::clear() {
    text_.clear();
    letters_.clear();
}

void TypedText::choose(std::string_view word, std::size_t letters) {
    text_ += word;
    letters_.erase(0, letters);
}

void TypedText::settle() {
    text_ = all();
    letters_.clear();
}

}  // namespace linli::kiosk
