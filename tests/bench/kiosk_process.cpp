// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/kiosk_process.h"

#include <unistd.h>

#include <string>
#include <vector>

#include "cli/demo_hall.h"
#include "tests/bench/figures.h"
#include "tests/bench/heard_process.h"
#include "tests/bench/virtual_display.h"
#include "tests/support/places.h"

namespace linli::bench {
namespace {

constexpr int starts = 5;
constexpr int settle_seconds = 4;
constexpr int idle_seconds = 30;

}  // namespace

bool bench_kiosk_process() {
    const ScratchFolder folder;
    const auto database = folder.file("hall.db");
    if (!cli::make_demo_hall(database)) return false;
    const VirtualDisplay display("1080x1920");
    if (!display.works()) return false;
    const std::vector<std::string> kiosk = {support::kiosk_program(), "--database", database.string()};
    std::vector<double> first_pictures;
    for (int i = 0; i < starts; ++i) {
        HeardProcess child(kiosk, STDERR_FILENO);
        first_pictures.push_back(child.heard("first picture"));
        if (first_pictures.back() < 0) return false;
    }
    bool holds = print_row("start to first picture, software renderer (median of 5)", percentile(first_pictures, 0.5),
                           "s", Budget::at_most, 0.3);
    HeardProcess child(kiosk, STDERR_FILENO);
    if (child.heard("first picture") < 0) return false;
    sleep(settle_seconds);
    holds &= print_row("memory (PSS)", proportional_memory_mb(child.pid()), "MiB", Budget::at_most, 60);
    const double before = cpu_seconds(child.pid());
    sleep(idle_seconds);
    return print_row("idle CPU", (cpu_seconds(child.pid()) - before) / idle_seconds * 100, "%", Budget::at_most, 0.2) &&
           holds;
}

}  // namespace linli::bench
