// SPDX-License-Identifier: Apache-2.0
#include "hall/content/document_kinds.h"

#include <algorithm>

namespace linli {

std::string_view knowledge_folder_of(std::string_view file) {
    const auto found = std::ranges::find_if(knowledge_folders, [&](std::string_view folder) {
        return file.starts_with(folder) && file.ends_with(".json") &&
               file.substr(folder.size()).find('/') == std::string_view::npos;
    });
    return found == std::end(knowledge_folders) ? std::string_view() : *found;
}

bool is_knowledge(std::string_view file) {
    return std::ranges::find(knowledge_names, file) != std::end(knowledge_names) || !knowledge_folder_of(file).empty();
}

}  // namespace linli
