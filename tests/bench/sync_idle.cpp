// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <csignal>

#include "hall/acts/read_link.h"
#include "tests/bench/byte_relay.h"
#include "tests/bench/running_district.h"
#include "tests/bench/sync_bench.h"

namespace linli::bench {
namespace {

constexpr std::int64_t entries = 5'000;
constexpr int look_every_s = 1, first_minute_s = 70;

bool is_drained(Hall& hall) {
    const auto box = read_link(hall);
    return box && box->link.acked_through >= entries && box->link.acked_through == box->journal_seq;
}

}  // namespace

// What the agent does comes once a minute, so whole minutes are measured, beginning when the first one has passed. The
// bytes are those of the TCP streams, TLS and its handshakes included, without the headers of IP and TCP.
bool bench_sync_idle(int minutes) {
    const auto district = RunningDistrict::start();
    if (!district) return false;
    ByteRelay relay(district->port());
    if (!district->make_box(entries, relay.port())) return false;
    const auto agent = district->run_agent();
    for (int i = 0; i < first_minute_s && !is_drained(district->hall()); ++i) sleep(look_every_s);
    if (!is_drained(district->hall())) return false;
    constexpr int settle_s = 10;
    sleep(settle_s);
    const std::uint64_t bytes = relay.bytes(), connections = relay.connections();
    const double cpu = cpu_seconds(agent->pid()), begin = now_seconds();
    sleep(static_cast<unsigned>(minutes) * 60);
    const double seconds = now_seconds() - begin;
    const double kilobytes = static_cast<double>(relay.bytes() - bytes) / 1000 / seconds * 60;
    const double percent = (cpu_seconds(agent->pid()) - cpu) / seconds * 100;
    print_figure("sync: handshakes a minute of an idle agent",
                 static_cast<double>(relay.connections() - connections) / seconds * 60, "");
    // An agent that has died is no frugal one.
    const bool spoke = kilobytes > 0 && kill(agent->pid(), 0) == 0;
    bool holds = print_row("sync: an idle agent on the wire", spoke ? kilobytes : 1e9, "kB/min", Budget::at_most, 10);
    holds &= print_row("sync: an idle agent's share of a processor", percent, "%", Budget::at_most, 0.1);
    return holds;
}

}  // namespace linli::bench
