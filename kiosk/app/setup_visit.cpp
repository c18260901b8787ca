// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/setup_visit.h"

namespace linli::kiosk {

const char* name_of(SetupItem item) {
    constexpr std::array names{"printer", "board",    "sound",  "touch",   "screen",
                               "network", "district", "volume", "version", "power"};
    static_assert(names.size() == setup_items.size());
    return names[static_cast<std::size_t>(item)];
}

}  // namespace linli::kiosk
