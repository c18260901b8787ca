// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/district_ingest.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <thread>

#include "district/ingest/take_batch.h"
#include "tests/bench/copy_peer.h"
#include "tests/bench/figures.h"
#include "tests/support/postgres_server.h"

namespace linli::bench {
namespace {

using namespace linli::district;

constexpr std::size_t batches_a_round = 10;
constexpr std::size_t rounds = 6;

enum class Wanted { accepted, duplicate };

/// Boxes with a connection each, of which all send at once.
class Senders {
public:
    using Run = std::function<bool(std::size_t box, std::size_t batch)>;
    explicit Senders(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            boxes.push_back(make_pushing_box(static_cast<int>(i), static_cast<int>(batches_a_round * rounds)));
    }
    bool open(const DatabasePlace& place) {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            auto connection = open_connection(place);
            if (!connection) return false;
            connections.push_back(std::move(*connection));
        }
        return true;
    }
    /// Seconds that one round's batches took; infinitely many where one failed.
    double round(std::size_t which, const Run& run) const {
        std::atomic<bool> failed = false;
        const double begin = now_seconds();
        std::vector<std::thread> threads;
        for (std::size_t box = 0; box < boxes.size(); ++box)
            threads.emplace_back([&, box] {
                for (std::size_t i = 0; i < batches_a_round; ++i)
                    if (!run(box, which * batches_a_round + i)) failed = true;
            });
        for (std::thread& thread : threads) thread.join();
        return failed ? std::numeric_limits<double>::infinity() : now_seconds() - begin;
    }
    double rate(double seconds) const {
        return static_cast<double>(boxes.size() * batches_a_round * rounds * entries_a_batch) / seconds;
    }
    bool push(std::size_t box, std::size_t batch, Wanted wanted) const {
        const PushedBatch& one = boxes[box].batches[batch];
        const auto taken = take_batch(*connections[box], boxes[box].device, one.head, one.body, pushing_begin_ms);
        const auto expected = wanted == Wanted::accepted ? sync::EntryResult::accepted : sync::EntryResult::duplicate;
        return taken && *taken &&
               std::ranges::all_of((*taken)->results, [&](auto result) { return result == expected; });
    }

    std::vector<PushingBox> boxes;
    std::vector<std::unique_ptr<Connection>> connections;
};

bool make_schema(const std::string& conninfo, const std::string& schema) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(conninfo.c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> made(
        PQexec(connection.get(), ("CREATE SCHEMA " + schema).c_str()), PQclear);
    return PQresultStatus(made.get()) == PGRES_COMMAND_OK;
}

// The bound is held against COPY into the journal's own columns, key and index: with less nothing could say whether an
// entry is here already, and a heap of bytes is not what a district keeps. The ratio to such a heap stands beside it.
// Both take turns, so that whatever else the machine does hits both.
bool measure_postgres(std::size_t connections) {
    const std::string schema = fmt::format("bench{}", connections);
    const std::string conninfo = support::PostgresServer::of_this_program().conninfo(schema);
    Senders senders(connections);
    if (!make_schema(conninfo, schema) || !let_in({{}, conninfo}, senders.boxes) || !senders.open({{}, conninfo}))
        return false;
    std::vector<CopySender> plain, keyed;
    for (const PushingBox& box : senders.boxes) {
        plain.emplace_back(conninfo, plain_copy(), box);
        keyed.emplace_back(conninfo, keyed_copy(), box);
    }
    double plain_s = 0, keyed_s = 0, taken_s = 0, again_s = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        plain_s += senders.round(round, [&](auto box, auto batch) { return plain[box].send(batch); });
        keyed_s += senders.round(round, [&](auto box, auto batch) { return keyed[box].send(batch); });
        taken_s +=
            senders.round(round, [&](auto box, auto batch) { return senders.push(box, batch, Wanted::accepted); });
    }
    for (std::size_t round = 0; round < rounds; ++round)
        again_s +=
            senders.round(round, [&](auto box, auto batch) { return senders.push(box, batch, Wanted::duplicate); });
    const std::string suffix = fmt::format(", {} connections", connections);
    print_figure("district: COPY into a heap without keys" + suffix, senders.rate(plain_s), "1/s");
    print_figure("district: COPY into the journal's keys" + suffix, senders.rate(keyed_s), "1/s");
    print_figure("district: PostgreSQL takes" + suffix, senders.rate(taken_s), "1/s");
    print_figure("district: PostgreSQL takes again" + suffix, senders.rate(again_s), "1/s");
    print_figure("district: PostgreSQL / COPY into a heap" + suffix, plain_s / taken_s, "ratio");
    return print_row("district: PostgreSQL / COPY with keys" + suffix,
                     std::isfinite(keyed_s + again_s) ? keyed_s / taken_s : 0, "ratio", Budget::at_least, 0.5);
}

bool measure_sqlite() {
    const ScratchFolder folder;
    const DatabasePlace place{folder.file("district.db"), {}};
    Senders senders(1);
    if (!let_in(place, senders.boxes) || !senders.open(place)) return false;
    double taken_s = 0, again_s = 0;
    for (std::size_t round = 0; round < rounds; ++round)
        taken_s +=
            senders.round(round, [&](auto box, auto batch) { return senders.push(box, batch, Wanted::accepted); });
    for (std::size_t round = 0; round < rounds; ++round)
        again_s +=
            senders.round(round, [&](auto box, auto batch) { return senders.push(box, batch, Wanted::duplicate); });
    print_figure("district: SQLite takes again", senders.rate(again_s), "1/s");
    return print_row("district: SQLite takes", senders.rate(taken_s), "1/s", Budget::at_least, 50'000);
}

}  // namespace

bool bench_district_ingest() {
    bool holds = measure_sqlite();
    for (const std::size_t connections : {1UL, 4UL}) holds &= measure_postgres(connections);
    return holds;
}

}  // namespace linli::bench
