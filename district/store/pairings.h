// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/store/connection.h"

namespace linli::district {

/// May the box that asks with this code come in?
enum class Approval { asked, given, refused };
const char* name_of(Approval approval);

/// The box that was the first to ask with a code.
struct AskingBox {
    std::string device_id, public_key, name, version;
    std::int64_t epoch = 1;
};

/// One pairing code, of which only the BLAKE2b-256 is kept.
struct PairingRow {
    std::string hall_id, code_hash;
    Approval approval = Approval::asked;
    std::int64_t made_ms = 0, expires_ms = 0;
    std::optional<AskingBox> box;
    std::optional<std::int64_t> spent_ms;

    /// A box has asked, and nobody has decided yet.
    bool is_waiting() const { return box && !spent_ms && approval == Approval::asked; }
};

Status insert_pairing(Connection& connection, const PairingRow& pairing);
Result<std::optional<PairingRow>> find_pairing(Connection& connection, const std::string& code_hash);
/// Of one hall, the newest first.
Result<std::vector<PairingRow>> pairings_of(Connection& connection, std::string_view hall_id);
/// Binds the code to this box. False where another was quicker.
Result<bool> bind_pairing(Connection& connection, const std::string& code_hash, const AskingBox& box,
                          std::int64_t now_ms);
/// Decides for the box that waits with this code. False where none does.
Result<bool> decide_pairing(Connection& connection, const std::string& code_hash, Approval approval);
Status spend_pairing(Connection& connection, const std::string& code_hash, std::int64_t now_ms);

}  // namespace linli::district
