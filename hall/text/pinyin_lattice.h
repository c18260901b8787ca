// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// All ways to read letters as syllables of phrase_table: whole ones, a consonant that stands for any syllable that
/// begins with it, and at the end a syllable that is only begun. Each way costs something, and what was probably meant
/// costs least. An apostrophe parts syllables.
class PinyinLattice {
public:
    static constexpr int no_way = 10'000;

    /// What may be read at a place: letters up to `end`, standing for the syllables [first, last).
    struct Edge {
        std::size_t end;
        std::uint16_t first, last;
        int cost;
        bool whole() const { return last == first + 1 && cost == whole_cost; }
    };

    /// Small letters a–z and apostrophes; anything else is read as nothing.
    explicit PinyinLattice(std::string_view letters);

    std::span<const Edge> from(std::size_t place) const { return edges_[place]; }
    /// How far the letters can be read.
    std::size_t reach() const { return reach_; }
    /// The least that reading from this place on to reach() costs; no_way where it cannot be done.
    int cost_after(std::size_t place) const { return cost_after_[place]; }
    /// Where the syllables of the best way end.
    std::vector<std::size_t> best_ends() const;

private:
    static constexpr int whole_cost = 2, begun_cost = 3, initial_cost = 6;
    void add_edges(std::size_t place);
    std::size_t beyond(std::size_t end) const;

    std::string letters_;
    std::vector<std::vector<Edge>> edges_;
    std::vector<int> cost_after_;
    std::size_t reach_ = 0;
};

/// A syllable, or its beginning, as the table spells it: lve and nve with u, and v after j, q, x and y as u. The same
/// length.
std::string table_spelling(std::string_view syllable);

}  // namespace linli
