// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "hall/content/hall_content.h"

namespace linli::kiosk {

/// The content that pages are rendered with: a folder's documents, or the demo hall's where it is empty. Errors:
/// invalid_content, and what reading the folder gives.
Result<std::shared_ptr<const HallContent>> render_content(const std::filesystem::path& folder);

}  // namespace linli::kiosk
