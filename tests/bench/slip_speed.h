// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// From a number to the bytes for the printer, the first one after the start included. Gives whether the bound holds.
bool bench_slips();

}  // namespace linli::bench
