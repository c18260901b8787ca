// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>

// How Dear ImGui is built for the kiosk; every file that includes imgui.h sees it.
#define IMGUI_USE_WCHAR32  // GB 18030 reaches beyond the first plane
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEMO_WINDOWS

namespace linli::kiosk {
// A broken rule inside ImGui must not take a hall's kiosk down: it is logged and the frame goes on.
inline void imgui_rule_broken(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "Dear ImGui: %s (%s:%d)\n", expression, file, line);
}
}  // namespace linli::kiosk
#define IM_ASSERT(expression) \
    ((expression) ? static_cast<void>(0) : ::linli::kiosk::imgui_rule_broken(#expression, __FILE__, __LINE__))
