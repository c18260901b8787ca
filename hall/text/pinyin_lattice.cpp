// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin_lattice.h"

#include <algorithm>

#include "hall/text/phrase_table.h"

namespace linli {
namespace {

constexpr std::size_t syllable_letters_max = 6;  // zhuang
constexpr std::string_view consonants = "bpmfdtnlgkhjqxrzcsyw";

struct Range {
    std::uint16_t first, last;
};

// The syllables that begin with these letters.
Range begun_with(std::string_view letters) {
    const auto all = phrase_table.syllables;
    const auto first = std::ranges::lower_bound(all, letters);
    const auto last =
        std::find_if_not(first, all.end(), [&](std::string_view one) { return one.starts_with(letters); });
    return {static_cast<std::uint16_t>(first - all.begin()), static_cast<std::uint16_t>(last - all.begin())};
}

bool is_initial(std::string_view letters) {
    if (letters.size() == 1) return consonants.find(letters.front()) != std::string_view::npos;
    return letters == "zh" || letters == "ch" || letters == "sh";
}

}  // namespace

std::string table_spelling(std::string_view syllable) {
    std::string spelt(syllable);
    for (std::size_t at = 1; at < spelt.size(); ++at) {
        if (spelt[at] != 'v') continue;
        const char before = spelt[at - 1];
        const bool umlaut_only = before == 'j' || before == 'q' || before == 'x' || before == 'y';
        const bool before_e = spelt == "lve" || spelt == "nve";
        if (umlaut_only || before_e) spelt[at] = 'u';
    }
    return spelt;
}

PinyinLattice::PinyinLattice(std::string_view letters)
    : letters_(letters), edges_(letters.size() + 1), cost_after_(letters.size() + 1, no_way) {
    std::vector<bool> reached(letters_.size() + 1);
    reached[0] = true;
    for (std::size_t place = 0; place < letters_.size(); ++place) {
        if (!reached[place]) continue;
        reach_ = place;
        add_edges(place);
        for (const Edge& edge : edges_[place]) reached[edge.end] = true;
    }
    if (reached.back()) reach_ = letters_.size();
    cost_after_[reach_] = 0;
    for (std::size_t place = reach_; place-- > 0;)
        for (const Edge& edge : edges_[place])
            cost_after_[place] = std::min(cost_after_[place], edge.cost + cost_after_[edge.end]);
}

std::size_t PinyinLattice::beyond(std::size_t end) const {
    while (end < letters_.size() && letters_[end] == '\'') ++end;
    return end;
}

void PinyinLattice::add_edges(std::size_t place) {
    const std::string_view rest = std::string_view(letters_).substr(place);
    const std::size_t room = std::min({rest.find('\''), rest.size(), syllable_letters_max});
    for (std::size_t length = 1; length <= room; ++length) {
        const std::string part = table_spelling(rest.substr(0, length));
        const Range range = begun_with(part);
        if (range.first == range.last) break;
        const std::size_t end = beyond(place + length);
        const auto next = static_cast<std::uint16_t>(range.first + 1);
        if (phrase_table.syllables[range.first] == part)
            edges_[place].push_back({end, range.first, next, whole_cost});
        else if (length == rest.size())
            edges_[place].push_back({end, range.first, range.last, begun_cost});
        else if (is_initial(part))
            edges_[place].push_back({end, range.first, range.last, initial_cost});
    }
}

std::vector<std::size_t> PinyinLattice::best_ends() const {
    std::vector<std::size_t> ends;
    for (std::size_t place = 0; place < reach_;) {
        // Of ways that cost the same the longest first syllable, as people read: fang'an.
        const Edge* best = nullptr;
        for (const Edge& edge : edges_[place])
            if (edge.cost + cost_after_[edge.end] == cost_after_[place]) best = &edge;
        if (best == nullptr) break;
        ends.push_back(best->end);
        place = best->end;
    }
    return ends;
}

}  // namespace linli
