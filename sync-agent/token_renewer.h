// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync-agent/turn.h"

namespace linli::agent {

/// Has the token replaced every 30 days, and when the district asks for it.
class TokenRenewer {
public:
    TokenRenewer(Transport& transport, OnStep on_step) : transport_(transport), on_step_(std::move(on_step)) {}
    static bool due(const BoxLink& box);
    /// The new one is used from the next request on.
    Result<Turn> renew(Hall& hall, const BoxLink& box);

private:
    Transport& transport_;
    OnStep on_step_;
};

}  // namespace linli::agent
