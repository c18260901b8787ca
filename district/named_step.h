// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace linli::district {

/// Places at which a test kills the server: between each two of them something has become durable, or an answer has
/// gone out.
enum class ServerStep {
    push_received,
    push_checked,   ///< signature and digest fit
    push_inserted,  ///< within the transaction, all but its end
    push_committed,
    push_answered,
    enrolment_written,
    enrolment_committed,
    enrolment_answered,
    token_written,
    token_committed,
    token_answered,
    feed_read,
    feed_answered,
};
const char* name_of(ServerStep step);

using OnStep = std::function<void(ServerStep)>;
inline void no_step(ServerStep) {}

}  // namespace linli::district
