// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace linli::tidy {

/// One file of the source tree: its path from the root ("hall/queue/ticket.h") and its bytes.
struct SourceFile {
    std::string path;
    std::string text;
};

/// Every file that belongs to the project, by path; what a build or a fetch made is left out.
const std::vector<SourceFile>& source_tree();

/// Those whose name ends in one of these.
std::vector<SourceFile> ending_in(const std::vector<SourceFile>& files,
                                  std::initializer_list<std::string_view> endings);

/// Does the path lie in this folder, or is it this file?
bool lies_in(std::string_view path, std::string_view folder);

/// Line number of a position in a text, from 1.
int line_of(std::string_view text, std::size_t position);

/// "hall/a.h:12: what", the form of every fault, which editors jump to.
std::string fault_at(const SourceFile& file, std::size_t position, std::string_view what);

/// One fault a line; empty when all is well. Tests compare it with "", so that a red test shows every fault.
std::string listed(const std::vector<std::string>& faults);

}  // namespace linli::tidy
