// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/desk_orders.h"

#include <ctime>

#include "hall/acts/desk_order.h"
#include "hall/acts/hold_counter.h"
#include "hall/acts/show_desk.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "hall/wire/desk_json.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/disk_limit.h"
#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

constexpr int rounds = 8;
constexpr double seconds_a_round = 0.5;
constexpr int visits_before = 1'500;
constexpr int waiting = 100;
constexpr int looks = 200;
const Clerk clerk{"bench", "Bench"};

// Other programs on the machine must not count: what a view takes is work, not waiting.
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// One counter of a hall, at which calls follow one another.
class BenchDesk {
public:
    explicit BenchDesk(Hall& hall, std::string matter) : hall_(hall), matter_(std::move(matter)) {}

    bool take() {
        const auto issued = issue_number(hall_, {matter_, {}, new_uuid(hall_.clock().wall_ms()), {}});
        return issued && *issued;
    }
    /// Finishes whom it has and calls the next.
    bool press() {
        DeskOrder order;
        order.request_id = new_uuid(hall_.clock().wall_ms());
        order.counter = counter;
        order.clerk = clerk;
        order.order = in_hand_.empty() ? Order::next : Order::finish_next;
        order.in_hand = in_hand_;
        const auto done = give_order(hall_, order);
        if (!done || !*done) return false;
        in_hand_ = (*done)->in_hand ? (*done)->in_hand->ticket.code() : "";
        return true;
    }

    static constexpr int counter = 1;

private:
    Hall& hall_;
    std::string matter_;
    std::string in_hand_;
};

double press_rate(BenchDesk& desk, std::vector<double>& lengths_ms) {
    int count = 0;
    double pressing = 0;
    while (pressing < seconds_a_round) {
        if (!desk.take()) return 0;
        const double before = now_seconds();
        if (!desk.press()) return 0;
        pressing += now_seconds() - before;
        lengths_ms.push_back((now_seconds() - before) * 1000);
        ++count;
    }
    return count / pressing;
}

bool bench_view(Hall& hall, BenchDesk& desk) {
    std::vector<double> view_ms, json_ms;
    for (int look = 0; look < looks; ++look) {
        if (!desk.take() || !desk.press()) return false;
        const double begin = cpu_ms();
        const auto view = show_desk(hall);
        if (!view || view->line.size() < waiting) return false;
        view_ms.push_back(cpu_ms() - begin);
        const double written = cpu_ms();
        const std::string json = wire::hall_json(*view);
        json_ms.push_back(cpu_ms() - written);
    }
    print_figure("the desk's view as JSON, median", percentile(json_ms, 0.5), "ms");
    return print_row("the desk's view after a change, 100 waiting, median", percentile(view_ms, 0.5), "ms",
                     Budget::at_most, 1);
}

}  // namespace

bool bench_desk_orders() {
    const ScratchFolder folder;
    const SystemClock clock;
    const DiskLimit disk(folder.file("limit"));
    const auto made = Hall::create(folder.file("hall.db"), clock, Actor{"bench"}, busy_content());
    if (!made) return false;
    Hall& hall = **made;
    const auto held = hold_counter(hall, BenchDesk::counter, clerk, TakeOver::no);
    const auto content = hall.content();
    if (!held || !*held || !content) return false;
    const CounterPlan* plan = (*content)->counter(BenchDesk::counter);
    std::string matter;
    for (const Matter& one : (*content)->matters)
        if (matter.empty() && (*content)->takes(*plan, one)) matter = one.id;
    BenchDesk desk(hall, matter);
    for (int i = 0; i < visits_before; ++i)
        if (!desk.take() || !desk.press()) return false;
    for (int i = 0; i < waiting; ++i)
        if (!desk.take()) return false;

    std::vector<double> limits, rates, lengths_ms;
    for (int round = 0; round < rounds; ++round) {
        limits.push_back(disk.fdatasync_rate(seconds_a_round));
        rates.push_back(press_rate(desk, lengths_ms));
    }
    const double limit = percentile(limits, 0.5), rate = percentile(rates, 0.5);
    print_figure("finished and called, one commit each (median)", rate, "1/s");
    print_figure("one order, median", percentile(lengths_ms, 0.5), "ms");
    print_figure("one order, 99 %", percentile(lengths_ms, 0.99), "ms");
    const bool fast =
        print_row("orders at the desk / fdatasync rate", limit > 0 ? rate / limit : 0, "ratio", Budget::at_least, 0.4);
    return bench_view(hall, desk) && fast;
}

}  // namespace linli::bench
