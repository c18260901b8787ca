// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_file.h"

namespace linli::tidy {

/// One room of the tree and the rooms that it may include besides itself. The longest folder that fits a file counts.
struct Room {
    std::string_view folder;
    std::vector<std::string_view> may_include;
};

/// A third-party part, by how its headers begin, and the only folders and files that may include it. Tests may include
/// every part.
struct Fence {
    std::string_view header;
    std::vector<std::string_view> allowed;
};

const std::vector<Room>& rooms();
const std::vector<Fence>& fences();

/// Includes that the table of rooms does not allow, that do not start at the root, or that lead to no file.
std::vector<std::string> wrong_includes(const std::vector<SourceFile>& files, const std::vector<Room>& table);
/// Third-party headers outside their fence.
std::vector<std::string> broken_fences(const std::vector<SourceFile>& files, const std::vector<Fence>& table);

}  // namespace linli::tidy
