// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace linli::kiosk {

/// What a person has typed into a field: text that stands, and behind it letters of pinyin that have not become
/// characters yet. It lies in the session and is wiped with it.
class TypedText {
public:
    static constexpr std::size_t letters_max = 64;

    TypedText() = default;
    explicit TypedText(std::string text, std::string letters = {})
        : text_(std::move(text)), letters_(std::move(letters)) {}

    const std::string& text() const { return text_; }
    const std::string& letters() const { return letters_; }
    bool empty() const { return text_.empty() && letters_.empty(); }
    /// Text and letters one after the other, without what only parts syllables: what a search is asked.
    std::string all() const;

    /// Do letters wait until a word is chosen, or stand at once?
    enum class Letters : bool { wait, stand };
    /// A sign at the end. Where text and letters have reached so many characters it is dropped, as is what is no sign
    /// of a line of text, and a space before everything.
    void add(char32_t sign, Letters letters, std::size_t characters_max);
    /// Takes the last letter away; where there is none, the last character.
    void erase();
    void clear();
    /// Writes a word in the place of the first letters.
    void choose(std::string_view word, std::size_t letters);
    /// The letters stand as they are.
    void settle();

private:
    std::string text_, letters_;
};

}  // namespace linli::kiosk
