// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "hall/base/uuid.h"
#include "tests/bench/console_bench.h"
#include "tests/bench/disk_limit.h"
#include "tests/bench/running_console.h"

namespace linli::bench {
namespace {

constexpr int rounds = 8;
constexpr double seconds_a_round = 0.5;
constexpr std::size_t clients_together = 8;
constexpr int looks = 100;
constexpr int numbers_before = 200;  // as in issuing.cpp

using Clerks = std::vector<std::unique_ptr<support::ApiClient>>;

struct Rates {
    std::vector<double> disk, one, together, orders, one_ms, together_ms, order_ms, door_ms, lane_ms;
};

bool take(support::ApiClient& clerk, const std::string& matter) {
    return clerk
               .post("/api/tickets", {{"request_id", new_uuid(SystemClock().wall_ms())},
                                      {"matter", matter},
                                      {"priority", ""},
                                      {"paper", false}})
               .status == 200;
}

double time_of_get(support::ApiClient& clerk, const std::string& path) {
    const double before = now_seconds();
    (void)clerk.get(path);
    return (now_seconds() - before) * 1000;
}

/// Numbers a second of so many clerks, each request after request; 0 where one is refused.
double issue_rate(const Clerks& clerks, std::size_t clients, const std::string& matter, std::vector<double>& all_ms) {
    std::vector<std::vector<double>> lengths_ms(clients);
    std::atomic<bool> failed = false;
    const double begin = now_seconds();
    const auto press = [&](std::size_t which) {
        while (now_seconds() - begin < seconds_a_round && !failed) {
            const double before = now_seconds();
            if (!take(*clerks[which], matter)) failed = true;
            lengths_ms[which].push_back((now_seconds() - before) * 1000);
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < clients; ++i) threads.emplace_back(press, i);
    press(0);
    for (std::thread& thread : threads) thread.join();
    const double length = now_seconds() - begin;
    std::size_t count = 0;
    for (const auto& of_one : lengths_ms) {
        count += of_one.size();
        all_ms.insert(all_ms.end(), of_one.begin(), of_one.end());
    }
    return failed ? 0 : static_cast<double>(count) / length;
}

/// Visits ended and the next called, one order each; 0 where one is refused.
double order_rate(support::ApiClient& clerk, std::vector<double>& all_ms) {
    std::string in_hand;
    int count = 0;
    const double begin = now_seconds();
    while (now_seconds() - begin < seconds_a_round) {
        const double before = now_seconds();
        const support::Reply done = give_order(clerk, 1, in_hand.empty() ? "next" : "finish_next", in_hand);
        if (done.status != 200) return 0;
        const support::Json answer = done.json();
        if (!answer.at("in_hand").is_object()) break;  // nobody is left
        in_hand = answer.at("in_hand").at("code");
        all_ms.push_back((now_seconds() - before) * 1000);
        ++count;
    }
    return count / (now_seconds() - begin);
}

/// A fresh hall and console, as on every morning.
bool measure_round(Rates& rates) {
    const auto console = RunningConsole::start();
    if (!console) return false;
    Clerks clerks;
    for (std::size_t i = 0; i < clients_together; ++i) {
        clerks.push_back(console->clerk(Way::clear, i == 0 ? 1 : 0));
        if (!clerks.back()) return false;
    }
    for (int i = 0; i < numbers_before; ++i)
        if (console->take_number().empty()) return false;
    DiskLimit disk(console->database().parent_path() / "limit");
    const double before = disk.fdatasync_rate(seconds_a_round / 2);
    for (int i = 0; i < looks; ++i) rates.door_ms.push_back(time_of_get(*clerks.front(), "/api/front"));
    for (int i = 0; i < looks; ++i) rates.lane_ms.push_back(time_of_get(*clerks.front(), "/api/session"));
    rates.one.push_back(issue_rate(clerks, 1, console->matter(), rates.one_ms));
    rates.together.push_back(issue_rate(clerks, clients_together, console->matter(), rates.together_ms));
    rates.orders.push_back(order_rate(*clerks.front(), rates.order_ms));
    rates.disk.push_back((before + disk.fdatasync_rate(seconds_a_round / 2)) / 2);
    return true;
}

}  // namespace

bool bench_console_commands() {
    Rates rates;
    for (int round = 0; round < rounds; ++round)
        if (!measure_round(rates)) return false;
    const double disk = percentile(rates.disk, 0.5);
    const auto share = [disk](std::vector<double>& of) { return disk > 0 ? percentile(of, 0.5) / disk : 0; };
    print_figure("fdatasync of 4 KiB, the disk's own rate (median)", disk, "1/s");
    print_figure("console: a request answered by the network's thread (median)", percentile(rates.door_ms, 0.5), "ms");
    print_figure("console: a request answered by the acts' thread (median)", percentile(rates.lane_ms, 0.5), "ms");
    print_figure("console: a number over HTTP, one client (median)", percentile(rates.one_ms, 0.5), "ms");
    print_figure("console: numbers over HTTP, one client (median)", percentile(rates.one, 0.5), "1/s");
    print_figure("console: a number over HTTP, one client (99 %)", percentile(rates.one_ms, 0.99), "ms");
    print_figure("console: numbers over HTTP / fdatasync, one client", share(rates.one), "ratio");
    print_figure("console: a number over HTTP, 8 clients (99 %)", percentile(rates.together_ms, 0.99), "ms");
    // Of a hall that is busy: one client alone waits for two threads to wake, twice as long as for the disk.
    const bool holds = print_row("console: numbers over HTTP / fdatasync, 8 clients", share(rates.together), "ratio",
                                 Budget::at_least, 0.35);
    print_figure("console: an order (next, finish_next) over HTTP (99 %)", percentile(rates.order_ms, 0.99), "ms");
    print_figure("console: orders over HTTP / fdatasync, one client", share(rates.orders), "ratio");
    return holds;
}

}  // namespace linli::bench
