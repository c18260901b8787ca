// SPDX-License-Identifier: Apache-2.0
// Prints what Linli promises about speed beside what this machine does, as ratios where the machine matters. Ends with
// 1 where a bound is missed. linli_bench [--quick] [part…]: the parts stand in the table below; without a part, all of
// them. --quick takes ten seconds for what otherwise takes a minute.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "hall/base/bytes.h"
#include "tests/bench/announcing.h"
#include "tests/bench/board_speed.h"
#include "tests/bench/console_bench.h"
#include "tests/bench/content_speed.h"
#include "tests/bench/desk_orders.h"
#include "tests/bench/district_ingest.h"
#include "tests/bench/input_speed.h"
#include "tests/bench/issuing.h"
#include "tests/bench/kiosk_process.h"
#include "tests/bench/kiosk_speed.h"
#include "tests/bench/search_speed.h"
#include "tests/bench/slip_speed.h"
#include "tests/bench/sync_bench.h"
#include "tests/bench/wait_accuracy.h"

namespace {

struct Part {
    std::string name;
    std::function<bool()> measure;
};

bool tell_wait_accuracy() {
    linli::print_wait_accuracy();
    return true;
}

std::vector<Part> parts(bool quick) {
    using namespace linli::bench;
    const char* given = std::getenv("LINLI_BENCH_SECONDS");
    const int minute = given ? std::atoi(given) : quick ? 10 : 60;
    return {{"issuing", bench_issuing},
            {"desk", bench_desk_orders},
            {"processes", [=] { return bench_many_processes(minute); }},
            {"wait", tell_wait_accuracy},
            {"announcing", bench_announcing},
            {"start", bench_kiosk_process},
            {"pages", bench_kiosk_pages},
            {"input", bench_input},
            {"slips", bench_slips},
            {"search", bench_search},
            {"content", bench_content},
            {"board", bench_board},
            {"console-clicks", [=] { return bench_console_clicks(quick ? 50 : 200); }},
            {"console-commands", bench_console_commands},
            {"console-memory", bench_console_memory},
            {"console-siege", [=] { return bench_console_siege(minute); }},
            {"console-together", [=] { return bench_console_together(minute); }},
            {"console-weight", bench_first_page},
            {"district", bench_district_ingest},
            {"sync-drain", bench_sync_drain},
            {"sync-idle", [=] { return bench_sync_idle(quick ? 1 : 2); }}};
}

}  // namespace

int main(int count, char** words) {
    linli::start_crypto();
    std::vector<std::string> wanted(words + 1, words + count);
    const bool quick = std::erase(wanted, "--quick") > 0;
    bool holds = true;
    for (const Part& part : parts(quick))
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), part.name) != wanted.end())
            holds &= part.measure();
    return holds ? 0 : 1;
}
