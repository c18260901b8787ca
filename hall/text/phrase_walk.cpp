// SPDX-License-Identifier: Apache-2.0
#include "hall/text/phrase_walk.h"

#include <algorithm>
#include <vector>

#include "hall/base/utf8.h"
#include "hall/text/phrase_table.h"

namespace linli {
namespace {

constexpr int cost_slack = 2;  // one whole syllable more: xi'an for xian

/// Entries that stand together and have the same syllables so far.
struct Group {
    std::uint32_t begin, end;
};

std::uint16_t number_of(std::uint32_t entry, std::size_t level) {
    return phrase_table.numbers[phrase_table.entries[entry].begin + level];
}

// All entries of the group are longer than `level`, so that each has a syllable there.
std::uint32_t first_from(const Group& group, std::size_t level, std::uint16_t number) {
    std::uint32_t low = group.begin, high = group.end;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (number_of(middle, level) < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

class Walk {
public:
    Walk(const PinyinLattice& lattice, std::size_t place, Initials initials,
         const std::function<void(const PhraseFound&)>& found)
        : lattice_(lattice), initials_(initials), found_(found), cost_max_(lattice.cost_after(place) + cost_slack) {}

    struct State {
        std::size_t place;
        std::size_t level = 0;
        int cost = 0;
        int shortened = 0;
    };

    void go_on(const State& state, const std::vector<Group>& groups) {
        for (const PinyinLattice::Edge& edge : lattice_.from(state.place)) {
            const int cost = state.cost + edge.cost;
            if (cost + lattice_.cost_after(edge.end) > cost_max_) continue;
            const bool at_end = edge.end == lattice_.reach();
            if (!edge.whole() && !at_end && initials_ == Initials::left_out) continue;
            const State next{edge.end, state.level + 1, cost, state.shortened + (edge.whole() ? 0 : 1)};
            std::vector<Group> narrower;
            for (const Group& group : groups) narrow(group, state.level, edge, narrower);
            for (Group& group : narrower) tell_and_skip(group, next);
            std::erase_if(narrower, [](const Group& group) { return group.begin == group.end; });
            if (!narrower.empty()) go_on(next, narrower);
        }
    }

private:
    static void narrow(const Group& group, std::size_t level, const PinyinLattice::Edge& edge,
                       std::vector<Group>& narrower) {
        Group rest{first_from(group, level, edge.first), first_from(group, level, edge.last)};
        while (rest.begin < rest.end) {
            const auto number = static_cast<std::uint16_t>(number_of(rest.begin, level) + 1);
            const std::uint32_t next = first_from(rest, level, number);
            narrower.push_back({rest.begin, next});
            rest.begin = next;
        }
    }

    // The shortest stand first: words that end here are told, the longer ones go on.
    void tell_and_skip(Group& group, const State& state) const {
        while (group.begin < group.end && phrase_table.entries[group.begin].count == state.level) {
            found_({group.begin, state.place, state.shortened});
            ++group.begin;
        }
    }

    const PinyinLattice& lattice_;
    Initials initials_;
    const std::function<void(const PhraseFound&)>& found_;
    int cost_max_;
};

}  // namespace

void walk_phrases(const PinyinLattice& lattice, std::size_t place, Initials initials,
                  const std::function<void(const PhraseFound&)>& found) {
    if (place >= lattice.reach() || lattice.cost_after(place) >= PinyinLattice::no_way) return;
    const auto count = static_cast<std::uint32_t>(phrase_table.entries.size());
    Walk(lattice, place, initials, found).go_on({.place = place}, {{0, count}});
}

std::string phrase_text(std::uint32_t entry) {
    const PhraseTable::Entry& row = phrase_table.entries[entry];
    std::string text;
    for (const char16_t code : phrase_table.characters.substr(row.begin, row.count)) text += utf8_of(code);
    return text;
}

}  // namespace linli
