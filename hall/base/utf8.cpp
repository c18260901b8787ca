// SPDX-License-Identifier: Apache-2.0
#include "hall/base/utf8.h"

#include <algorithm>

namespace linli {
namespace {

constexpr char32_t replacement = 0xFFFD;

// How many bytes a character of this first byte has, 0 where none begins so.
std::size_t length_after(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool wide(char32_t code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2018 && code <= 0x201D) || code == 0x2026 ||
           code == 0x2014 || (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFE30 && code <= 0xFE6F) ||
           (code >= 0xFF00 && code <= 0xFF60) || (code >= 0xFFE0 && code <= 0xFFE6) || code >= 0x1F300;
}

}  // namespace

Character character_at(std::string_view text, std::size_t position) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const Character broken{replacement, position, position + 1};
    const std::size_t length = length_after(byte(position));
    if (length == 0 || position + length > text.size()) return broken;
    if (length == 1) return {byte(position), position, position + 1};
    char32_t code = byte(position) & (0x7Fu >> length);
    for (std::size_t at = position + 1; at < position + length; ++at) {
        if ((byte(at) & 0xC0) != 0x80) return broken;
        code = code << 6 | (byte(at) & 0x3Fu);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return broken;
    return {code, position, position + length};
}

std::vector<Character> characters(std::string_view text, std::size_t most) {
    std::vector<Character> found;
    for (std::size_t position = 0; position < text.size() && found.size() < most;) {
        found.push_back(character_at(text, position));
        position = found.back().end;
    }
    return found;
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t position = 0; position < text.size(); ++count) position = character_at(text, position).end;
    return count;
}

std::string utf8_of(char32_t code) {
    const auto tail = [code](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

bool is_han(char32_t code) {
    return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x323AF) || code == 0x3007;
}

char32_t folded(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFF01 - 0x21;
    if (code == 0x3000) return U' ';
    return code >= U'A' && code <= U'Z' ? code + (U'a' - U'A') : code;
}

bool is_unprintable(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
           code == 0xFFFD || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

bool is_plain_line(std::string_view text, std::size_t characters_max) {
    const auto found = characters(text, characters_max + 1);
    return found.size() <= characters_max && std::ranges::none_of(found, is_unprintable, &Character::code);
}

int width_in_han(std::string_view text) {
    int halves = 0;
    for (std::size_t position = 0; position < text.size();) {
        const Character character = character_at(text, position);
        halves += wide(character.code) ? 2 : 1;
        position = character.end;
    }
    return (halves + 1) / 2;
}

std::string shortened(std::string_view text, std::size_t characters_max) {
    const auto kept = characters(text, characters_max);
    if (kept.empty() || kept.back().end == text.size()) return std::string(text);
    return std::string(text.substr(0, kept.back().end)) + "…";
}

std::string shortened_line(std::string_view text, std::size_t characters_max) {
    std::string line;
    const std::string kept = shortened(text, characters_max);
    for (const Character& character : characters(kept))
        if (is_unprintable(character.code))
            line += '?';
        else
            line.append(kept, character.begin, character.end - character.begin);
    return line;
}

}  // namespace linli
