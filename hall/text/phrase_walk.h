// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "hall/text/pinyin_lattice.h"

namespace linli {

/// A word of phrase_table that letters may mean.
struct PhraseFound {
    std::uint32_t entry = 0;
    std::size_t end = 0;  ///< where its letters end
    int shortened = 0;    ///< how many of its syllables are not there as a whole
};

/// How far a word's syllables may be shortened in the midst of the letters.
enum class Initials : std::uint8_t { taken, left_out };

/// All words whose letters begin at this place, where what follows can be read as well, and where reading so costs at
/// most one syllable more than the best way does.
void walk_phrases(const PinyinLattice& lattice, std::size_t place, Initials initials,
                  const std::function<void(const PhraseFound&)>& found);

/// The word in UTF-8.
std::string phrase_text(std::uint32_t entry);

}  // namespace linli
