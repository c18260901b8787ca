// SPDX-License-Identifier: Apache-2.0
#include "hall/search/match_expression.h"

#include <algorithm>
#include <set>

#include "hall/search/syllables.h"
#include "hall/text/pinyin.h"

namespace linli {
namespace {

constexpr std::size_t ways_max = 4;        // of splitting letters into syllables
constexpr std::size_t syllables_max = 16;  // of one phrase
constexpr std::size_t initials_min = 2, initials_max = 8;
constexpr std::size_t parts_max = 40;

enum class End { whole, begun };

std::string phrase(const std::string& tokens, End end = End::whole) {
    return "\"" + tokens + "\"" + (end == End::begun ? "*" : "");
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
    return parts.size() > 1 ? "(" + all + ")" : all;
}

std::string marked(char mark, const std::vector<std::string>& syllables) {
    std::string tokens;
    for (const std::string& syllable : syllables) tokens += (tokens.empty() ? "" : " ") + (mark + syllable);
    return tokens;
}

/// "cards" finds "card" too.
std::string stem(std::string word) {
    constexpr std::size_t shortest = 4;
    if (word.size() >= shortest && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    return word;
}

bool is_worth_a_word(const std::string& letters) { return letters.size() >= 2; }

std::vector<std::string> readings_of(const std::string& letters) {
    std::vector<std::string> ways;
    for (const auto& syllables : syllable_splits(letters)) {
        // One begun syllable alone, "b", would find half of everything.
        const bool chance = syllables.size() > syllables_max || (syllables.size() == 1 && syllables[0].size() == 1);
        if (!chance && ways.size() < ways_max) ways.push_back(phrase(marked('~', syllables), End::begun));
    }
    return ways;
}

std::string of_letters(const std::string& letters, LettersAs as) {
    std::vector<std::string> ways;
    if (as == LettersAs::words_or_syllables) {
        if (is_worth_a_word(letters)) ways.push_back(phrase(stem(letters), End::begun));
        for (std::string& way : readings_of(letters)) ways.push_back(std::move(way));
    } else if (letters.size() >= initials_min && letters.size() <= initials_max) {
        std::vector<std::string> firsts;
        for (const char letter : letters) firsts.push_back({'0', letter});
        ways.push_back(phrase(marked('~', firsts)));
    }
    return joined(ways, " OR ");
}

std::vector<std::string> soft_syllables(const std::u32string& han) {
    std::vector<std::string> syllables;
    for (const char32_t code : han) {
        const auto readings = pinyin_readings(code);
        if (readings.empty()) return {};
        syllables.push_back(soft_syllable(readings.front()));
    }
    return syllables;
}

std::string sound_of(const QueryRun& run) {
    if (run.kind == QueryRun::Kind::digits) return phrase(run.utf8(), End::begun);
    if (run.kind == QueryRun::Kind::han) {
        const auto syllables = soft_syllables(run.text);
        return syllables.empty() ? "" : phrase(marked('=', syllables));
    }
    std::vector<std::string> ways;
    for (auto syllables : syllable_splits(run.utf8())) {
        if (syllables.size() < 2 || syllables.size() > syllables_max || ways.size() >= ways_max) continue;
        for (std::string& syllable : syllables) syllable = soft_syllable(syllable);
        ways.push_back(phrase(marked('=', syllables), End::begun));
    }
    return joined(ways, " OR ");
}

}  // namespace

std::string all_runs(const std::vector<QueryRun>& runs, LettersAs letters) {
    std::vector<std::string> parts;
    for (const QueryRun& run : runs) {
        std::string part = run.kind == QueryRun::Kind::letters ? of_letters(run.utf8(), letters)
                           : run.kind == QueryRun::Kind::han   ? phrase(run.utf8())
                                                               : phrase(run.utf8(), End::begun);
        if (part.empty()) return {};
        parts.push_back(std::move(part));
    }
    return joined(parts, " AND ");
}

std::string all_sounds(const std::vector<QueryRun>& runs) {
    std::vector<std::string> parts;
    for (const QueryRun& run : runs) {
        std::string part = sound_of(run);
        if (part.empty()) return {};
        parts.push_back(std::move(part));
    }
    return joined(parts, " AND ");
}

std::string any_part(const std::vector<std::u32string>& pieces, const std::vector<QueryRun>& others) {
    std::set<std::string> parts;
    for (const std::u32string& piece : pieces) {
        if (piece.size() == 1) parts.insert(phrase(to_utf8(piece)));
        for (std::size_t i = 0; i + 1 < piece.size(); ++i)
            parts.insert(phrase(to_utf8(std::u32string_view(piece).substr(i, 2))));
    }
    for (const QueryRun& run : others) {
        const std::string words = run.kind == QueryRun::Kind::letters ? stem(run.utf8()) : run.utf8();
        if (run.kind == QueryRun::Kind::digits || is_worth_a_word(words)) parts.insert(phrase(words, End::begun));
        if (run.kind == QueryRun::Kind::letters)
            for (std::string& way : readings_of(words)) parts.insert(std::move(way));
    }
    std::vector<std::string> some(parts.begin(), parts.end());
    if (some.size() > parts_max) some.resize(parts_max);
    return joined(some, " OR ");
}

std::string any_character(const std::vector<std::u32string>& pieces) {
    std::set<std::string> parts;
    for (const std::u32string& piece : pieces)
        for (const char32_t code : piece) parts.insert(phrase(to_utf8(std::u32string(1, code))));
    std::vector<std::string> some(parts.begin(), parts.end());
    if (some.size() > parts_max) some.resize(parts_max);
    return joined(some, " OR ");
}

}  // namespace linli
