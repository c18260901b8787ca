// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/clock.h"

namespace linli::web {

/// A signed-in browser as it was when asked for.
struct Session {
    std::string key;  ///< hash of its cookie's token: names it, opens nothing
    std::string account;
    std::string name;
    std::string role;
    bool locked = false;
    bool must_change_password = false;
    std::int64_t idle_ms = 0;  ///< since somebody was last there
};

/// The signed-in browsers in memory, so that each request's right is checked without a look at a disk. What lasts lies
/// with the program that owns them (linli-console: the hall's database); it puts them in here and reconciles. Idle time
/// is measured since boot: a wall clock that is set locks nobody out and keeps nobody in. Safe from any thread.
class Sessions {
public:
    /// `idle_ms_max`: then a session is locked.
    Sessions(const Clock& clock, std::int64_t idle_ms_max) : clock_(clock), idle_ms_max_(idle_ms_max) {}

    /// A new one, or the same one anew (unlocked, password changed).
    void put(Session session);
    std::optional<Session> find(std::string_view key) const;
    /// Somebody is there: the idle time begins anew. Not for a locked one.
    void touch(std::string_view key);
    void lock(std::string_view key);
    void end(std::string_view key);

    /// Keys of those that idleness has locked since the last call.
    std::vector<std::string> lock_idle();
    /// Takes over what the owner's records say: name, role, locks, and which there are. One put in after `as_of` stays
    /// whatever the records said; gives the keys of those that ended and those that were locked by it.
    struct Reconciled {
        std::vector<std::string> ended;
        std::vector<std::string> locked;
    };
    Reconciled reconcile(const std::vector<Session>& recorded, std::uint64_t as_of);
    /// To be asked before the records are read.
    std::uint64_t generation() const;
    std::vector<Session> all() const;

private:
    struct Entry {
        Session session;
        std::int64_t seen_boot_ms = 0;
        std::uint64_t generation = 0;
    };
    const Clock& clock_;
    const std::int64_t idle_ms_max_;
    mutable std::mutex mutex_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::map<std::string, std::uint64_t, std::less<>> ended_;  ///< since the newest records were asked for
    std::uint64_t generation_ = 0;
};

enum class CookieSafety { clear, secure };
inline constexpr std::string_view session_cookie_name = "linli_session";
/// A Set-Cookie header's value: HttpOnly, SameSite=Strict, Path=/, and Secure over TLS.
std::string session_cookie(std::string_view token, CookieSafety safety);
/// The one that makes a browser forget it.
std::string forgotten_session_cookie(CookieSafety safety);

}  // namespace linli::web
