// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/line_breaks.h"

#include <linebreak.h>

#include <mutex>

namespace linli::kiosk {

void prepare_line_breaks() {
    static std::once_flag once;
    std::call_once(once, init_linebreak);
}

}  // namespace linli::kiosk
