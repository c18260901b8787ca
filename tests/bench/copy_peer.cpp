// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/copy_peer.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include "hall/base/bytes.h"

namespace linli::bench {
namespace {

using Answered = std::unique_ptr<PGresult, decltype(&PQclear)>;

bool is_done(PGconn* connection) {
    const Answered result(PQgetResult(connection), PQclear);
    const Answered end(PQgetResult(connection), PQclear);
    return PQresultStatus(result.get()) == PGRES_COMMAND_OK && !end;
}

}  // namespace

CopyPeer keyed_copy() {
    return {"keyed_copy", "(LIKE journal INCLUDING ALL)",
            [](const PushingBox& box, const JournalEntry& entry, const std::string& bytes) {
                return fmt::format("{}\t{}\t1\t{}\t{}\t{}\t{}\t{}\t\\\\x{}\t\\\\x{}\t{}\n", box.hall.hall_id,
                                   box.device.device_id, entry.seq, entry.id, entry.wall_ms, entry.kind, entry.subject,
                                   hex(as_text(blake2b(bytes))), hex(bytes), pushing_begin_ms);
            }};
}

CopyPeer plain_copy() {
    return {"plain_copy", "(hall_id TEXT, device_id TEXT, epoch BIGINT, seq BIGINT, entry BYTEA)",
            [](const PushingBox& box, const JournalEntry& entry, const std::string& bytes) {
                return fmt::format("{}\t{}\t1\t{}\t\\\\x{}\n", box.hall.hall_id, box.device.device_id, entry.seq,
                                   hex(bytes));
            }};
}

CopySender::CopySender(const std::string& conninfo, const CopyPeer& peer, const PushingBox& box)
    : connection_(PQconnectdb(conninfo.c_str()), PQfinish), command_("COPY " + peer.table + " FROM STDIN") {
    const Answered made(PQexec(connection_.get(), ("SET client_min_messages = warning; CREATE TABLE IF NOT EXISTS " +
                                                   peer.table + " " + peer.columns)
                                                      .c_str()),
                        PQclear);
    for (const PushedBatch& batch : box.batches) {
        std::string& rows = batches_.emplace_back();
        for (std::size_t i = 0; i < batch.entries.size(); ++i) rows += peer.row(box, batch.entries[i], batch.bytes[i]);
    }
}

bool CopySender::send(std::size_t batch) {
    const Answered begun(PQexec(connection_.get(), command_.c_str()), PQclear);
    const std::string& rows = batches_.at(batch);
    return PQputCopyData(connection_.get(), rows.data(), static_cast<int>(rows.size())) == 1 &&
           PQputCopyEnd(connection_.get(), nullptr) == 1 && is_done(connection_.get());
}

}  // namespace linli::bench
