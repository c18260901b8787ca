// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/acts/hall.h"
#include "hall/store/search_store.h"

namespace linli {

inline constexpr std::size_t searched_characters_max = 64;
inline constexpr int searched_words_a_month_max = 500;
inline constexpr int searched_months_max = 13;

/// What may be kept of words that somebody typed: in small letters, blanks and signs as one blank, at most 64
/// characters. Nothing where six digits or more are among them (Chinese, full-width or apart as well), which may be a
/// person's number, and nothing for a single letter or digit.
std::optional<std::string> countable_words(std::string_view typed);

/// A resident looked something up and nothing was like it: the words are counted for whoever writes the documents, by
/// month, with the last day and neither person nor hour. Of 500 different words a month the least frequent go. It is
/// no fact about the hall, so the journal has no entry of it.
Status note_search(Hall& hall, std::string_view typed);

/// Everything that is counted: the newest month first, in it the most frequent.
Result<std::vector<VainSearch>> show_searches(Hall& hall);

}  // namespace linli
