// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "hall/base/clock.h"

namespace linli::kiosk {

/// `linli-kiosk --announce`: speaks the hall's calls without any screen, until the program is told to end (SIGINT,
/// SIGTERM).
void run_announcer(const std::filesystem::path& database, const Clock& clock);

/// `linli-kiosk --check-voice FOLDER`: writes what is wrong in a folder of recordings, one a line; gives how much.
int print_clip_faults(const std::filesystem::path& folder);

}  // namespace linli::kiosk
