// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"

namespace linli {

inline constexpr std::int64_t setup_code_valid_ms = 15LL * 60 * 1000;
inline constexpr int setup_code_digits = 6;
inline constexpr int setup_tries_max = 5;

/// Makes a fresh code of six digits for an installer; the one before is no longer valid. It is given here and never
/// again: only its hash is kept, and the journal says that one was made, not which.
Result<std::string> make_setup_code(Hall& hall);

/// An installer at `place` signs in. The right code is used up by it. Refuses: wrong_setup_code (with tries_left; the
/// fifth wrong one ends the code), setup_code_expired, no_setup_code. Takes 55 ms and 64 MiB where there is a code.
ActResult<WallMs> open_setup(Hall& hall, const std::string& place, const std::string& code);

}  // namespace linli
