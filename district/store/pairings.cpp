// SPDX-License-Identifier: Apache-2.0
#include "district/store/pairings.h"

namespace linli::district {
namespace {

constexpr Statement insert{"insert_pairing",
                           "INSERT INTO pairing (hall_id, code_hash, approval, made_ms, expires_ms) "
                           "VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement find{"find_pairing",
                         "SELECT hall_id, code_hash, approval, made_ms, expires_ms, device_id, public_key, box_name, "
                         "box_version, epoch, spent_ms FROM pairing WHERE code_hash = $1"};
constexpr Statement of_hall{"pairings_of_hall",
                            "SELECT hall_id, code_hash, approval, made_ms, expires_ms, device_id, public_key, "
                            "box_name, box_version, epoch, spent_ms FROM pairing WHERE hall_id = $1 "
                            "ORDER BY made_ms DESC"};
constexpr Statement bind{"bind_pairing",
                         "UPDATE pairing SET device_id = $2, public_key = $3, box_name = $4, box_version = $5, "
                         "epoch = $6, asked_ms = $7 WHERE code_hash = $1 AND public_key IS NULL RETURNING hall_id"};
constexpr Statement decide{"decide_pairing",
                           "UPDATE pairing SET approval = $2 WHERE code_hash = $1 AND approval = 'asked' "
                           "AND public_key IS NOT NULL AND spent_ms IS NULL RETURNING hall_id"};
constexpr Statement spend{"spend_pairing", "UPDATE pairing SET spent_ms = $2 WHERE code_hash = $1"};

Approval approval_of(std::string_view name) {
    if (name == "given") return Approval::given;
    return name == "refused" ? Approval::refused : Approval::asked;
}

PairingRow pairing_of(const Row& row) {
    PairingRow pairing{row.text(0), row.text(1), approval_of(row.text(2)), row.integer(3), row.integer(4), {}, {}};
    if (row.text_or_nothing(6))
        pairing.box = AskingBox{row.text(5), row.text(6), row.text(7), row.text(8), row.integer(9)};
    pairing.spent_ms = row.integer_or_nothing(10);
    return pairing;
}

}  // namespace

const char* name_of(Approval approval) {
    switch (approval) {
        case Approval::given:
            return "given";
        case Approval::refused:
            return "refused";
        case Approval::asked:
            break;
    }
    return "asked";
}

Status insert_pairing(Connection& connection, const PairingRow& pairing) {
    LINLI_TRY(connection.run(insert, {pairing.hall_id, Blob{pairing.code_hash}, name_of(pairing.approval),
                                      pairing.made_ms, pairing.expires_ms}));
    return {};
}

Result<std::optional<PairingRow>> find_pairing(Connection& connection, const std::string& code_hash) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(find, {Blob{code_hash}}));
    return rows.empty() ? std::optional<PairingRow>() : pairing_of(rows.front());
}

Result<std::vector<PairingRow>> pairings_of(Connection& connection, std::string_view hall_id) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(of_hall, {std::string(hall_id)}));
    std::vector<PairingRow> all;
    for (const Row& row : rows) all.push_back(pairing_of(row));
    return all;
}

Result<bool> bind_pairing(Connection& connection, const std::string& code_hash, const AskingBox& box,
                          std::int64_t now_ms) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(bind, {Blob{code_hash}, box.device_id, Blob{box.public_key},
                                                            box.name, box.version, box.epoch, now_ms}));
    return !rows.empty();
}

Result<bool> decide_pairing(Connection& connection, const std::string& code_hash, Approval approval) {
    LINLI_TRY_ASSIGN(const Rows rows, connection.run(decide, {Blob{code_hash}, name_of(approval)}));
    return !rows.empty();
}

Status spend_pairing(Connection& connection, const std::string& code_hash, std::int64_t now_ms) {
    LINLI_TRY(connection.run(spend, {Blob{code_hash}, now_ms}));
    return {};
}

}  // namespace linli::district
