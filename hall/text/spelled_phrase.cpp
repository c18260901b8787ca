// SPDX-License-Identifier: Apache-2.0
#include "hall/text/spelled_phrase.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <tuple>

#include "hall/base/utf8.h"
#include "hall/text/pinyin.h"

namespace linli {
namespace {

bool is_alphanumeric(char32_t code) { return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9'); }

// Many type u for ü, where a keyboard of pinyin has v.
bool same_letter(char32_t typed, char read) {
    return typed == static_cast<unsigned char>(read) || (read == 'v' && typed == U'u');
}

// The places in a query up to which it has been matched, and whether its end is among them.
struct Reached {
    std::uint64_t places = 0;
    bool end = false;
    void add(std::size_t place, std::size_t length) {
        if (place == length)
            end = true;
        else
            places |= std::uint64_t{1} << place;
    }
};

// Takes one syllable off the query; at the query's end its beginning is enough.
void take_syllable(std::string_view reading, std::u32string_view query, std::size_t from, Reached& reached) {
    const std::size_t length = std::min(reading.size(), query.size() - from);
    for (std::size_t index = 0; index < length; ++index)
        if (!same_letter(query[from + index], reading[index])) return;
    reached.add(from + length, query.size());
}

// Takes a syllable's first letter, or the two of zh, ch and sh.
void take_initial(std::string_view reading, std::u32string_view query, std::size_t from, Reached& reached) {
    if (!same_letter(query[from], reading[0])) return;
    reached.add(from + 1, query.size());
    const bool two = reading.size() > 1 && reading[1] == 'h' && from + 1 < query.size() && query[from + 1] == U'h';
    if (two) reached.add(from + 2, query.size());
}

}  // namespace

SpelledPhrase::SpelledPhrase(std::string_view text) {
    bool starts_phrase = true;
    char32_t before = U' ';
    for (const Character& character : characters(text)) {
        const char32_t code = folded(character.code);
        if (is_han(code) || is_alphanumeric(code)) {
            const bool may_begin = !is_alphanumeric(code) || !is_alphanumeric(before);
            letters_.push_back({code, character.begin, character.end, pinyin_readings(code), starts_phrase, may_begin});
            starts_phrase = false;
        } else if (code == U'(') {
            starts_phrase = true;
        }
        before = code;
    }
}

std::optional<std::size_t> SpelledPhrase::end_of_match(std::size_t first, std::u32string_view query,
                                                       SpellingManner manner) const {
    const bool syllables = manner == SpellingManner::syllables || manner == SpellingManner::mixed;
    const bool initials = manner == SpellingManner::initials || manner == SpellingManner::mixed;
    Reached reached{1, false};
    for (std::size_t index = first; index < letters_.size() && reached.places != 0; ++index) {
        const Letter& letter = letters_[index];
        Reached next;
        for (std::uint64_t places = reached.places; places != 0; places &= places - 1) {
            const auto from = static_cast<std::size_t>(std::countr_zero(places));
            if (query[from] == letter.code) next.add(from + 1, query.size());
            if (query[from] < U'a' || query[from] > U'z') continue;
            for (const std::string_view reading : letter.readings) {
                if (syllables) take_syllable(reading, query, from, next);
                if (initials) take_initial(reading, query, from, next);
            }
        }
        if (next.end) return index;
        reached = next;
    }
    return {};
}

std::optional<SpelledPhrase::Match> SpelledPhrase::find(std::u32string_view query) const {
    assert(!query.empty() && query.size() <= 64);
    constexpr SpellingManner strict[] = {SpellingManner::characters, SpellingManner::syllables,
                                         SpellingManner::initials};
    std::optional<Match> best;
    for (std::size_t first = 0; first < letters_.size(); ++first) {
        const Letter& letter = letters_[first];
        if (!letter.may_begin) continue;
        auto last = end_of_match(first, query, SpellingManner::mixed);
        if (!last) continue;
        Match match{letter.starts_phrase, SpellingManner::mixed, letter.begin, letters_[*last].end};
        for (const SpellingManner manner : strict)
            if ((last = end_of_match(first, query, manner))) {
                match.manner = manner;
                match.end = letters_[*last].end;
                break;
            }
        const auto rank = [](const Match& candidate) { return std::tuple(candidate.manner, !candidate.at_start); };
        if (!best || rank(match) < rank(*best)) best = match;
    }
    return best;
}

}  // namespace linli
