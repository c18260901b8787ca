// SPDX-License-Identifier: Apache-2.0
#include "district/store/streams.h"

#include "hall/journal/entry.h"

namespace linli::district {
namespace {

constexpr Statement make{"make_stream",
                         "INSERT INTO stream (hall_id, device_id, epoch, acked_through, newest_seq, chain, batches) "
                         "VALUES ($1, $2, $3, 0, 0, $4, 0) ON CONFLICT DO NOTHING"};
// What both databases take for a lock: an update of the row.
constexpr Statement lock{"lock_stream",
                         "UPDATE stream SET batches = batches + 1 WHERE hall_id = $1 AND device_id = $2 AND epoch = $3 "
                         "RETURNING acked_through, newest_seq, chain, (SELECT max(other.epoch) FROM stream AS other "
                         "WHERE other.hall_id = $1 AND other.device_id = $2)"};
constexpr Statement save{"save_stream",
                         "UPDATE stream SET acked_through = $4, newest_seq = $5, chain = $6 "
                         "WHERE hall_id = $1 AND device_id = $2 AND epoch = $3"};
constexpr Statement find{"find_stream",
                         "SELECT acked_through, newest_seq, chain FROM stream "
                         "WHERE hall_id = $1 AND device_id = $2 AND epoch = $3"};
constexpr Statement known{
    "known_entries",
    "SELECT seq, digest FROM journal WHERE hall_id = $1 AND device_id = $2 AND epoch = $3 AND seq >= $4 AND seq <= $5 "
    "UNION ALL SELECT seq, digest FROM quarantine WHERE hall_id = $1 AND device_id = $2 AND epoch = $3 AND seq >= $4 "
    "AND seq <= $5 AND place = 'own' ORDER BY seq"};
constexpr Statement entry{
    "find_entry", "SELECT entry FROM journal WHERE hall_id = $1 AND device_id = $2 AND epoch = $3 AND seq = $4"};

StreamRow stream_of(const Row& row) { return {row.integer(0), row.integer(1), row.text(2)}; }

}  // namespace

Result<StreamRow> lock_stream(Connection& connection, const StreamKey& key) {
    const Values values = {key.hall_id, key.device_id, key.epoch};
    LINLI_TRY_ASSIGN(Rows rows, connection.run(lock, values));
    if (rows.empty()) {
        LINLI_TRY(connection.run_later(
            make, {key.hall_id, key.device_id, key.epoch, Blob{std::string(as_text(chain_start()))}}));
        LINLI_TRY_ASSIGN(rows, connection.run(lock, values));
    }
    if (rows.empty()) return fail(ErrorCode::corrupt, "a stream that was just made is not there");
    StreamRow stream = stream_of(rows.front());
    stream.newest_epoch = rows.front().integer(3);
    return stream;
}

Status save_stream(Connection& connection, const StreamKey& key, const StreamRow& stream) {
    return connection.run_later(
        save, {key.hall_id, key.device_id, key.epoch, stream.acked_through, stream.newest_seq, Blob{stream.chain}});
}

Result<std::optional<StreamRow>> find_stream(Connection& connection, const StreamKey& key) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(find, {key.hall_id, key.device_id, key.epoch}));
    return rows.empty() ? std::optional<StreamRow>() : stream_of(rows.front());
}

Result<std::vector<KnownEntry>> known_entries(Connection& connection, const StreamKey& key, std::int64_t first,
                                              std::int64_t last) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(known, {key.hall_id, key.device_id, key.epoch, first, last}));
    std::vector<KnownEntry> all;
    for (const Row& row : rows) all.push_back({row.integer(0), row.text(1)});
    return all;
}

Result<std::optional<std::string>> find_entry(Connection& connection, const StreamKey& key, std::int64_t seq) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(entry, {key.hall_id, key.device_id, key.epoch, seq}));
    return rows.empty() ? std::nullopt : rows.front().text_or_nothing(0);
}

}  // namespace linli::district
