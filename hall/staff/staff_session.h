// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hall/base/clock.h"
#include "hall/staff/staff_member.h"

namespace linli {

inline constexpr std::int64_t session_idle_ms_max = 10LL * 60 * 1000;  ///< then it is to be locked
inline constexpr std::int64_t session_ms_max = 14LL * 60 * 60 * 1000;  ///< then it ends: longer than any shift
inline constexpr std::size_t sessions_of_account_max = 8;              ///< the oldest ends for a ninth

enum class SessionState { open, locked };

/// One browser that somebody signed in from. Moments are on the hall's steady clock unless they say wall.
struct StaffSession {
    std::string key;  ///< session_key() of its token, 32 bytes
    std::string account;
    SessionState state = SessionState::open;
    WallMs made_ms = 0;
    std::int64_t made_steady_ms = 0;
    std::int64_t seen_steady_ms = 0;  ///< when somebody last did something there, as far as it was written down
    std::string boot_id;              ///< the machine's boot in which it was last open
};

/// A session's secret, which its browser alone keeps (the cookie): 64 hexadecimal digits of 32 random bytes.
std::string new_session_token();
/// What the database keeps of it and the console finds it by: BLAKE2b-256, so that a stolen database signs nobody in.
std::string session_key(std::string_view token);
/// The token that proves that a request comes from the session's own pages: computed out of the session's token, so
/// that a restarted console need not have kept it.
std::string csrf_token(std::string_view token);

}  // namespace linli
