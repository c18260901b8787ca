// SPDX-License-Identifier: Apache-2.0
#include "district/store/quarantine.h"

namespace linli::district {
namespace {

constexpr Statement insert{
    "insert_quarantined",
    "INSERT INTO quarantine (hall_id, device_id, epoch, seq, digest, place, reason, entry, received_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (hall_id, device_id, epoch, seq, digest) DO NOTHING "
    "RETURNING seq"};
constexpr Statement list{"list_quarantined",
                         "SELECT hall_id, device_id, epoch, seq, digest, place, reason, received_ms FROM quarantine "
                         "WHERE hall_id = $1 OR $1 = '' ORDER BY received_ms DESC, seq DESC LIMIT $2"};
constexpr Statement of_number{"find_quarantined",
                              "SELECT hall_id, device_id, epoch, seq, digest, place, reason, received_ms, entry "
                              "FROM quarantine WHERE hall_id = $1 AND seq = $2 ORDER BY device_id, epoch, received_ms"};

const char* name_of(QuarantinePlace place) { return place == QuarantinePlace::own ? "own" : "other"; }

QuarantineRow quarantined_of(const Row& row) {
    return {{row.text(0), row.text(1), row.integer(2)},
            row.integer(3),
            row.text(4),
            row.text(5) == "own" ? QuarantinePlace::own : QuarantinePlace::other,
            row.text(6),
            {},
            row.integer(7)};
}

}  // namespace

Result<bool> insert_quarantined(Connection& connection, const QuarantineRow& row) {
    LINLI_TRY_ASSIGN(
        const Rows rows,
        connection.run(insert, {row.stream.hall_id, row.stream.device_id, row.stream.epoch, row.seq, Blob{row.digest},
                                name_of(row.place), row.reason, Blob{row.entry}, row.received_ms}));
    return !rows.empty();
}

Result<std::vector<QuarantineRow>> list_quarantined(Connection& connection, std::string_view hall_id, int limit) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(list, {std::string(hall_id), std::int64_t{limit}}));
    std::vector<QuarantineRow> all;
    for (const Row& row : rows) all.push_back(quarantined_of(row));
    return all;
}

Result<std::vector<QuarantineRow>> find_quarantined(Connection& connection, std::string_view hall_id,
                                                    std::int64_t seq) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(of_number, {std::string(hall_id), seq}));
    std::vector<QuarantineRow> all;
    for (const Row& row : rows) {
        all.push_back(quarantined_of(row));
        all.back().entry = row.text(8);
    }
    return all;
}

}  // namespace linli::district
