// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync-agent/turn.h"

namespace linli::agent {

/// Tells the district how the box is. Not journaled: it is health, and the next report is worth as much as a lost one.
class HealthReporter {
public:
    explicit HealthReporter(Transport& transport) : transport_(transport) {}
    Result<Turn> report(Hall& hall, const BoxLink& box);

private:
    Transport& transport_;
};

/// What a report says of this box now.
Result<sync::Health> health_of(Hall& hall, const BoxLink& box);

}  // namespace linli::agent
