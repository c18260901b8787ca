// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// From a call's commit to its first sample handed to the sound card, against 0.3 s.
bool bench_announcing();

}  // namespace linli::bench
