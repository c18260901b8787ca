// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hall/content/localized_text.h"

namespace linli::kiosk {

/// One recorded word or phrase of which announcements are made. Its recording is `name`.wav; the built-in one is made
/// from `text` when Linli is built.
struct ClipSource {
    std::string name;  ///< "zh-qing"
    Language language = Language::zh;
    std::string text;  ///< pinyin with tone numbers or phonemes, or English; empty for the chime
};

/// All of them, some 70, in the order of clips.md.
const std::vector<ClipSource>& clip_list();

inline constexpr std::string_view chime_clip = "chime";
/// A recording may be that long.
inline constexpr int clip_ms_max = 5'000;

}  // namespace linli::kiosk
