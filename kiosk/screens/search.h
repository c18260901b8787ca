// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "kiosk/app/screen.h"

namespace linli::kiosk {

/// Finds a matter by letters: pinyin, initials or English. Choose opens it.
std::unique_ptr<Screen> make_search_screen();
/// Finds policies, certificates that are not issued here, matters and notices in the same way.
std::unique_ptr<Screen> make_look_up_screen();

}  // namespace linli::kiosk
