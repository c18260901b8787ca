// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

namespace linli::kiosk {

/// SDL counts who uses its parts without a lock of its own. Whoever starts or ends a part of SDL holds this one: the
/// window's thread, the announcer and the narrator.
std::mutex& sdl_lock();

}  // namespace linli::kiosk
