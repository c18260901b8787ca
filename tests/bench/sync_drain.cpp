// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include "district/boxes/token.h"
#include "hall/acts/read_link.h"
#include "hall/acts/verify_journal.h"
#include "hall/base/bytes.h"
#include "sync-agent/curl_transport.h"
#include "tests/bench/pushing_box.h"
#include "tests/bench/running_district.h"
#include "tests/bench/sync_bench.h"

namespace linli::bench {
namespace {

constexpr std::int64_t entries = 100'000;
constexpr double drain_seconds_max = 300;
constexpr useconds_t look_every_us = 10'000;

agent::HttpRequest request_of(const RunningDistrict& district, const PushedBatch& batch, const std::string& token) {
    const sync::PushHead& head = batch.head;
    return {agent::Method::post,
            fmt::format("https://127.0.0.1:{}/v1/push", district.port()),
            district.pin(),
            {"Authorization: Bearer " + token, "Content-Type: application/zstd", "Linli-Device: " + head.device,
             fmt::format("Linli-Epoch: {}", head.epoch), fmt::format("Linli-First: {}", head.first),
             fmt::format("Linli-Last: {}", head.last), "Linli-Chain: " + head.chain, "Linli-Digest: " + head.digest,
             "Linli-Signature: " + head.signature},
            batch.body};
}

/// Another box's batches, made and signed beforehand, one after another over the agent's own transport; entries a
/// second.
double push_rate(const RunningDistrict& district) {
    std::vector<PushingBox> boxes;
    boxes.push_back(make_pushing_box(1, static_cast<int>(entries / entries_a_batch)));
    const std::string token = district::new_token();
    const auto connection = district::open_connection({district.database(), {}});
    if (!connection || !let_in({district.database(), {}}, boxes) ||
        !district::give_token(**connection, boxes[0].device, std::string(as_text(blake2b(token))), {},
                              pushing_begin_ms))
        return 0;
    agent::CurlTransport transport({});
    const double begin = now_seconds();
    for (const PushedBatch& batch : boxes[0].batches) {
        const auto answer = transport.send(request_of(district, batch, token));
        if (!answer || answer->status != 200) return 0;
    }
    return static_cast<double>(entries) / (now_seconds() - begin);
}

/// The journal lies at the district as it lies here: each number once, the chain the same, nobody alarmed.
bool came_exactly_once(RunningDistrict& district) {
    const auto box = read_link(district.hall());
    const auto connection = district::open_connection({district.database(), {}});
    if (!box || !connection) return false;
    const district::Values hall = {box->link.hall_id};
    const auto count = [&](const district::Statement& statement) {
        const auto rows = (*connection)->run(statement, hall);
        return rows && !rows->empty() ? rows->front().integer(0) : -1;
    };
    const std::int64_t kept =
        count({"kept", "SELECT count(DISTINCT seq) FROM journal WHERE hall_id = $1 AND seq >= 1"});
    const std::int64_t all = count({"all", "SELECT count(*) FROM journal WHERE hall_id = $1"});
    const std::int64_t wrong = count({"wrong",
                                      "SELECT (SELECT count(*) FROM alarm WHERE hall_id = $1) + "
                                      "(SELECT count(*) FROM quarantine WHERE hall_id = $1)"});
    const std::int64_t newest = count({"newest", "SELECT max(seq) FROM journal WHERE hall_id = $1"});
    return kept == box->journal_seq && all == kept && newest == kept && wrong == 0 && kept >= entries;
}

}  // namespace

bool bench_sync_drain() {
    const auto district = RunningDistrict::start();
    if (!district || !district->make_box(entries, district->port())) return false;
    const double ready = push_rate(*district);
    const double begin = now_seconds();
    const auto agent = district->run_agent();
    double seconds = 0;
    bool done = false;
    while (!done && seconds < drain_seconds_max) {
        usleep(look_every_us);
        const auto box = read_link(district->hall());
        seconds = now_seconds() - begin;
        done = box && box->link.acked_through >= entries && box->link.acked_through == box->journal_seq;
    }
    const double peak_mb = peak_memory_mb(agent->pid()), drained = static_cast<double>(entries) / seconds;
    const bool once = done && came_exactly_once(*district);
    print_figure("sync: the district takes ready batches over TLS", ready, "1/s");
    print_figure("sync: the agent drains 100,000 entries", drained, "1/s");
    bool holds = print_row("sync: agent / ready batches", ready > 0 && done ? drained / ready : 0, "ratio",
                           Budget::at_least, 0.5);
    holds &= print_row("sync: the agent's peak memory while it drains", peak_mb, "MiB", Budget::at_most, 30);
    return print_row("sync: each entry came exactly once", once ? 1 : 0, "", Budget::at_least, 1) && holds;
}

}  // namespace linli::bench
