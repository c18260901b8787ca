// SPDX-License-Identifier: Apache-2.0
#pragma once

struct ImDrawList;

namespace linli::kiosk {

/// Empties ImGui's background list within a frame, as it is at the frame's beginning.
void begin_list(ImDrawList& list);
/// The linked Dear ImGui's version, "1.92.2b".
const char* imgui_version();

}  // namespace linli::kiosk
