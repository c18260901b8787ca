// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/search/query_terms.h"

namespace linli {

// FTS5 expressions out of what somebody typed. All give an empty text where there is nothing to look for.

/// How letters may be meant.
enum class LettersAs {
    words_or_syllables,  ///< a word's begin, or pinyin whose last syllable may be begun only
    initials,            ///< the first letters of two to eight characters
};
/// Every run must be there; Han characters side by side.
std::string all_runs(const std::vector<QueryRun>& runs, LettersAs letters);
/// Every Han run and every run of letters as it sounds, softly: 底保 finds 低保.
std::string all_sounds(const std::vector<QueryRun>& runs);
/// Any two characters that stand side by side in the pieces, any word, any number.
std::string any_part(const std::vector<std::u32string>& pieces, const std::vector<QueryRun>& others);
/// Any single character of the pieces.
std::string any_character(const std::vector<std::u32string>& pieces);

}  // namespace linli
