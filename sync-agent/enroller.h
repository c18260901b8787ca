// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync-agent/turn.h"

namespace linli::agent {

/// Asks the district whether its administrator has taken this box in, and keeps what it says. A no ends it.
class Enroller {
public:
    Enroller(Transport& transport, OnStep on_step) : transport_(transport), on_step_(std::move(on_step)) {}
    /// nothing: no enrolment is running (any more).
    Result<Turn> ask(Hall& hall, const BoxLink& box);

private:
    Transport& transport_;
    OnStep on_step_;
};

}  // namespace linli::agent
