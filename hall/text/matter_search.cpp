// SPDX-License-Identifier: Apache-2.0
#include "hall/text/matter_search.h"

#include <algorithm>
#include <optional>

#include "hall/base/utf8.h"
#include "hall/text/spelled_phrase.h"

namespace linli {
namespace {

constexpr std::size_t query_characters_max = 64;

// Where a query was found, best first. What is found only by mixing syllables and initials comes after all the rest,
// since it is most likely by chance.
enum class Place { name_start, name_inside, keyword_start, keyword_inside, line, by_chance };
constexpr int manners = 4;
constexpr int after_whole_queries = 1000;

int score(Place place, SpellingManner manner) {
    if (manner == SpellingManner::mixed) place = Place::by_chance;
    return static_cast<int>(place) * manners + static_cast<int>(manner);
}

std::vector<std::u32string> english_words(std::string_view text) {
    std::vector<std::u32string> words;
    bool inside = false;
    for (const Character& character : characters(text)) {
        const char32_t code = folded(character.code);
        const bool part = (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
        if (part && !inside) words.emplace_back();
        if (part) words.back() += code;
        // "carer's" is one word.
        inside = part || (inside && code == U'\'');
    }
    return words;
}

// A query as it was typed without blanks, and the words that blanks or punctuation made.
struct Query {
    std::u32string whole;
    std::vector<std::u32string> words;

    explicit Query(std::string_view text) {
        bool inside = false;
        for (const Character& character : characters(text, query_characters_max)) {
            const char32_t code = folded(character.code);
            // Pinyin may be written "xi'an".
            if (code == U'\'' || code == U'\u2019') continue;
            const bool part = is_han(code) || (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
            if (part && !inside) words.emplace_back();
            if (part) words.back() += code;
            if (part) whole += code;
            inside = part;
        }
    }
};

struct Found {
    int score = 0;
    std::size_t name_begin = 0;
    std::size_t name_end = 0;
};

void keep_better(std::optional<Found>& best, const Found& found) {
    if (!best || found.score < best->score) best = found;
}

}  // namespace

struct MatterSearch::Index {
    std::string matter;
    SpelledPhrase name;
    std::vector<SpelledPhrase> keywords;
    std::vector<SpelledPhrase> line;
    std::vector<std::u32string> english_name;
    std::vector<std::u32string> english_line;

    std::optional<Found> find(std::u32string_view word) const;
    std::optional<Found> find(const Query& query) const;
    std::optional<Found> find_english(std::u32string_view word) const;
};

std::optional<Found> MatterSearch::Index::find_english(std::u32string_view word) const {
    const auto begins = [&](const std::u32string& candidate) { return candidate.starts_with(word); };
    const auto in_name = std::ranges::find_if(english_name, begins);
    if (in_name == english_name.begin() && in_name != english_name.end())
        return Found{score(Place::name_start, SpellingManner::syllables), 0, 0};
    if (in_name != english_name.end()) return Found{score(Place::name_inside, SpellingManner::syllables), 0, 0};
    if (std::ranges::any_of(english_line, begins)) return Found{score(Place::line, SpellingManner::syllables), 0, 0};
    return {};
}

std::optional<Found> MatterSearch::Index::find(std::u32string_view word) const {
    std::optional<Found> best;
    const auto in_name = name.find(word);
    if (in_name)
        best = Found{score(in_name->at_start ? Place::name_start : Place::name_inside, in_name->manner), in_name->begin,
                     in_name->end};
    if (const auto english = find_english(word)) keep_better(best, *english);
    for (const SpelledPhrase& keyword : keywords)
        if (const auto match = keyword.find(word))
            keep_better(best,
                        {score(match->at_start ? Place::keyword_start : Place::keyword_inside, match->manner), 0, 0});
    for (const SpelledPhrase& phrase : line)
        if (const auto match = phrase.find(word)) keep_better(best, {score(Place::line, match->manner), 0, 0});
    return best;
}

std::optional<Found> MatterSearch::Index::find(const Query& query) const {
    if (const auto whole = find(query.whole)) return whole;
    if (query.words.size() < 2) return {};
    std::optional<Found> all;
    for (const std::u32string& word : query.words) {
        const auto found = find(word);
        if (!found) return {};
        if (!all) all = Found{after_whole_queries, found->name_begin, found->name_end};
        all->score += found->score;
    }
    return all;
}

MatterSearch::MatterSearch(const HallContent& content) {
    indexes_.reserve(content.matters.size());
    for (const Matter& matter : content.matters) {
        Index index{matter.id, SpelledPhrase(matter.name.zh), {}, {}, english_words(matter.name.en), {}};
        for (const std::string& keyword : matter.keywords) index.keywords.emplace_back(keyword);
        if (const Line* line = content.line(matter.line)) {
            index.line.emplace_back(line->name.zh);
            index.line.emplace_back(line->gloss.zh);
            index.english_line = english_words(line->name.en + " " + line->gloss.en);
        }
        indexes_.push_back(std::move(index));
    }
}

MatterSearch::~MatterSearch() = default;
MatterSearch::MatterSearch(MatterSearch&&) noexcept = default;
MatterSearch& MatterSearch::operator=(MatterSearch&&) noexcept = default;

std::vector<MatterSearch::Hit> MatterSearch::find(std::string_view text, std::size_t most) const {
    const Query query(text);
    if (query.whole.empty()) return {};
    std::vector<std::pair<int, Hit>> found;
    for (const Index& index : indexes_)
        if (const auto best = index.find(query))
            found.emplace_back(best->score, Hit{index.matter, best->name_begin, best->name_end});
    // Stable: among equals the order of the content, which an administrator chose.
    std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
    std::vector<Hit> hits;
    for (auto& [points, hit] : found) {
        if (hits.size() == most) break;
        hits.push_back(std::move(hit));
    }
    return hits;
}

}  // namespace linli
