// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// Orders at the desk beside the disk's own rate, and how long the desk's view takes with a hundred people in the line
/// of a full day. Gives whether the bounds hold.
bool bench_desk_orders();

}  // namespace linli::bench
