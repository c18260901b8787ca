// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"
#include "hall/queue/desk_view.h"

namespace linli {

/// The whole hall at one instant, for the staff's pages. Writes nothing. Cheap enough to be read at each change of the
/// hall: the day's figures are carried on in the Hall from the last time.
Result<DeskView> show_desk(Hall& hall);

}  // namespace linli
