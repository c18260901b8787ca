// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli {

/// What stands on the paper slip of a number, from top to bottom (slip.json).
struct SlipPlan {};

}  // namespace linli
