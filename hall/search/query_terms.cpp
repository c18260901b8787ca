// SPDX-License-Identifier: Apache-2.0
#include "hall/search/query_terms.h"

#include <algorithm>
#include <optional>

#include "hall/base/utf8.h"

namespace linli {
namespace {

std::optional<QueryRun::Kind> kind_of(char32_t code) {
    if (is_han(code)) return QueryRun::Kind::han;
    if (code >= U'a' && code <= U'z') return QueryRun::Kind::letters;
    if (code >= U'0' && code <= U'9') return QueryRun::Kind::digits;
    return std::nullopt;
}

/// 0 to 9 of 零 to 九; 10 for 十.
std::optional<int> digit_of(char32_t code) {
    // zero to ten
    constexpr std::u32string_view numerals = U"\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
    if (code == U'\u4E24') return 2;
    const std::size_t found = numerals.find(code);
    return found == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<int>(found));
}

/// 八十 is 80, 六十五 is 65, 三 is 3, 八零 nothing of the kind; nothing where it is no number below a hundred.
std::optional<int> number_of(std::u32string_view text) {
    int tens = 0, ones = 0;
    bool ten_seen = false, any = false;
    for (const char32_t code : text) {
        const auto digit = digit_of(code);
        if (!digit) return std::nullopt;
        any = true;
        if (*digit == 10) {
            if (ten_seen) return std::nullopt;
            tens = ones == 0 ? 1 : ones;
            ones = 0;
            ten_seen = true;
        } else {
            if (ones != 0) return std::nullopt;
            ones = *digit;
        }
    }
    return any ? std::optional(tens * 10 + ones) : std::nullopt;
}

/// Ages, and whatever else has tens, as documents write them.
std::u32string with_digits(const std::u32string& text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && digit_of(text[end])) ++end;
        const bool age = end > at && end < text.size() && text[end] == U'\u5C81';
        const bool tens = end - at >= 2 && text.substr(at, end - at).find(U'\u5341') != std::u32string::npos;
        const auto number = age || tens ? number_of(std::u32string_view(text).substr(at, end - at)) : std::nullopt;
        if (number)
            for (const char digit : std::to_string(*number)) result += static_cast<char32_t>(digit);
        else if (end > at)
            result += text.substr(at, end - at);
        if (end > at) {
            at = end;
            continue;
        }
        result += text[at++];
    }
    return result;
}

}  // namespace

std::string to_utf8(std::u32string_view text) {
    std::string bytes;
    for (const char32_t code : text) bytes += utf8_of(code);
    return bytes;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string codes;
    for (const Character& character : characters(text)) codes += folded(character.code);
    return codes;
}

std::string QueryRun::utf8() const { return to_utf8(text); }

QueryTerms query_terms(std::string_view text) {
    std::u32string typed;
    for (const Character& character : characters(text, query_characters_max)) typed += folded(character.code);
    QueryTerms terms;
    bool inside = false;
    for (const char32_t code : with_digits(typed)) {
        if (code == U'\'' || code == U'\u2019') continue;  // pinyin may be written "xi'an"
        const auto kind = kind_of(code);
        if (!kind) {
            inside = false;
            continue;
        }
        if (!inside || terms.runs.back().kind != *kind) terms.runs.push_back({*kind, {}});
        terms.runs.back().text += code;
        terms.plain += code;
        inside = true;
    }
    return terms;
}

std::vector<std::u32string> pieces_without(const std::u32string& han, const std::vector<std::u32string>& stop_words) {
    std::vector<std::u32string> pieces(1);
    for (std::size_t at = 0; at < han.size();) {
        std::size_t longest = 0;
        for (const std::u32string& word : stop_words)
            if (word.size() > longest && han.compare(at, word.size(), word) == 0) longest = word.size();
        if (longest == 0) {
            pieces.back() += han[at++];
            continue;
        }
        at += longest;
        if (!pieces.back().empty()) pieces.emplace_back();
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

}  // namespace linli
