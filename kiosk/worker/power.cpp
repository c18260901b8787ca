// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/power.h"

#include <spdlog/spdlog.h>

#include <array>
#include <string>

#include "hall/machine/system_command.h"

namespace linli::kiosk {

const char* name_of(PowerOutcome outcome) {
    constexpr std::array names{"ordered", "not_permitted", "not_here", "failed"};
    return names[static_cast<std::size_t>(outcome)];
}

PowerOutcome SystemPower::order(PowerOrder order) {
    const CommandEnd end = run_system_command(
        {program_, "--no-ask-password", order == PowerOrder::restart ? "reboot" : "poweroff"}, Listen::to_complaints);
    if (end.exit_code == 0) return PowerOutcome::ordered;
    spdlog::warn("{}: {}", program_, end.words);
    if (end.exit_code == 127) return PowerOutcome::not_here;
    for (const char* sign : {"ermission", "ccess denied", "uthenti", "uthoriz"})
        if (end.words.find(sign) != std::string::npos) return PowerOutcome::not_permitted;
    return PowerOutcome::failed;
}

}  // namespace linli::kiosk
