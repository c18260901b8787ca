// SPDX-License-Identifier: Apache-2.0
// Reads rime's pinyin_simp.dict.yaml, Android's list of words with their readings and frequencies, and writes the C++
// file that defines phrase_table (phrase_table.h).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

constexpr std::size_t entries_least = 50000;  // fewer mean that the input is not this dictionary

struct Word {
    std::vector<std::string> syllables;
    std::u16string characters;
    std::uint32_t weight = 0;
};

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char byte : text) {
        if (byte == at)
            parts.emplace_back();
        else
            parts.back() += byte;
    }
    return parts;
}

// Empty where the text is more than Han characters of three bytes each.
std::u16string han_of(std::string_view text) {
    std::u16string found;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        if (at + 3 > text.size() || (byte(0) & 0xF0) != 0xE0) return {};
        found += static_cast<char16_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    }
    return found;
}

// Interjections such as "ng" have no vowel: as letters they are the beginning of something else.
bool is_syllable(const std::string& text) { return text.find_first_of("aeiouv") != std::string::npos; }

std::vector<Word> read_words(std::istream& input) {
    std::vector<Word> words;
    for (std::string line; std::getline(input, line);) {
        const auto fields = split(line, '\t');
        if (fields.size() != 3) continue;
        Word word{split(fields[1], ' '), han_of(fields[0]),
                  static_cast<std::uint32_t>(std::strtoul(fields[2].c_str(), nullptr, 10))};
        if (!word.characters.empty() && word.characters.size() == word.syllables.size() &&
            std::ranges::all_of(word.syllables, is_syllable))
            words.push_back(std::move(word));
    }
    std::ranges::sort(words, [](const Word& a, const Word& b) {
        return std::tie(a.syllables, b.weight, a.characters) < std::tie(b.syllables, a.weight, b.characters);
    });
    return words;
}

void write_table(const std::vector<Word>& words) {
    std::set<std::string> syllables;
    for (const Word& word : words) syllables.insert(word.syllables.begin(), word.syllables.end());
    const std::vector<std::string> ordered(syllables.begin(), syllables.end());
    std::string names, numbers, characters, entries;
    for (const std::string& one : ordered) names += "\"" + one + "\",\n";
    std::size_t begin = 0;
    double all = 0;
    for (const Word& word : words) {
        for (const std::string& one : word.syllables)
            numbers += std::to_string(std::ranges::lower_bound(ordered, one) - ordered.begin()) + ",";
        for (const char16_t one : word.characters) {
            char text[16];
            std::snprintf(text, sizeof text, "\\u%04X", static_cast<unsigned>(one));
            characters += text;
        }
        entries += "{" + std::to_string(begin) + "," + std::to_string(word.characters.size()) + "," +
                   std::to_string(word.weight) + "},\n";
        begin += word.characters.size();
        all += word.weight;
        if (begin % 16 == 0) numbers += "\n", characters += "\"\nu\"";
    }
    std::cout << "// Made by hall/text/generate_phrases.cpp.\n#include \"hall/text/phrase_table.h\"\n\n"
              << "namespace linli {\nnamespace {\nconstexpr std::string_view syllables[] = {\n"
              << names << "};\nconstexpr std::uint16_t numbers[] = {\n"
              << numbers << "};\nconstexpr char16_t characters[] = u\"" << characters << "\";\n"
              << "constexpr PhraseTable::Entry entries[] = {\n"
              << entries << "};\n}  // namespace\n\n"
              << "constinit const PhraseTable phrase_table{syllables, numbers, {characters, " << begin << "}, entries, "
              << std::to_string(all) << "};\n}  // namespace linli\n";
}

}  // namespace

int main() {
    const auto words = read_words(std::cin);
    if (words.size() < entries_least) {
        std::cerr << "Only " << words.size() << " words have a reading: this is not pinyin_simp.dict.yaml.\n";
        return 1;
    }
    write_table(words);
    std::cout.flush();
    return std::cout ? 0 : 1;
}
