// SPDX-License-Identifier: Apache-2.0
#include "district/store/journal.h"

namespace linli::district {
namespace {

constexpr InsertMany insert{"insert_entries",
                            "journal (hall_id, device_id, epoch, received_ms, seq, entry_id, entry_ms, kind, subject, "
                            "digest, entry)",
                            "ON CONFLICT DO NOTHING RETURNING seq"};

}  // namespace

Result<std::vector<std::int64_t>> insert_journal(Connection& connection, const StreamKey& stream,
                                                 std::int64_t received_ms, const std::vector<JournalRow>& rows) {
    constexpr std::size_t numbered = 4;
    return connection.insert_new(insert, rows.size(),
                                 {same_column(stream.hall_id), same_column(stream.device_id), same_column(stream.epoch),
                                  same_column(received_ms), number_column(rows, &JournalRow::seq),
                                  text_column(rows, &JournalRow::entry_id), number_column(rows, &JournalRow::entry_ms),
                                  text_column(rows, &JournalRow::kind), text_column(rows, &JournalRow::subject),
                                  bytes_column(rows, &JournalRow::digest), bytes_column(rows, &JournalRow::entry)},
                                 numbered);
}

}  // namespace linli::district
