// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli::kiosk {

/// Has libunibreak make its index, without which it is slow. Screen and printer work in threads of their own and both
/// ask for it: it is made once.
void prepare_line_breaks();

}  // namespace linli::kiosk
