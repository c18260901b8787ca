// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "hall/base/result.h"

namespace linli::kiosk {

/// Where the machine's font files are. Text needs one CJK font; the others may be missing.
struct FontFiles {
    std::filesystem::path regular, bold, rare, icons;
    int text_face = 0;  ///< simplified Chinese within a collection

    /// Looks in the folders: first the fonts that the design names, then any Noto CJK, then any CJK font at all.
    /// Error: missing, with the Debian packages to install.
    static Result<FontFiles> find(const std::vector<std::filesystem::path>& folders = {"/usr/share/fonts",
                                                                                       "/usr/local/share/fonts"});
};

}  // namespace linli::kiosk
