// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/district_ingest.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <atomic>
#include <thread>

#include "district/ingest/take_batch.h"
#include "district/store/devices.h"
#include "district/store/open_database.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/base/uuid.h"
#include "hall/wire/journal_batch.h"
#include "hall/wire/journal_json.h"
#include "hall/wire/sync_json.h"
#include "tests/bench/figures.h"
#include "tests/support/postgres_server.h"

namespace linli::bench {
namespace {

using namespace linli::district;

constexpr std::int64_t begin_ms = 1'795'399'200'000;  // 2026-11-23 10:00 in Shanghai
constexpr int entries_a_batch = 500;
constexpr int batches_a_box = 40;

struct Pushed {
    sync::PushHead head;
    std::string body;
    std::vector<std::string> entries;
};

/// One hall's box with a day of tickets, taken, called and finished, as batches that are ready to be sent.
struct Box {
    HallRow hall;
    DeviceRow device;
    std::vector<Pushed> batches;
};

JournalEntry entry_of(std::int64_t seq, const std::string& ticket, int number, int step) {
    constexpr const char* kinds[] = {"ticket.taken", "ticket.called", "ticket.serving", "ticket.finished"};
    constexpr const char* states[] = {"waiting", "called", "serving", "done"};
    JournalEntry entry;
    entry.seq = seq;
    entry.id = new_uuid(begin_ms + seq);
    entry.wall_ms = begin_ms + seq;
    entry.steady_ms = 5'000'000 + seq;
    entry.actor = "staff:clerk1";
    entry.kind = kinds[step];
    entry.subject = ticket;
    entry.body = fmt::format(
        R"({{"code":"A{:03}","service_day":1,"matter":"old-age-allowance","state":"{}","counter":3,"call":1,"order_key":{}}})",
        number, states[step], number);
    return entry;
}

Box make_box(int which) {
    const SigningKey key = make_signing_key();
    Box box;
    box.hall = {new_uuid(begin_ms), fmt::format("Hall {}", which), "Asia/Shanghai", HallState::active, begin_ms,
                random_bytes(32)};
    box.device = {box.hall.hall_id, fmt::format("box-{}", which), key.public_key, "Box"};
    Digest chain = chain_start();
    std::int64_t seq = 0;
    std::string ticket;
    for (int batch = 0; batch < batches_a_box; ++batch) {
        Pushed pushed;
        for (int i = 0; i < entries_a_batch; ++i, ++seq) {
            if (seq % 4 == 0) ticket = new_uuid(begin_ms + seq);
            pushed.entries.push_back(
                wire::freeze(entry_of(seq + 1, ticket, static_cast<int>(seq / 4) + 1, static_cast<int>(seq % 4))));
            chain = chain_after(as_text(chain), pushed.entries.back());
        }
        pushed.body = wire::pack_batch(pushed.entries);
        pushed.head = {box.device.device_id,
                       1,
                       seq - entries_a_batch + 1,
                       seq,
                       hex(as_text(chain)),
                       hex(as_text(blake2b(pushed.body))),
                       {}};
        pushed.head.signature = hex(sign(sync::push_text(pushed.head), key.secret));
        box.batches.push_back(std::move(pushed));
    }
    return box;
}

enum class Wanted { accepted, duplicate };

bool push_all(const DatabasePlace& place, const Box& box, Wanted wanted) {
    const auto connection = open_connection(place);
    if (!connection) return false;
    for (const Pushed& one : box.batches) {
        const auto taken = take_batch(**connection, box.device, one.head, one.body, begin_ms);
        if (!taken || !*taken) return false;
        const auto expected = wanted == Wanted::accepted ? sync::EntryResult::accepted : sync::EntryResult::duplicate;
        for (const sync::EntryResult result : (*taken)->results)
            if (result != expected) return false;
    }
    return true;
}

/// Runs for each box at once; entries a second, 0 where one failed.
double rate_of(const std::vector<Box>& boxes, const std::function<bool(const Box&)>& run) {
    std::atomic<bool> failed = false;
    const double begin = now_seconds();
    std::vector<std::thread> threads;
    for (const Box& box : boxes)
        threads.emplace_back([&] {
            if (!run(box)) failed = true;
        });
    for (std::thread& thread : threads) thread.join();
    const double seconds = now_seconds() - begin;
    return failed ? 0 : static_cast<double>(boxes.size()) * batches_a_box * entries_a_batch / seconds;
}

bool prepare(const DatabasePlace& place, const std::vector<Box>& boxes) {
    const auto connection = open_connection(place);
    if (!connection || !prepare_database(**connection, begin_ms)) return false;
    for (const Box& box : boxes)
        if (!insert_hall(**connection, box.hall) || !save_device(**connection, box.device, begin_ms)) return false;
    return true;
}

/// The same entries into a table without keys, 500 at a time, each time durable: what the disk and the server allow.
bool copy_all(const std::string& conninfo, const Box& box) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(conninfo.c_str()), PQfinish);
    for (const Pushed& one : box.batches) {
        PQclear(PQexec(connection.get(), "COPY raw_copy FROM STDIN"));
        std::string rows;
        std::int64_t seq = one.head.first;
        for (const std::string& entry : one.entries)
            rows += fmt::format("{}\t{}\t1\t{}\t\\\\x{}\n", box.hall.hall_id, box.device.device_id, seq++, hex(entry));
        if (PQputCopyData(connection.get(), rows.data(), static_cast<int>(rows.size())) != 1 ||
            PQputCopyEnd(connection.get(), nullptr) != 1)
            return false;
        PGresult* const result = PQgetResult(connection.get());
        const bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
        PQclear(PQgetResult(connection.get()));
        if (!good) return false;
    }
    return true;
}

