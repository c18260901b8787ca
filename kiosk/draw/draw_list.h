// SPDX-License-Identifier: Apache-2.0
#pragma once

struct ImDrawList;

namespace linli::kiosk {

/// Empties ImGui's background list within a frame, as it is at the frame's beginning.
void begin_list(ImDrawList& list);

}  // namespace linli::kiosk
