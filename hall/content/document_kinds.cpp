// SPDX-License-Identifier: Apache-2.0
#include "hall/content/document_kinds.h"

#include <algorithm>
#include <cctype>

namespace linli {

namespace {

bool lies_in(std::string_view folder, std::string_view file) {
    return file.starts_with(folder) && file.substr(folder.size()).find('/') == std::string_view::npos;
}

bool ends_like(std::string_view file, std::string_view ending) {
    if (file.size() < ending.size()) return false;
    return std::ranges::equal(file.substr(file.size() - ending.size()), ending,
                              [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

}  // namespace

bool is_picture_file(std::string_view file) {
    return lies_in(picture_folder, file) && (file.ends_with(".jpg") || file.ends_with(".png"));
}

bool looks_like_picture(std::string_view file) {
    constexpr std::string_view endings[] = {".jpg",  ".jpeg", ".png", ".gif", ".webp",
                                            ".heic", ".avif", ".bmp", ".tif", ".tiff"};
    return lies_in(picture_folder, file) && !file.substr(picture_folder.size()).starts_with('.') &&
           std::ranges::any_of(endings, [&](std::string_view ending) { return ends_like(file, ending); });
}

std::string_view knowledge_folder_of(std::string_view file) {
    const auto found = std::ranges::find_if(
        knowledge_folders, [&](std::string_view folder) { return lies_in(folder, file) && file.ends_with(".json"); });
    return found == std::end(knowledge_folders) ? std::string_view() : *found;
}

bool is_knowledge(std::string_view file) {
    return std::ranges::find(knowledge_names, file) != std::end(knowledge_names) ||
           !knowledge_folder_of(file).empty() || is_picture_file(file);
}

}  // namespace linli
