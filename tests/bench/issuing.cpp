// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/issuing.h"

#include <fmt/format.h>

#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/disk_limit.h"
#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

constexpr int rounds = 8;
constexpr double seconds_a_round = 0.5;
// Until the write-ahead log has the size that it keeps: a hall's programs run all day, and only the first commits after
// all of them were stopped make it grow.
constexpr int numbers_before = 200;

double issue_rate(Hall& hall, const std::string& matter, std::vector<double>& lengths_ms) {
    int count = 0;
    const double begin = now_seconds();
    while (now_seconds() - begin < seconds_a_round) {
        const double before = now_seconds();
        const auto issued = issue_number(hall, {matter, {}, new_uuid(hall.clock().wall_ms()), {}});
        if (!issued || !*issued) return 0;
        lengths_ms.push_back((now_seconds() - before) * 1000);
        ++count;
    }
    return count / (now_seconds() - begin);
}

}  // namespace

bool bench_issuing() {
    const ScratchFolder folder;
    const SystemClock clock;
    const DiskLimit disk(folder.file("limit"));
    std::vector<double> limits, rates, lengths_ms;
    for (int round = 0; round < rounds; ++round) {
        // A fresh hall each time, as on every morning.
        auto hall = Hall::create(folder.file(fmt::format("hall{}.db", round)), clock, Actor{"bench"}, busy_content());
        if (!hall) return false;
        const auto content = (*hall)->content();
        for (int i = 0; i < numbers_before; ++i)
            if (!issue_number(**hall, {(*content)->matters.front().id, {}, new_uuid(clock.wall_ms()), {}}))
                return false;
        limits.push_back(disk.fdatasync_rate(seconds_a_round));
        rates.push_back(issue_rate(**hall, (*content)->matters.front().id, lengths_ms));
    }
    const double limit = percentile(limits, 0.5), rate = percentile(rates, 0.5);
    print_figure("fdatasync of 4 KiB, the disk's own rate (median)", limit, "1/s");
    print_figure("numbers issued, one commit each (median)", rate, "1/s");
    print_figure("one number, median", percentile(lengths_ms, 0.5), "ms");
    print_figure("one number, 99 %", percentile(lengths_ms, 0.99), "ms");
    return print_row("numbers issued / fdatasync rate", limit > 0 ? rate / limit : 0, "ratio", Budget::at_least, 0.5);
}

}  // namespace linli::bench
