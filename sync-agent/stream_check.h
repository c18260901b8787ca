// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync-agent/turn.h"

namespace linli::agent {

/// Asks the district how far it has this journal, and where it was restored or its chain differs, which stretches it
/// has otherwise; those are sent again. Done when the agent begins and whenever a push gave reason to.
class StreamCheck {
public:
    StreamCheck(Transport& transport, OnStep on_step) : transport_(transport), on_step_(std::move(on_step)) {}
    Result<Turn> check(Hall& hall, const BoxLink& box);

private:
    Result<Turn> compare(Hall& hall, const BoxLink& box, const sync::StreamState& state);
    Result<std::vector<sync::Range>> own_ranges(Hall& hall, int step, std::int64_t through) const;

    Transport& transport_;
    OnStep on_step_;
};

}  // namespace linli::agent
