// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/ranges.h"

#include <algorithm>

#include "district/store/settings.h"
#include "district/store/streams.h"
#include "hall/base/bytes.h"
#include "hall/journal/entry.h"

namespace linli::district {

Result<sync::StreamState> stream_state(Connection& connection, const StreamKey& key) {
    LINLI_TRY_ASSIGN(const auto stream, find_stream(connection, key));
    LINLI_TRY_ASSIGN(const std::string incarnation, incarnation_of(connection));
    const std::int64_t through = stream ? stream->acked_through : 0;
    return sync::StreamState{through, through, hex(stream ? stream->chain : as_text(chain_start())), incarnation};
}

Result<std::vector<sync::Range>> ranges_of(Connection& connection, const StreamKey& key, std::int64_t step) {
    std::vector<sync::Range> ranges;
    LINLI_TRY_ASSIGN(const auto stream, find_stream(connection, key));
    const std::int64_t newest = stream ? stream->newest_seq : 0;
    for (std::int64_t first = 1; first <= newest; first += step) {
        const std::int64_t last = std::min(first + step - 1, newest);
        LINLI_TRY_ASSIGN(const auto known, known_entries(connection, key, first, last));
        std::string digests;
        for (const KnownEntry& entry : known) digests += entry.digest;
        ranges.push_back({first, last, static_cast<std::int64_t>(known.size()), hex(as_text(blake2b(digests)))});
    }
    return ranges;
}

}  // namespace linli::district
