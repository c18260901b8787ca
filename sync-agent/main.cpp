// SPDX-License-Identifier: Apache-2.0
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdlib>
#include <string_view>

#include "hall/base/bytes.h"
#include "sync-agent/commands.h"

namespace {

using namespace linli;
using namespace linli::agent;

#ifdef LINLI_NAMED_STEPS
/// In what tests are run with: the process dies, as if the power were cut, at the step that $LINLI_DIE_AT names.
void die_at_named_step(SyncStep step) {
    const char* const named = std::getenv("LINLI_DIE_AT");
    if (named && std::string_view(named) == name_of(step)) std::raise(SIGKILL);
}
#else
void die_at_named_step(SyncStep) {}
#endif

Exit do_as_asked(const CommandLine& order) {
    const SystemClock clock;
    switch (order.command) {
        case Command::run:
            return run_agent(order, clock, die_at_named_step);
        case Command::once:
            return run_once(order, clock, die_at_named_step);
        case Command::enrol:
            return enrol(order, clock, die_at_named_step);
        case Command::leave:
            return leave(order, clock);
        case Command::status:
            return show_status(order, clock);
    }
    return Exit::usage;
}

}  // namespace

int main(int count, char** words) {
    start_crypto();
    std::signal(SIGPIPE, SIG_IGN);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("linli-sync"));
    spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e %v");
    Exit exit = Exit::done;
    const auto order = read_command_line(count, words, exit);
    wipe_pairing(count, words);
    return static_cast<int>(order ? do_as_asked(*order) : exit);
}
