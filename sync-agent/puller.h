// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync-agent/turn.h"

namespace linli::agent {

/// Brings down what the district asks for and applies it, a page with its cursor at a time.
class Puller {
public:
    Puller(Transport& transport, OnStep on_step) : transport_(transport), on_step_(std::move(on_step)) {}
    /// All pages that there are now.
    Result<Turn> pull(Hall& hall, const BoxLink& box);

private:
    Result<Turn> not_heard(Hall& hall, const Trouble& trouble) const;
    Transport& transport_;
    OnStep on_step_;
};

}  // namespace linli::agent
