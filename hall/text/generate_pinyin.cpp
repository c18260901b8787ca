// SPDX-License-Identifier: Apache-2.0
// Reads Unicode's Unihan_Readings.txt and writes the C++ file that defines pinyin_table (pinyin_table.h): all readings
// without tones. With the argument "spoken" it defines spoken_table: the most usual reading with its tone. With
// "standard" it defines standard_characters: those that have an entry of 通用规范汉字表 (kTGHZ2013).
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Readings = std::vector<std::string>;

constexpr std::size_t characters_least = 20000;  // fewer mean that the input is not Unihan_Readings

struct ToneLetter {
    std::string_view marked;
    std::string_view plain;
    char tone;
};

// Combining marks stand last: what is left of a letter that has no composed form.
constexpr ToneLetter tone_letters[] = {
    {"ā", "a", '1'},     {"á", "a", '2'}, {"ǎ", "a", '3'},     {"à", "a", '4'},     {"ē", "e", '1'},
    {"é", "e", '2'},     {"ě", "e", '3'}, {"è", "e", '4'},     {"ê", "e", 0},       {"ế", "e", '2'},
    {"ề", "e", '4'},     {"ī", "i", '1'}, {"í", "i", '2'},     {"ǐ", "i", '3'},     {"ì", "i", '4'},
    {"ō", "o", '1'},     {"ó", "o", '2'}, {"ǒ", "o", '3'},     {"ò", "o", '4'},     {"ū", "u", '1'},
    {"ú", "u", '2'},     {"ǔ", "u", '3'}, {"ù", "u", '4'},     {"ǖ", "v", '1'},     {"ǘ", "v", '2'},
    {"ǚ", "v", '3'},     {"ǜ", "v", '4'}, {"ü", "v", 0},       {"ń", "n", '2'},     {"ň", "n", '3'},
    {"ǹ", "n", '4'},     {"ḿ", "m", '2'}, {"\u0304", "", '1'}, {"\u0301", "", '2'}, {"\u030C", "", '3'},
    {"\u0300", "", '4'},
};

enum class Tones { left_out, kept };

std::string syllable(std::string_view marked, Tones tones) {
    std::string plain;
    char tone = '5';
    while (!marked.empty()) {
        const auto letter = std::ranges::find_if(
            tone_letters, [&](const ToneLetter& candidate) { return marked.starts_with(candidate.marked); });
        const bool found = letter != std::end(tone_letters);
        plain += found ? letter->plain : marked.substr(0, 1);
        if (found && letter->tone != 0) tone = letter->tone;
        marked.remove_prefix(found ? letter->marked.size() : 1);
    }
    return tones == Tones::kept ? plain + tone : plain;
}

// Interjections such as "ng" have no vowel, and nobody types them to find a word.
bool is_syllable(std::string_view text) {
    const auto letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
    if (!text.empty() && text.back() >= '1' && text.back() <= '5') text.remove_suffix(1);
    return std::ranges::all_of(text, letter) && text.find_first_of("aeiouv") != std::string_view::npos;
}

void add_reading(Readings& readings, std::string_view marked, Tones tones) {
    const std::string plain = syllable(marked, tones);
    if (is_syllable(plain) && std::ranges::find(readings, plain) == readings.end()) readings.push_back(plain);
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto blank = std::min(text.find(' '), text.size());
        if (blank > 0) found.push_back(text.substr(0, blank));
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return found;
}

// The fields in the order of trust: by frequency of use, then the customary reading, then a dictionary's.
void add_field(std::string_view field, std::string_view value, Tones tones, Readings (&by_field)[3]) {
    for (const std::string_view word : words(value)) {
        if (field == "kHanyuPinlu") add_reading(by_field[0], word.substr(0, word.find('(')), tones);
        if (field == "kMandarin") add_reading(by_field[1], word, tones);
        if (field == "kXHC1983") add_reading(by_field[2], word.substr(word.find(':') + 1), tones);
    }
}

