// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/run_announcer.h"

#include <fmt/format.h>

#include <csignal>

#include "kiosk/voice/announcer.h"
#include "kiosk/voice/clip_list.h"

namespace linli::kiosk {

void run_announcer(const std::filesystem::path& database, const Clock& clock) {
    // Held back in this thread and in those that it starts, so that they come here alone.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    const Announcer announcer(database, clock, "announcer");
    int which = 0;
    sigwait(&ends, &which);
}

int print_clip_faults(const std::filesystem::path& folder) {
    const auto faults = check_clips(folder);
    for (const ClipFault& fault : faults) fmt::print("{}: {}\n", fault.file, fault.what);
    if (faults.empty()) fmt::print("all {} recordings are good\n", clip_list().size());
    return static_cast<int>(faults.size());
}

}  // namespace linli::kiosk
