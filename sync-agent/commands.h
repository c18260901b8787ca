// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/base/clock.h"
#include "sync-agent/command_line.h"
#include "sync-agent/turn.h"

namespace linli::agent {

/// What the program does, a function each. `on_step` is for tests.
Exit run_agent(const CommandLine& order, const Clock& clock, const OnStep& on_step);
/// Everything that is due now, and no more.
Exit run_once(const CommandLine& order, const Clock& clock, const OnStep& on_step);
Exit enrol(const CommandLine& order, const Clock& clock, const OnStep& on_step);
Exit leave(const CommandLine& order, const Clock& clock);
Exit show_status(const CommandLine& order, const Clock& clock);

}  // namespace linli::agent
