// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "hall/acts/read_outbox.h"
#include "sync-agent/turn.h"

namespace linli::agent {

/// Brings the journal up, one batch at a time. Entries count as received only by an answer that names the digest of the
/// very bytes that were sent.
class Pusher {
public:
    Pusher(Transport& transport, OnStep on_step) : transport_(&transport), on_step_(std::move(on_step)) {}

    /// Sends the next batch. A batch that somebody on the way finds too large, or that was cut off twice, is halved,
    /// down to one entry.
    Result<Turn> push(Hall& hall, const BoxLink& box);
    std::size_t entries_max() const { return entries_max_; }

private:
    Result<Turn> hear(Hall& hall, const sync::PushHead& head, std::size_t entries,
                      const Heard<sync::PushAnswer>& heard);
    Result<Turn> not_heard(Hall& hall, const sync::PushHead& head, std::size_t entries, const Trouble& trouble);
    void grow();

    Transport* transport_;
    OnStep on_step_;
    std::size_t entries_max_ = sync::batch_entries_max;
    int good_ones_ = 0;
    bool cut_off_before_ = false;
};

}  // namespace linli::agent
