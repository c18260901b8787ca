// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace linli::support {

/// Says how many cases of a fault a test went through: a line that packaging/test shows.
void print_cases(const std::string& fault, long count);

/// Keeps the tests' folders where $LINLI_KEEP_FOLDERS is set; every check that fails does so by itself.
void keep_folders_where_asked();

/// What tests draw by: always the same, unless $LINLI_SEED says otherwise, as packaging/soak does.
std::uint32_t fault_seed();

}  // namespace linli::support
