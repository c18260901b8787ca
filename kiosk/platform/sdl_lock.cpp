// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/sdl_lock.h"

namespace linli::kiosk {

std::mutex& sdl_lock() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace linli::kiosk
