// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/render_content.h"

namespace linli::kiosk {

Result<std::shared_ptr<const HallContent>> render_content(const std::filesystem::path& folder) {
    ContentDocuments documents = embedded_content();
    if (!folder.empty()) {
        LINLI_TRY_ASSIGN(documents, read_content_folder(folder.string()));
    }
    auto content = parse_hall_content(documents);
    if (!content) return fail(ErrorCode::invalid_content, content.error().text());
    return std::make_shared<const HallContent>(std::move(*content));
}

}  // namespace linli::kiosk
