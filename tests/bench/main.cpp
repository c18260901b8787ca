// SPDX-License-Identifier: Apache-2.0
// Prints what Linli promises about speed beside what this machine does, as ratios where the machine matters. Ends with
// 1 where a bound is missed. linli_bench [part…]: issuing, desk, processes, wait, announcing, start, pages, slips,
// board; without a part, all of them.
#include <cstdlib>
#include <string>
#include <vector>

#include "hall/base/bytes.h"
#include "tests/bench/announcing.h"
#include "tests/bench/board_speed.h"
#include "tests/bench/desk_orders.h"
#include "tests/bench/issuing.h"
#include "tests/bench/kiosk_process.h"
#include "tests/bench/kiosk_speed.h"
#include "tests/bench/slip_speed.h"
#include "tests/bench/wait_accuracy.h"

int main(int count, char** words) {
    linli::start_crypto();
    const std::vector<std::string> parts(words + 1, words + count);
    const auto wanted = [&](const std::string& part) {
        if (parts.empty()) return true;
        for (const std::string& name : parts)
            if (name == part) return true;
        return false;
    };
    const char* seconds = std::getenv("LINLI_BENCH_SECONDS");
    bool holds = true;
    if (wanted("issuing")) holds &= linli::bench::bench_issuing();
    if (wanted("desk")) holds &= linli::bench::bench_desk_orders();
    if (wanted("processes")) holds &= linli::bench::bench_many_processes(seconds ? std::atoi(seconds) : 60);
    if (wanted("wait")) linli::print_wait_accuracy();
    if (wanted("announcing")) holds &= linli::bench::bench_announcing();
    if (wanted("start")) holds &= linli::bench::bench_kiosk_process();
    if (wanted("pages")) holds &= linli::bench::bench_kiosk_pages();
    if (wanted("slips")) holds &= linli::bench::bench_slips();
    if (wanted("board")) holds &= linli::bench::bench_board();
    return holds ? 0 : 1;
}
