// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/result.h"
#include "kiosk/theme/role.h"

struct ImFont;
struct ImFontAtlas;

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

/// The fonts of the screen in one ImGui atlas. Files are mapped, not read: pages come as characters are used.
class Fonts {
public:
    /// Dear ImGui's size is the line's height; Noto Sans CJK's is 1.448 em.
    static constexpr float line_per_em = 1.448F;

    static Result<Fonts> load(ImFontAtlas& atlas, const FontFiles& files);
    ImFont* text(Weight weight) const { return weight == Weight::bold ? bold_ : regular_; }
    ImFont* icons() const { return icons_; }

private:
    ImFont* regular_ = nullptr;
    ImFont* bold_ = nullptr;
    ImFont* icons_ = nullptr;
};

}  // namespace linli::kiosk
