// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/tidy/source_file.h"

namespace linli::tidy {

/// What a Markdown document points at and the tree does not hold: relative links, and paths in `backticks` that begin
/// with a folder of the root. A path may end in /, and * stands for any name.
std::vector<std::string> dead_references(const SourceFile& document, const std::vector<SourceFile>& files);

}  // namespace linli::tidy
