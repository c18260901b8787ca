// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/restarter.h"

#include <charconv>
#include <csignal>

#include "hall/machine/system_command.h"

namespace linli::agent {

std::string ServiceRestarter::restart(const std::string& program) {
    const CommandEnd shown = run_system_command(
        {"systemctl", "show", "--property=MainPID", "--value", "linli-" + program + ".service"}, Listen::to_output);
    int pid = 0;
    std::from_chars(shown.words.data(), shown.words.data() + shown.words.size(), pid);
    if (shown.exit_code != 0 || pid <= 1) return "not_running";
    return ::kill(pid, SIGTERM) == 0 ? "" : "not_restarted";
}

}  // namespace linli::agent
