// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::bench {

/// From a typed letter to the words that it may mean, and to the picture that shows them. Gives whether every bound
/// holds.
bool bench_input();

}  // namespace linli::bench
