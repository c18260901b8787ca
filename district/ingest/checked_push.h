// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "district/ingest/read_entry.h"
#include "district/store/devices.h"
#include "hall/wire/journal_batch.h"
#include "hall/wire/sync_json.h"

namespace linli::district {

/// Why a push is not taken.
enum class PushRefusal { bad_batch, bad_digest, bad_signature, not_this_device, hall_revoked, too_large, gap };
const char* name_of(PushRefusal why);
struct RefusedPush {
    PushRefusal why;
    std::string detail;                         ///< one English sentence
    std::optional<std::int64_t> acked_through;  ///< of a gap
};
template <class T>
using PushResult = tl::expected<T, RefusedPush>;

/// One line of a batch.
struct PushedEntry {
    std::int64_t seq = 0;    ///< of its place
    std::string_view bytes;  ///< within the batch
    std::string digest;
    std::optional<ReadEntry> read;  ///< nothing where it cannot be applied; `fault` says why
    std::string fault;
};

/// A batch whose sender vouched for it, unpacked and read; nothing of it has been compared with what is here.
struct CheckedPush {
    wire::Batch batch;
    std::vector<PushedEntry> entries;
};

/// Only what the sender's own words are needed for; no database.
PushResult<CheckedPush> check_push(const DeviceRow& sender, const sync::PushHead& head, std::string_view body);

}  // namespace linli::district
