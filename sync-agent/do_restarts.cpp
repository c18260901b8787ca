// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "hall/acts/restart_programs.h"
#include "hall/acts/show_sync.h"
#include "sync-agent/agent.h"

namespace linli::agent {

Status Agent::do_restarts() {
    while (true) {
        LINLI_TRY_ASSIGN(const auto request, take_restart(*hall_));
        if (!request) return {};
        parts_.on_step(SyncStep::restart_taken);
        const bool itself = request->program == sync_program;
        const std::string trouble = itself ? "" : parts_.restarter.restart(request->program);
        LINLI_TRY(finish_restart(*hall_, *request, trouble));
        parts_.on_step(SyncStep::restart_done);
        parts_.say(fmt::format("restart of {}: {}", request->program, trouble.empty() ? "done" : trouble));
        look_anyway_ = true;
        if (!itself) continue;
        begins_anew_ = true;
        return {};
    }
}

Status Agent::end_interrupted_restarts() {
    while (true) {
        LINLI_TRY_ASSIGN(const auto request, interrupted_restart(*hall_));
        if (!request) return {};
        // A restart of this program that was taken is done: it has just begun.
        LINLI_TRY(finish_restart(*hall_, *request, request->program == sync_program ? "" : "interrupted"));
    }
}

}  // namespace linli::agent
