// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_stream.h"

#include <algorithm>

#include "hall/acts/link_steps.h"
#include "hall/base/bytes.h"
#include "hall/journal/entry.h"

namespace linli {
namespace {

/// In hexadecimal; empty where the box has no entry of that number.
Result<std::string> chain_at(JournalStore& journal, std::int64_t seq) {
    if (seq == 0) return hex(as_text(chain_start()));
    std::string chain;
    LINLI_TRY(journal.each(seq, [&](const JournalRow& row) {
        if (row.seq == seq) chain = hex(row.chain);
        return false;
    }));
    return chain;
}

Status fall_back(SyncStore& sync, SyncLink& link, const sync::StreamState& state) {
    link.acked_through = std::min(link.acked_through, state.acked_through);
    link.durable_through = std::min(link.acked_through, state.durable_through);
    return sync.drop_stretches_behind(link.acked_through);
}

}  // namespace

Result<StreamFinding> note_stream(Hall& hall, const sync::StreamState& state) {
    HallStores& stores = hall.stores();
    return change_link(hall, [&](SyncLink& link) -> Result<StreamFinding> {
        LINLI_TRY_ASSIGN(const std::string ours, chain_at(stores.journal, state.acked_through));
        if (state.acked_through < link.acked_through) LINLI_TRY(fall_back(stores.sync, link, state));
        const bool known = link.server_incarnation.empty() || link.server_incarnation == state.server_incarnation;
        if (state.acked_through > 0 && (!known || ours != state.chain)) return StreamFinding::compare;
        link.server_incarnation = state.server_incarnation;
        return StreamFinding::same;
    });
}

std::vector<DifferingStretch> differing(const std::vector<sync::Range>& ours, const std::vector<sync::Range>& theirs) {
    std::vector<DifferingStretch> found;
    for (const sync::Range& own : ours) {
        const auto there = std::find_if(theirs.begin(), theirs.end(),
                                        [&](const sync::Range& range) { return range.first == own.first; });
        const bool same = there != theirs.end() && there->count == own.count && there->hash == own.hash;
        if (!same) found.push_back({own.first, own.last, there == theirs.end() ? "" : there->hash});
    }
    return found;
}

Result<int> settle_stream(Hall& hall, const sync::StreamState& state, const std::vector<DifferingStretch>& stretches) {
    SyncStore& sync = hall.stores().sync;
    return change_link(hall, [&](SyncLink& link) -> Result<int> {
        int to_send = 0;
        for (const DifferingStretch& one : stretches) {
            const std::int64_t last = std::min(one.last, link.acked_through);
            if (one.first > last) continue;  // it is sent anyway
            LINLI_TRY_ASSIGN(const auto before, sync.stretch(one.first));
            // Sent before and there as it was: the district keeps both and has raised its alarm. More of the same mends
            // nothing.
            if (before && before->theirs == one.theirs && before->last >= last) continue;
            LINLI_TRY(sync.save_stretch({one.first, last, one.theirs, one.first - 1}));
            ++to_send;
        }
        link.server_incarnation = state.server_incarnation;
        return to_send;
    });
}

}  // namespace linli