bool measure_postgres(std::size_t connections) {
    const std::string conninfo =
        support::PostgresServer::of_this_program().conninfo(fmt::format("bench{}", connections));
    {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(conninfo.c_str()), PQfinish);
        PQclear(PQexec(connection.get(), fmt::format("CREATE SCHEMA IF NOT EXISTS bench{}", connections).c_str()));
        PQclear(PQexec(connection.get(),
                       "CREATE TABLE raw_copy (hall_id TEXT, device_id TEXT, epoch BIGINT, seq BIGINT, entry BYTEA)"));
    }
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < connections; ++i) boxes.push_back(make_box(static_cast<int>(i)));
    const DatabasePlace place{{}, conninfo};
    if (!prepare(place, boxes)) return false;
    const double raw = rate_of(boxes, [&](const Box& box) { return copy_all(conninfo, box); });
    const double taken = rate_of(boxes, [&](const Box& box) { return push_all(place, box, Wanted::accepted); });
    const double again = rate_of(boxes, [&](const Box& box) { return push_all(place, box, Wanted::duplicate); });
    print_figure(fmt::format("district: raw COPY, {} connections", connections), raw, "1/s");
    print_figure(fmt::format("district: PostgreSQL takes, {} connections", connections), taken, "1/s");
    print_figure(fmt::format("district: PostgreSQL takes again, {} connections", connections), again, "1/s");
    return print_row(fmt::format("district: PostgreSQL / raw COPY, {} connections", connections),
                     raw > 0 && again > 0 ? taken / raw : 0, "ratio", Budget::at_least, 0.5);
}

bool measure_sqlite() {
    const ScratchFolder folder;
    const DatabasePlace place{folder.file("district.db"), {}};
    const std::vector<Box> boxes = {make_box(0)};
    if (!prepare(place, boxes)) return false;
    const double taken = rate_of(boxes, [&](const Box& box) { return push_all(place, box, Wanted::accepted); });
    const double again = rate_of(boxes, [&](const Box& box) { return push_all(place, box, Wanted::duplicate); });
    print_figure("district: SQLite takes again", again, "1/s");
    return print_row("district: SQLite takes", again > 0 ? taken : 0, "1/s", Budget::at_least, 50'000);
}

}  // namespace

bool bench_district_ingest() {
    bool holds = measure_sqlite();
    for (const std::size_t connections : {1UL, 4UL}) holds &= measure_postgres(connections);
    return holds;
}

}  // namespace linli::bench
