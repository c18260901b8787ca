// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/acts/hall.h"

namespace linli {

/// The box belongs to no district any more: its key, token and all that it knew of the district are forgotten; the
/// journal stays as it is. Gives false where it belonged to none.
Result<bool> leave_district(Hall& hall);

}  // namespace linli
