// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_file.h"

namespace linli::tidy {

/// The rules of CONTRIBUTING.md that a program can see. Each function gives the faults that it finds.

inline constexpr int source_lines_max = 500;
std::vector<std::string> overlong_files(const std::vector<SourceFile>& files);

/// The first line (behind #! in scripts) carries the licence; headers go on with #pragma once.
std::vector<std::string> wrong_heads(const std::vector<SourceFile>& files);

/// Files named after nothing: manager, helper, util, common, core, misc; and such types.
std::vector<std::string> empty_names(const std::vector<SourceFile>& files);

/// Chinese in a string literal: what people read lives in assets.
std::vector<std::string> chinese_literals(const std::vector<SourceFile>& files);

/// Parameters of type bool in headers; an enum says at the call what is meant.
std::vector<std::string> bool_parameters(const std::vector<SourceFile>& files);

/// Text files that name a folder of somebody's machine.
std::vector<std::string> foreign_paths(const std::vector<SourceFile>& files);

}  // namespace linli::tidy
