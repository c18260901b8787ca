// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/source_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/places.h"

namespace linli::tidy {
namespace {

namespace fs = std::filesystem;

// Folders of the root that are made by builds, fetched, or the version control's own.
constexpr std::string_view left_out[] = {".git", ".deps", "build", "pictures"};
// The same at any depth, of the staff pages.
constexpr std::string_view left_out_anywhere[] = {"node_modules", "dist"};

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::vector<SourceFile> read_tree(const fs::path& root) {
    std::vector<SourceFile> files;
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
        const std::string name = at->path().filename().string();
        if (at->is_directory()) {
            if ((at.depth() == 0 && std::ranges::find(left_out, name) != std::end(left_out)) ||
                std::ranges::find(left_out_anywhere, name) != std::end(left_out_anywhere))
                at.disable_recursion_pending();
            continue;
        }
        // A worktree has a file .git.
        if (!at->is_regular_file() || name == ".git") continue;
        files.push_back({fs::relative(at->path(), root).generic_string(), bytes_of(at->path())});
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

}  // namespace

const std::vector<SourceFile>& source_tree() {
    static const std::vector<SourceFile> tree = read_tree(support::source_folder());
    return tree;
}

std::vector<SourceFile> ending_in(const std::vector<SourceFile>& files,
                                  std::initializer_list<std::string_view> endings) {
    std::vector<SourceFile> found;
    std::ranges::copy_if(files, std::back_inserter(found), [&](const SourceFile& file) {
        return std::ranges::any_of(endings, [&](std::string_view ending) { return file.path.ends_with(ending); });
    });
    return found;
}

bool lies_in(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

int line_of(std::string_view text, std::size_t position) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

std::string fault_at(const SourceFile& file, std::size_t position, std::string_view what) {
    return fmt::format("{}:{}: {}", file.path, line_of(file.text, position), what);
}

std::string listed(const std::vector<std::string>& faults) { return fmt::format("{}", fmt::join(faults, "\n")); }

}  // namespace linli::tidy
