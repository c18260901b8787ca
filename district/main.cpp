// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <string_view>

#include "district/command_line.h"
#include "district/operator/commands.h"
#include "district/service.h"
#include "hall/base/bytes.h"

namespace {

using namespace linli;
using namespace linli::district;

web::Server* running = nullptr;
void stop_running(int) { running->stop(); }

void mind_signals(web::Server& server) {
    running = &server;
    struct sigaction stop {};
    stop.sa_handler = stop_running;
    sigaction(SIGTERM, &stop, nullptr);
    sigaction(SIGINT, &stop, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

#ifdef LINLI_NAMED_STEPS
/// In what tests are run with: the process dies, as if the power were cut, at the step that $LINLI_DIE_AT names.
void die_at_named_step(ServerStep step) {
    const char* const named = std::getenv("LINLI_DIE_AT");
    if (named && std::string_view(named) == name_of(step)) std::raise(SIGKILL);
}
#else
void die_at_named_step(ServerStep) {}
#endif

/// Keys and a whole district's data lie in it: its owner's alone.
Status make_data_folder(const Order& order) {
    std::error_code fault;
    umask(077);
    if (std::filesystem::is_directory(order.data, fault)) return {};
    std::filesystem::create_directories(order.data, fault);
    return fault ? Status(fail(ErrorCode::read_only, order.data.string() + ": " + fault.message())) : Status();
}

Exit serve(const Order& order, const Clock& clock) {
    auto service = Service::open(order, clock, die_at_named_step);
    if (!service) return tell_failure(order, service.error());
    mind_signals((*service)->server());
    for (const std::string& line : (*service)->words()) fmt::print("{}\n", line);
    std::fflush(stdout);
    (*service)->run();
    return Exit::done;
}

Result<Exit> operate(const Order& order, CommandRun run, const Clock& clock) {
    LINLI_TRY_ASSIGN(const auto connection, open_connection(order.place));
    LINLI_TRY(prepare_database(*connection, clock.wall_ms()));
    Session session(order, *connection, clock);
    return run(session);
}

}  // namespace

int main(int count, char** words) {
    start_crypto();
    spdlog::set_default_logger(spdlog::stderr_logger_mt("linli-district"));
    spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e %v");
    Exit exit = Exit::done;
    const auto order = read_command_line(count, words, exit);
    if (!order) return static_cast<int>(exit);
    const SystemClock clock;
    if (const Status made = make_data_folder(*order); !made)
        return static_cast<int>(tell_failure(*order, made.error()));
    if (const CommandRun run = command_named(order->command)) {
        const auto ended = operate(*order, run, clock);
        return static_cast<int>(ended ? *ended : tell_failure(*order, ended.error()));
    }
    return static_cast<int>(serve(*order, clock));
}
