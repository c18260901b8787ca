// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace linli {

inline constexpr int sign_in_failures_max = 5;                     ///< the fifth locks
inline constexpr std::int64_t account_lock_ms = 30LL * 60 * 1000;  ///< on the hall's steady clock

/// The wrong passwords that an account has met lately. Pure; moments are on the hall's steady clock, so that a wall
/// clock that is moved neither locks nor unlocks. Failures are forgotten when none has come for as long as a lock
/// lasts: a guesser wins nothing by waiting, and nobody pays on Friday for a slip on Monday.
struct SignInFailures {
    int failures = 0;
    std::int64_t failed_steady_ms = 0;        ///< the last one
    std::int64_t locked_until_steady_ms = 0;  ///< locked while the steady clock is before it

    bool locked(std::int64_t steady_ms) const { return steady_ms < locked_until_steady_ms; }
    int tries_left() const { return sign_in_failures_max - failures; }
    /// One more, of an account that is not locked; the fifth locks.
    SignInFailures after_failure(std::int64_t steady_ms) const;
};

}  // namespace linli
