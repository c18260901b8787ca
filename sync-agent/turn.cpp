// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/turn.h"

#include <array>

namespace linli::agent {
namespace {

constexpr std::array step_names = {
    "batch_read",     "push_answered",   "push_noted",         "gap_noted",      "stream_answered",
    "stream_settled", "feed_read",       "feed_applied",       "restart_taken",  "restart_done",
    "token_answered", "token_kept",      "enrolment_answered", "enrolment_kept", "attachment_announced",
    "part_answered",  "attachment_noted"};
static_assert(step_names.size() == static_cast<std::size_t>(SyncStep::attachment_noted) + 1);

}  // namespace

const char* name_of(SyncStep step) { return step_names.at(static_cast<std::size_t>(step)); }

}  // namespace linli::agent
