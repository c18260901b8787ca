// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace linli::kiosk {

/// Addresses, ids and paths have no place where a line may end: parts up to a sign are put on lines of a length that
/// fits the narrow column in large letters.
std::string in_lines(const std::string& text, char sign);

}  // namespace linli::kiosk
