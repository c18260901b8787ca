// SPDX-License-Identifier: Apache-2.0
#include "hall/content/content_schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/base/embedded.h"
#include "hall/content/document_kinds.h"

namespace linli {

static_assert(std::size(content_kinds) ==
              std::size(document_names) + std::size(knowledge_names) + std::size(knowledge_folders));

const ContentKind* kind_of_document(std::string_view file) {
    const std::string_view folder = knowledge_folder_of(file);
    const auto* const found = std::ranges::find(content_kinds, folder.empty() ? file : folder, &ContentKind::file);
    return found == std::end(content_kinds) ? nullptr : found;
}

std::string_view content_schema(std::string_view kind) {
    if (std::ranges::find(content_kinds, kind, &ContentKind::name) == std::end(content_kinds)) return {};
    return embedded_file(fmt::format("assets/schemas/{}.json", kind));
}

}  // namespace linli
