// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "hall/base/result.h"
#include "hall/queue/refusal.h"

namespace linli {

inline tl::unexpected<Refused> refuse(Refusal why) { return tl::unexpected<Refused>(Refused{why, {}, {}}); }
inline tl::unexpected<Refused> refuse(Refusal why, Ticket ticket) {
    return tl::unexpected<Refused>(Refused{why, std::move(ticket), {}});
}

/// What an act gives: the world failed (outer), it was refused (inner), or its value.
template <class T>
using Decision = tl::expected<T, Refused>;
template <class T>
using ActResult = Result<Decision<T>>;

}  // namespace linli
