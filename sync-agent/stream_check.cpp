// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/stream_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "hall/acts/journal_ranges.h"
#include "hall/acts/note_stream.h"

namespace linli::agent {

Result<Turn> StreamCheck::check(Hall& hall, const BoxLink& box) {
    District district(transport_, hall, box);
    const auto state = district.ask<sync::StreamState>({Method::get, "/v1/stream?" + device_query(box), {}, {}, {}},
                                                       sync::read_stream_state);
    if (!state) return troubled(state.error());
    on_step_(SyncStep::stream_answered);
    LINLI_TRY_ASSIGN(const StreamFinding finding, note_stream(hall, *state));
    if (finding == StreamFinding::compare) return compare(hall, box, *state);
    return Turn{Turn::Came::forward, {}};
}

Result<Turn> StreamCheck::compare(Hall& hall, const BoxLink& box, const sync::StreamState& state) {
    const int step = range_step_for(state.acked_through);
    District district(transport_, hall, box);
    const auto theirs = district.ask<std::vector<sync::Range>>(
        {Method::get, fmt::format("/v1/ranges?{}&step={}", device_query(box), step), {}, {}, {}}, sync::read_ranges);
    if (!theirs) return troubled(theirs.error());
    const std::int64_t through = std::min(state.acked_through, box.journal_seq);
    LINLI_TRY_ASSIGN(const auto ours, own_ranges(hall, step, through));
    if (transport_.stopped()) return troubled({});
    const auto found = differing(ours, *theirs);
    LINLI_TRY_ASSIGN(const int to_send, settle_stream(hall, state, found));
    on_step_(SyncStep::stream_settled);
    Turn turn{Turn::Came::forward, {}};
    if (state.acked_through > box.journal_seq) {
        turn.trouble.what = SyncTrouble::box_behind;
        turn.trouble.detail =
            fmt::format("the district has entries up to {}, the box up to {}", state.acked_through, box.journal_seq);
    } else if (static_cast<int>(found.size()) > to_send) {
        turn.trouble.what = SyncTrouble::records_differ;
        turn.trouble.detail = fmt::format("{} stretches from entry {} on lie otherwise at the district", found.size(),
                                          found.front().first);
    }
    return turn;
}

Result<std::vector<sync::Range>> StreamCheck::own_ranges(Hall& hall, int step, std::int64_t through) const {
    std::vector<sync::Range> ranges;
    for (std::int64_t first = 1; first <= through && !transport_.stopped(); first += step) {
        LINLI_TRY_ASSIGN(sync::Range range, journal_range(hall, first, std::min(first + step - 1, through)));
        ranges.push_back(std::move(range));
        transport_.rest(std::chrono::milliseconds(0));  // who waits for a sign of life gets one
    }
    return ranges;
}

}  // namespace linli::agent
