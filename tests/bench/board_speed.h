// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// From a call's commit to the board's presented picture, without a display; and what the real board costs while
/// nothing happens, on a real X server. Gives whether every bound holds.
bool bench_board();

}  // namespace linli::bench
