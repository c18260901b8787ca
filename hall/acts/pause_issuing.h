// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/notice.h"

namespace linli {

inline constexpr std::size_t pause_reason_characters_max = 100;

/// No numbers are given from now on, over midnight too, until resume_issuing: take_number refuses issuing_paused with
/// the reason. Numbers that are out stay as they are. Paused already, it takes the new reason and keeps its begin.
/// `by` is the name of who does it. Error: invalid_input for a reason that is no plain line of at most 100 characters.
Result<Pause> pause_issuing(Hall& hall, const std::string& reason, const std::string& by);
/// Numbers are given again. Gives false where they were not paused.
Result<bool> resume_issuing(Hall& hall);

/// Why no number is given though the hours say so: a pause of everything, or of this matter. With an empty id only the
/// former.
std::optional<Refused> refusal_by_pause(const HallNotices& notices, std::string_view matter);

}  // namespace linli
