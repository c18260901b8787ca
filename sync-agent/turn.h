// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "sync-agent/district.h"

namespace linli::agent {

/// What came of one thing that the agent did with its district.
struct Turn {
    enum class Came {
        nothing,       ///< there was nothing to do
        forward,       ///< done; the district was heard
        look_closely,  ///< the district has fallen back or was restored: its stream is to be looked at
        trouble,       ///< see `trouble`; what was to be done is still to be done
    };
    Came came = Came::nothing;
    Trouble trouble{};
};
inline Turn troubled(Trouble trouble) { return {Turn::Came::trouble, std::move(trouble)}; }

/// Places at which a test kills the agent: between each two of them something has become durable, here or there.
enum class SyncStep {
    batch_read,
    push_answered,
    push_noted,
    gap_noted,
    stream_answered,
    stream_settled,
    feed_read,
    feed_applied,
    restart_taken,
    restart_done,
    token_answered,
    token_kept,
    enrolment_answered,
    enrolment_kept,
    attachment_announced,
    part_answered,
    attachment_noted,
};
const char* name_of(SyncStep step);
using OnStep = std::function<void(SyncStep)>;

}  // namespace linli::agent
