// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli::district {

/// A text as a QR code for a terminal of any ground: two rows of modules a line in half blocks, black on white by
/// ECMA-48 colours, with the white edge that scanners need. Error: invalid_input for a text that no code holds.
Result<std::string> terminal_code(std::string_view text);

}  // namespace linli::district
