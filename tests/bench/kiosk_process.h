// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// The real program on a real X server over a real hall: start to first picture, memory, idle CPU.
bool bench_kiosk_process();

}  // namespace linli::bench
