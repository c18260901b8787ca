// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/sign_in_limit.h"

namespace linli {

SignInFailures SignInFailures::after_failure(std::int64_t steady_ms) const {
    SignInFailures next = *this;
    if (steady_ms - failed_steady_ms >= account_lock_ms) next.failures = 0;
    ++next.failures;
    next.failed_steady_ms = steady_ms;
    if (next.failures >= sign_in_failures_max) next.locked_until_steady_ms = steady_ms + account_lock_ms;
    return next;
}

}  // namespace linli
