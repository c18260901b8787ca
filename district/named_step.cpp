// SPDX-License-Identifier: Apache-2.0
#include "district/named_step.h"

#include <array>

namespace linli::district {
namespace {

constexpr std::array step_names = {"push_received", "push_checked",      "push_inserted",       "push_committed",
                                   "push_answered", "enrolment_written", "enrolment_committed", "enrolment_answered",
                                   "token_written", "token_committed",   "token_answered",      "feed_read",
                                   "feed_answered"};
static_assert(step_names.size() == static_cast<std::size_t>(ServerStep::feed_answered) + 1);

}  // namespace

const char* name_of(ServerStep step) { return step_names.at(static_cast<std::size_t>(step)); }

}  // namespace linli::district
