// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/queue/notice.h"

namespace linli {

class Act;

inline constexpr std::size_t message_zh_characters_max = 60;
inline constexpr std::size_t message_en_characters_max = 120;

/// Shows a message to everybody in the hall, in the place of the one before, until `until_ms` or until it is taken
/// down. `by` is the name of who does it. One text may be empty: the other then stands for both. Error: invalid_input
/// where both are empty or one is no plain line of 60 (Chinese) or 120 (English) characters.
Result<HallMessage> set_message(Hall& hall, const LocalizedText& words, std::optional<WallMs> until_ms,
                                const std::string& by);
/// Takes it down. Gives false where there was none.
Result<bool> clear_message(Hall& hall);

/// The same as steps of an act that is under way. What is_message() says no to is not to be put.
bool is_message(const LocalizedText& words);
Result<HallMessage> put_message(Act& act, const LocalizedText& words, std::optional<WallMs> until_ms,
                                const std::string& by);
Result<bool> take_message_down(Act& act);

/// The message that is to be seen at this moment, with neither text empty.
std::optional<LocalizedText> message_at(const HallNotices& notices, WallMs now);

}  // namespace linli
