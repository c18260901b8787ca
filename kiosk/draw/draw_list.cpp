// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/draw_list.h"

#include <imgui.h>

namespace linli::kiosk {

void begin_list(ImDrawList& list) {
    const ImGuiIO& io = ImGui::GetIO();
    list._ResetForNewFrame();
    list.PushTexture(io.Fonts->TexRef);
    list.PushClipRect({0, 0}, io.DisplaySize, false);
}

const char* imgui_version() { return ImGui::GetVersion(); }

}  // namespace linli::kiosk
