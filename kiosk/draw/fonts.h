// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/base/result.h"
#include "kiosk/draw/font_files.h"
#include "kiosk/theme/role.h"

struct ImFont;
struct ImFontAtlas;

namespace linli::kiosk {

/// The fonts of the screen in one ImGui atlas. Files are mapped, not read: pages come as characters are used.
class Fonts {
public:
    /// Dear ImGui's size is the line's height; Noto Sans CJK's is 1.448 em.
    static constexpr float line_per_em = 1.448F;

    static Result<Fonts> load(ImFontAtlas& atlas, const FontFiles& files);
    ImFont* text(Weight weight) const { return weight == Weight::bold ? bold_ : regular_; }
    /// Some file has this character.
    bool has(char32_t character) const;
    ImFont* icons() const { return icons_; }

private:
    ImFont* regular_ = nullptr;
    ImFont* bold_ = nullptr;
    ImFont* icons_ = nullptr;
};

}  // namespace linli::kiosk
