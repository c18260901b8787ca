// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include "tests/bench/console_bench.h"
#include "tests/bench/running_console.h"
#include "tests/bench/stream_crowd.h"

namespace linli::bench {
namespace {

constexpr int settle_seconds = 3;
constexpr int waiting = 20;
constexpr std::size_t streams = 200;

/// With 200 consoles' streams, in MiB; -1 where they are not all served.
double with_streams(RunningConsole& console, Way way) {
    const auto clerk = console.clerk(way, 0);
    if (!clerk) return -1;
    StreamCrowd crowd(console.base(way), console.authority(way), {clerk->cookie()}, streams);
    if (!crowd.joined()) return -1;
    sleep(settle_seconds);
    for (int i = 0; i < waiting; ++i) (void)console.take_number();
    sleep(settle_seconds);
    return proportional_memory_mb(console.pid());
}

}  // namespace

bool bench_console_memory() {
    bool holds = true;
    for (const Way way : {Way::clear, Way::tls}) {
        const auto console = RunningConsole::start();
        if (!console) return false;
        sleep(settle_seconds);
        if (way == Way::clear) {
            holds &= print_row("console: memory, idle (PSS)", proportional_memory_mb(console->pid()), "MiB",
                               Budget::at_most, 15);
            const double before = cpu_seconds(console->pid());
            sleep(10);
            print_figure("console: idle CPU", (cpu_seconds(console->pid()) - before) / 10 * 100, "%");
        }
        const double full = with_streams(*console, way);
        if (full < 0) return print_row("console: 200 streams served", 0, "", Budget::at_least, 1);
        holds &= print_row(
            way == Way::clear ? "console: memory, 200 streams (PSS)" : "console: memory, 200 streams over TLS (PSS)",
            full, "MiB", Budget::at_most, 30);
    }
    return holds;
}

}  // namespace linli::bench
