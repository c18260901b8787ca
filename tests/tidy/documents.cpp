// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/documents.h"

#include <algorithm>
#include <filesystem>
#include <regex>

#include "tests/tidy/text_keys.h"

namespace linli::tidy {
namespace {

bool is_there(std::string path, const std::vector<SourceFile>& files) {
    while (path.ends_with('/')) path.pop_back();
    return std::ranges::any_of(
        files, [&](const SourceFile& file) { return lies_in(file.path, path) || matches(file.path, path); });
}

bool begins_at_root(std::string_view path, const std::vector<SourceFile>& files) {
    const std::string_view folder = path.substr(0, path.find('/'));
    return folder.size() < path.size() && std::ranges::any_of(files, [&](const SourceFile& file) {
               return file.path.size() > folder.size() && lies_in(file.path, folder);
           });
}

}  // namespace

std::vector<std::string> dead_references(const SourceFile& document, const std::vector<SourceFile>& files) {
    static const std::regex link("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)|(?:src|href)=\"([^\":]+)\"");
    static const std::regex path("`([\\w.*-]+(?:/[\\w.*-]*)+)`");
    const std::filesystem::path folder = std::filesystem::path(document.path).parent_path();
    const std::string& text = document.text;
    std::vector<std::string> faults;
    const auto report = [&](const std::smatch& match, const std::string& what) {
        faults.push_back(fault_at(document, static_cast<std::size_t>(match.position()), what));
    };
    for (auto at = std::sregex_iterator(text.begin(), text.end(), link); at != std::sregex_iterator(); ++at) {
        const std::string target = at->str(1) + at->str(2);
        if (!is_there((folder / target).lexically_normal().generic_string(), files)) report(*at, target);
    }
    for (auto at = std::sregex_iterator(text.begin(), text.end(), path); at != std::sregex_iterator(); ++at)
        if (begins_at_root(at->str(1), files) && !is_there(at->str(1), files)) report(*at, at->str(1));
    return faults;
}

}  // namespace linli::tidy
