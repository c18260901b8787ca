// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>

#include "console/command_line.h"
#include "console/hall_watch.h"
#include "console/network_names.h"
#include "console/routes.h"
#include "console/service.h"
#include "hall/base/bytes.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"

namespace {

using namespace linli;
using namespace linli::console;

Exit failed(const Error& error) {
    fmt::print(stderr, "linli-console: {}\n", error.message);
    return Exit::failed;
}

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

Exit tell_fingerprint(const CommandLine& order, const Clock& clock) {
    const auto made = web::certificates_for(certificate_wishes(order), clock);
    if (!made) return failed(made.error());
    const Catalogue& texts = Catalogue::embedded(default_language());
    fmt::print("{}\n", texts.text("console.fingerprint", {{"fingerprint", made->authority_fingerprint}}));
    return Exit::done;
}

Exit serve(const CommandLine& order, const Clock& clock) {
    auto service = Service::open(order, clock);
    if (!service) return failed(service.error());
    mind_signals((*service)->server());
    for (const std::string& line : (*service)->addresses()) fmt::print("{}\n", line);
    std::fflush(stdout);
    (*service)->run();
    fmt::print("{}\n", Catalogue::embedded(default_language()).text("console.stopped"));
    return Exit::done;
}

}  // namespace

int main(int count, char** words) {
    start_crypto();
    spdlog::set_default_logger(spdlog::stderr_logger_mt("linli-console"));
    spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e %v");
    Exit exit = Exit::done;
    const auto order = read_command_line(count, words, exit);
    if (!order) return static_cast<int>(exit);
    const SystemClock clock;
    return static_cast<int>(order->fingerprint ? tell_fingerprint(*order, clock) : serve(*order, clock));
}
