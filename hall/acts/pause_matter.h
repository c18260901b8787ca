// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hall/acts/hall.h"
#include "hall/acts/refusal.h"
#include "hall/queue/notice.h"

namespace linli {

/// The same as pause_issuing for one matter: take_number refuses it with matter_paused. Refuses: unknown_matter.
ActResult<Pause> pause_matter(Hall& hall, const std::string& matter, const std::string& reason, const std::string& by);
/// Numbers for it are given again. Gives false where they were not paused. Refuses: unknown_matter.
ActResult<bool> resume_matter(Hall& hall, const std::string& matter);

}  // namespace linli
