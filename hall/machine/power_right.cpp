// SPDX-License-Identifier: Apache-2.0
#include "hall/machine/power_right.h"

#include "hall/machine/system_command.h"

namespace linli {

PowerRight power_right(const std::string& program) {
    const CommandEnd end =
        run_system_command({program, "--timeout=3", "call", "org.freedesktop.login1", "/org/freedesktop/login1",
                            "org.freedesktop.login1.Manager", "CanPowerOff"},
                           Listen::to_output);
    if (end.exit_code != 0) return PowerRight::unknown;
    if (end.words.find("\"yes\"") != std::string::npos) return PowerRight::allowed;
    // "challenge" wants a password, "no" and "na" never do it.
    return end.words.starts_with("s \"") ? PowerRight::not_allowed : PowerRight::unknown;
}

}  // namespace linli
