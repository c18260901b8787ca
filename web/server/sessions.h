// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/bytes.h"
#include "hall/base/clock.h"

namespace linli::web {

/// Who is signed in. The program gives the words their meaning.
struct SessionData {
    std::string account;
    std::string name;
    std::string role;
    bool must_change_password = false;
    std::map<std::string, std::string> extra;  ///< whatever else the program keeps with it
};

struct SessionLimits {
    std::int64_t idle_ms_max = 10LL * 60 * 1000;      ///< then it is locked
    std::int64_t age_ms_max = 12LL * 60 * 60 * 1000;  ///< then it ends, locked or not
    std::size_t sessions_max = 500;
    std::size_t per_account_max = 10;
};

/// A session as it was when asked for.
struct Session {
    std::string id;    ///< names it in logs and event streams; is no secret and opens nothing
    std::string csrf;  ///< the page repeats it in a header with whatever changes something
    SessionData data;
    bool locked = false;
    std::int64_t idle_left_ms = 0;  ///< until it locks itself
};

/// The signed-in browsers, in memory. Only a hash of each token is kept, so who reads the memory's copy on disk can
/// sign in nowhere. Idle time and age are measured by the time since boot: a wall clock that is set locks nobody out
/// and keeps nobody in. Safe from any thread.
class Sessions {
public:
    explicit Sessions(const Clock& clock, SessionLimits limits = {}) : clock_(clock), limits_(limits) {}

    struct Opened {
        std::string token;  ///< 256 random bits as hex; for the cookie, kept nowhere else
        Session session;
    };
    /// Nothing where there are too many sessions, of all or of this account. Of locked ones the one idle for longest
    /// gives way first.
    std::optional<Opened> open(SessionData data);
    /// Does not count as somebody's being there. Nothing for an unknown or ended one.
    std::optional<Session> find(std::string_view token) const;
    std::optional<Session> find_id(std::string_view id) const;
    /// Somebody is there: the idle time begins anew. Not for a locked one.
    std::optional<Session> touch(std::string_view token);
    /// Lock at once, as a person who leaves the desk asks for. False where there is none.
    bool lock(std::string_view token);
    /// Back after a lock, the password checked. A new token, since the old one lay about unattended.
    std::optional<Opened> unlock(std::string_view token);
    /// Changes what is kept with it.
    bool change(std::string_view token, SessionData data);
    /// False where there was none.
    bool end(std::string_view token);
    /// Every session of an account, but perhaps one; gives their ids.
    std::vector<std::string> end_account(std::string_view account, std::string_view but_token = {});
    /// The same with what is kept with each, such as a changed role or name.
    void change_account(std::string_view account, std::string_view name, std::string_view role);

    /// Ids that have been locked, or ended by age or by giving way, since the last call: to tell their streams.
    struct Passed {
        std::vector<std::string> locked;
        std::vector<std::string> ended;
    };
    Passed sweep();

    std::vector<Session> all() const;
    std::size_t size() const;

    /// All entries as one JSON text without tokens, for a restart of the program within one boot; and back. Entries of
    /// another boot, too old, or not readable are dropped. Gives how many came back.
    std::string export_entries() const;
    std::size_t import_entries(std::string_view text);

    const SessionLimits& limits() const { return limits_; }

private:
    struct Entry {
        Digest token_hash{};
        Session session;
        std::int64_t opened_boot_ms = 0;
        std::int64_t touched_boot_ms = 0;
        bool lock_told = false;
    };
    bool over(const Entry& entry) const;
    bool is_locked(const Entry& entry) const;
    Session seen(const Entry& entry) const;
    Entry* entry_of(std::string_view token);
    const Entry* entry_of(std::string_view token) const;
    void drop_if(const std::function<bool(const Entry&)>& unwanted);
    bool make_room(const std::function<bool(const Entry&)>& counts, std::size_t most);

    const Clock& clock_;
    const SessionLimits limits_;
    mutable std::mutex mutex_;
    std::vector<Entry> entries_;
    std::vector<std::string> ended_untold_;
};

/// Is this the session's CSRF token? Compared in a time that does not tell where they differ.
bool csrf_matches(const Session& session, std::string_view token);

enum class CookieSafety { clear, secure };
/// The value of a Set-Cookie header: linli_session; HttpOnly; SameSite=Strict; Path=/; Secure over TLS.
std::string session_cookie(std::string_view token, CookieSafety safety);
/// The one that makes a browser forget it.
std::string forgotten_session_cookie(CookieSafety safety);
inline constexpr std::string_view session_cookie_name = "linli_session";

}  // namespace linli::web
