// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli {

/// Linli's version, "0.1.0", as every program of it says.
const char* linli_version();

}  // namespace linli
