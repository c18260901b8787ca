// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/layering.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace linli::tidy {
namespace {

struct Include {
    std::string path;
    enum class Form { quoted, angled } form = Form::quoted;
    std::size_t position = 0;
};

std::vector<Include> includes_of(std::string_view text) {
    std::vector<Include> found;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (line.starts_with("#include")) {
            const std::size_t open = line.find_first_of("\"<");
            const std::size_t close = open == std::string_view::npos ? open : line.find_first_of("\">", open + 1);
            if (close != std::string_view::npos)
                found.push_back({std::string(line.substr(open + 1, close - open - 1)),
                                 line[open] == '"' ? Include::Form::quoted : Include::Form::angled, begin});
        }
        begin = end + 1;
    }
    return found;
}

const Room* room_of(std::string_view path, const std::vector<Room>& table) {
    const Room* best = nullptr;
    for (const Room& room : table)
        if (lies_in(path, room.folder) && (!best || room.folder.size() > best->folder.size())) best = &room;
    return best;
}

bool lies_in_any(std::string_view path, const std::vector<std::string_view>& folders) {
    return std::ranges::any_of(folders, [&](std::string_view folder) { return lies_in(path, folder); });
}

bool is_test(std::string_view path) { return lies_in(path, "tests"); }

}  // namespace

std::vector<std::string> wrong_includes(const std::vector<SourceFile>& files, const std::vector<Room>& table) {
    std::set<std::string, std::less<>> paths;
    for (const SourceFile& file : files) paths.insert(file.path);
    std::vector<std::string> faults;
    for (const SourceFile& file : ending_in(files, {".h", ".cpp"})) {
        const Room* room = room_of(file.path, table);
        if (!room && !is_test(file.path))
            faults.push_back(file.path + ": its folder is in no row of the table of rooms");
        for (const Include& include : includes_of(file.text)) {
            if (include.form == Include::Form::angled) continue;
            if (!paths.contains(include.path)) {
                faults.push_back(fault_at(file, include.position, include.path + " is no path from the root"));
            } else if (room && !lies_in(include.path, room->folder) && !lies_in_any(include.path, room->may_include)) {
                faults.push_back(
                    fault_at(file, include.position, fmt::format("{} may not include {}", room->folder, include.path)));
            }
        }
    }
    return faults;
}

std::vector<std::string> broken_fences(const std::vector<SourceFile>& files, const std::vector<Fence>& table) {
    std::vector<std::string> faults;
    for (const SourceFile& file : ending_in(files, {".h", ".cpp"})) {
        if (is_test(file.path)) continue;
        for (const Include& include : includes_of(file.text)) {
            if (include.form == Include::Form::quoted) continue;
            for (const Fence& fence : table)
                if (include.path.starts_with(fence.header) && !lies_in_any(file.path, fence.allowed))
                    faults.push_back(fault_at(file, include.position, include.path + " is fenced off from here"));
        }
    }
    return faults;
}

}  // namespace linli::tidy