std::map<std::uint32_t, Readings> read_unihan(std::istream& input, Tones tones) {
    std::map<std::uint32_t, Readings[3]> fields;
    for (std::string line; std::getline(input, line);) {
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        if (!line.starts_with("U+") || second == std::string::npos) continue;
        const auto code = static_cast<std::uint32_t>(std::stoul(line.substr(2, first - 2), nullptr, 16));
        const std::string_view all = line;
        const std::string_view field = all.substr(first + 1, second - first - 1);
        if (field == "kHanyuPinlu" || field == "kMandarin" || field == "kXHC1983")
            add_field(field, all.substr(second + 1), tones, fields[code]);
    }
    std::map<std::uint32_t, Readings> readings;
    for (const auto& [code, by_field] : fields) {
        Readings merged;
        for (const Readings& one : by_field)
            for (const std::string& reading : one)
                if (std::ranges::find(merged, reading) == merged.end()) merged.push_back(reading);
        if (tones == Tones::kept && merged.size() > 1) merged.resize(1);
        if (!merged.empty()) readings.emplace(code, std::move(merged));
    }
    return readings;
}

void write_table(const std::map<std::uint32_t, Readings>& characters, std::string_view name) {
    std::map<Readings, std::size_t> lists;
    for (const auto& [code, readings] : characters) lists.emplace(readings, 0);
    std::string texts, begins;
    std::size_t number = 0, begin = 0;
    for (auto& [readings, list_number] : lists) {
        list_number = number++;
        begins += "{" + std::to_string(begin) + "," + std::to_string(readings.size()) + "},\n";
        for (const std::string& reading : readings) texts += "\"" + reading + "\",\n";
        begin += readings.size();
    }
    std::string runs, indexes;
    std::uint32_t offset = 0;
    for (auto at = characters.begin(); at != characters.end();) {
        const std::uint32_t first = at->first;
        std::uint32_t count = 0;
        for (; at != characters.end() && at->first == first + count; ++at, ++count)
            indexes += std::to_string(lists.at(at->second)) + (count % 16 == 15 ? ",\n" : ",");
        runs += "{" + std::to_string(first) + "," + std::to_string(count) + "," + std::to_string(offset) + "},\n";
        offset += count;
    }
    std::cout << "// Made by hall/text/generate_pinyin.cpp.\n#include \"hall/text/pinyin_table.h\"\n\n"
              << "namespace linli {\nnamespace {\nconstexpr PinyinTable::Run runs[] = {\n"
              << runs << "};\nconstexpr std::uint16_t list_of_character[] = {\n"
              << indexes << "};\nconstexpr PinyinTable::List lists[] = {\n"
              << begins << "};\nconstexpr std::string_view readings[] = {\n"
              << texts << "};\n}  // namespace\n\n"
              << "constinit const PinyinTable " << name
              << "{runs, list_of_character, lists, readings};\n}  // namespace linli\n";
}

int write_standard_characters(std::istream& input) {
    std::vector<std::uint32_t> codes;
    for (std::string line; std::getline(input, line);)
        if (line.starts_with("U+") && line.find("\tkTGHZ2013\t") != std::string::npos)
            codes.push_back(static_cast<std::uint32_t>(std::stoul(line.substr(2), nullptr, 16)));
    std::ranges::sort(codes);
    constexpr std::size_t count = 8105;
    if (codes.size() != count) {
        std::cerr << codes.size() << " characters are in the standard list instead of " << count << ".\n";
        return 1;
    }
    std::cout << "// Made by hall/text/generate_pinyin.cpp.\n#include \"hall/text/pinyin_table.h\"\n\n"
              << "namespace linli {\nnamespace {\nconstexpr char32_t codes[] = {\n";
    for (std::size_t i = 0; i < codes.size(); ++i) std::cout << codes[i] << (i % 16 == 15 ? ",\n" : ",");
    std::cout << "};\n}  // namespace\n\nconstinit const std::span<const char32_t> standard_characters(codes);\n"
              << "}  // namespace linli\n";
    std::cout.flush();
    return std::cout ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    if (count > 1 && std::string_view(words[1]) == "standard") return write_standard_characters(std::cin);
    const bool spoken = count > 1 && std::string_view(words[1]) == "spoken";
    const auto characters = read_unihan(std::cin, spoken ? Tones::kept : Tones::left_out);
    if (characters.size() < characters_least) {
        std::cerr << "Only " << characters.size() << " characters have a reading: this is not Unihan_Readings.txt.\n";
        return 1;
    }
    write_table(characters, spoken ? "spoken_table" : "pinyin_table");
    std::cout.flush();
    return std::cout ? 0 : 1;
}
