// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/board_speed.h"

#include <unistd.h>

#include "cli/demo_hall.h"
#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "tests/bench/board_eye.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/figures.h"
#include "tests/bench/heard_process.h"
#include "tests/bench/virtual_display.h"
#include "tests/support/places.h"

namespace linli::bench {
namespace {

constexpr int calls = 300;
constexpr int settle_seconds = 4, idle_seconds = 30;

bool bench_calls() {
    const ScratchFolder folder;
    const SystemClock clock;
    auto hall = Hall::create(folder.file("hall.db"), clock, Actor{"bench"}, busy_content());
    if (!hall || !open_counter(**hall, 1)) return false;
    const auto eye = BoardEye::open(folder.file("hall.db"));
    if (!eye) return false;
    const auto content = (*hall)->content();
    if (!content) return false;
    std::string matter;
    for (const Matter& one : (*content)->matters)
        if (matter.empty() && (*content)->takes(*(*content)->counter(1), one)) matter = one.id;
    std::vector<double> lengths_ms;
    for (int call = 0; call < calls; ++call) {
        const auto taken = issue_number(**hall, {matter, "", new_uuid(clock.wall_ms()), {}});
        if (!taken || !*taken) return false;
        // At every moment of the board's looking.
        usleep(static_cast<useconds_t>(20'000 + call * 7919 % 50'000));
        const auto called = call_next(**hall, 1);
        const double committed = now_seconds();
        if (!called || !*called || !eye->sees((*called)->code())) return false;
        lengths_ms.push_back((now_seconds() - committed) * 1000);
        if (!finish(**hall, 1, {})) return false;
    }
    const bool usual =
        print_row("call's commit to presented picture (50 %)", percentile(lengths_ms, 0.5), "ms", Budget::at_most, 150);
    return print_row("call's commit to presented picture (99 %)", percentile(lengths_ms, 0.99), "ms", Budget::at_most,
                     300) &&
           usual;
}

bool bench_idle() {
    const ScratchFolder folder;
    const auto database = folder.file("hall.db");
    if (!cli::make_demo_hall(database)) return false;
    const VirtualDisplay display("1920x1080");
    if (!display.works()) return false;
    HeardProcess board({support::kiosk_program(), "--board", "--database", database.string()}, STDERR_FILENO);
    if (board.heard("first picture") < 0) return false;
    sleep(settle_seconds);
    const bool small =
        print_row("board: memory (PSS)", proportional_memory_mb(board.pid()), "MiB", Budget::at_most, 60);
    const double before = cpu_seconds(board.pid());
    sleep(idle_seconds);
    return print_row("board: idle CPU", (cpu_seconds(board.pid()) - before) / idle_seconds * 100, "%", Budget::at_most,
                     0.3) &&
           small;
}

}  // namespace

bool bench_board() {
    const bool quick = bench_calls();
    return bench_idle() && quick;
}

}  // namespace linli::bench
