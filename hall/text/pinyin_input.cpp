// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin_input.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_set>

#include "hall/base/utf8.h"
#include "hall/text/phrase_table.h"
#include "hall/text/phrase_walk.h"
#include "hall/text/pinyin.h"

namespace linli {
namespace {

constexpr std::size_t letters_read_max = 32;

std::vector<PhraseFound> words_from_start(const PinyinLattice& lattice) {
    std::vector<PhraseFound> words;
    walk_phrases(lattice, 0, Initials::taken, [&](const PhraseFound& word) { words.push_back(word); });
    const auto rank = [](const PhraseFound& word) {
        return std::tuple(~word.end, word.shortened, ~phrase_table.entries[word.entry].weight, word.entry);
    };
    std::ranges::sort(words, {}, rank);
    return words;
}

/// The likeliest words one after another that take all letters, where no single word does: the product of their
/// frequencies is greatest. Consonants that stand for syllables are left out: any would do, and none would be meant.
std::optional<std::string> sentence(const PinyinLattice& lattice) {
    struct Best {
        double score = -1e9;
        std::size_t from = 0;
        std::uint32_t entry = 0;
    };
    const std::size_t reach = lattice.reach();
    std::vector<Best> best(reach + 1);
    best[0].score = 0;
    for (std::size_t place = 0; place < reach; ++place) {
        const double before = best[place].score;
        if (before <= -1e9) continue;
        walk_phrases(lattice, place, Initials::left_out, [&](const PhraseFound& word) {
            const double share = (phrase_table.entries[word.entry].weight + 1.0) / phrase_table.weight_of_all;
            const double score = before + std::log(share);
            if (score > best[word.end].score) best[word.end] = {score, place, word.entry};
        });
    }
    if (best[reach].score <= -1e9) return std::nullopt;
    std::string text;
    for (std::size_t place = reach; place > 0; place = best[place].from) text.insert(0, phrase_text(best[place].entry));
    return text;
}

class Candidates {
public:
    explicit Candidates(std::vector<PinyinCandidate>& list) : list_(list) {}
    void add(std::string text, std::size_t letters) {
        if (seen_.insert(text).second) list_.push_back({std::move(text), letters});
    }

private:
    std::vector<PinyinCandidate>& list_;
    std::unordered_set<std::string> seen_;
};

// The readings' own spelling has lv and lve for what the words' has lv and lue for.
std::string reading_spelling(std::string spelt) {
    if (spelt == "lue" || spelt == "nue") spelt[1] = 'v';
    return spelt;
}

void add_rare(std::string_view letters, std::size_t end, const std::function<bool(char32_t)>& can_draw,
              Candidates& candidates) {
    std::string syllable = table_spelling(letters.substr(0, end));
    std::erase(syllable, '\'');
    for (const char32_t code : characters_read(reading_spelling(std::move(syllable))))
        if (can_draw(code)) candidates.add(utf8_of(code), end);
}

}  // namespace

PinyinReading read_pinyin(std::string_view letters, const std::function<bool(char32_t)>& can_draw) {
    letters = letters.substr(0, letters_read_max);
    const PinyinLattice lattice(letters);
    PinyinReading reading{lattice.best_ends(), {}};
    if (lattice.reach() == 0) return reading;
    const auto words = words_from_start(lattice);
    Candidates candidates(reading.candidates);
    const bool whole_word = !words.empty() && words.front().end == lattice.reach();
    if (!whole_word)
        if (const auto text = sentence(lattice)) candidates.add(*text, lattice.reach());
    // Rare characters stand behind the usual ones of the same syllable, before what is shorter or only begun.
    const std::size_t first_end = reading.ends.front();
    bool rare_waits =
        std::ranges::any_of(lattice.from(0), [&](const auto& edge) { return edge.whole() && edge.end == first_end; });
    for (const PhraseFound& word : words) {
        if (rare_waits && (word.end < first_end || (word.end == first_end && word.shortened > 0))) {
            add_rare(letters, first_end, can_draw, candidates);
            rare_waits = false;
        }
        candidates.add(phrase_text(word.entry), word.end);
    }
    if (rare_waits) add_rare(letters, first_end, can_draw, candidates);
    return reading;
}

}  // namespace linli
