// SPDX-License-Identifier: Apache-2.0
#include "web/server/sessions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace linli::web {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t id_bytes = 8;

}  // namespace

bool Sessions::over(const Entry& entry) const { return clock_.boot_ms() - entry.opened_boot_ms >= limits_.age_ms_max; }

bool Sessions::is_locked(const Entry& entry) const {
    return entry.session.locked || clock_.boot_ms() - entry.touched_boot_ms >= limits_.idle_ms_max;
}

Session Sessions::seen(const Entry& entry) const {
    Session session = entry.session;
    session.locked = is_locked(entry);
    const std::int64_t idle = clock_.boot_ms() - entry.touched_boot_ms;
    session.idle_left_ms = session.locked ? 0 : limits_.idle_ms_max - idle;
    return session;
}

const Sessions::Entry* Sessions::entry_of(std::string_view token) const {
    const Digest hash = blake2b(token);
    for (const Entry& entry : entries_)
        if (equal_secretly(as_text(entry.token_hash), as_text(hash))) return over(entry) ? nullptr : &entry;
    return nullptr;
}

Sessions::Entry* Sessions::entry_of(std::string_view token) {
    return const_cast<Entry*>(std::as_const(*this).entry_of(token));
}

void Sessions::drop_if(const std::function<bool(const Entry&)>& unwanted) {
    std::erase_if(entries_, [&](const Entry& entry) {
        if (!unwanted(entry)) return false;
        ended_untold_.push_back(entry.session.id);
        return true;
    });
}

bool Sessions::make_room(const std::function<bool(const Entry&)>& counts, std::size_t most) {
    if (static_cast<std::size_t>(std::ranges::count_if(entries_, counts)) < most) return true;
    // Browsers that were closed without signing out leave locked ones behind: the one idle for longest gives way.
    const Entry* oldest = nullptr;
    for (const Entry& entry : entries_)
        if (counts(entry) && is_locked(entry) && (!oldest || entry.touched_boot_ms < oldest->touched_boot_ms))
            oldest = &entry;
    if (!oldest) return false;
    const std::string id = oldest->session.id;
    drop_if([&](const Entry& entry) { return entry.session.id == id; });
    return true;
}

std::optional<Sessions::Opened> Sessions::open(SessionData data) {
    const std::lock_guard lock(mutex_);
    drop_if([this](const Entry& entry) { return over(entry); });
    const auto same_account = [&](const Entry& entry) { return entry.session.data.account == data.account; };
    if (!make_room(same_account, limits_.per_account_max)) return std::nullopt;
    if (!make_room([](const Entry&) { return true; }, limits_.sessions_max)) return std::nullopt;
    std::string token = hex(random_bytes(token_bytes));
    Entry entry;
    entry.token_hash = blake2b(token);
    entry.session.id = hex(random_bytes(id_bytes));
    entry.session.csrf = hex(random_bytes(token_bytes));
    entry.session.data = std::move(data);
    entry.opened_boot_ms = entry.touched_boot_ms = clock_.boot_ms();
    entries_.push_back(std::move(entry));
    return Opened{std::move(token), seen(entries_.back())};
}

std::optional<Session> Sessions::find(std::string_view token) const {
    const std::lock_guard lock(mutex_);
    const Entry* entry = entry_of(token);
    return entry ? std::optional(seen(*entry)) : std::nullopt;
}

std::optional<Session> Sessions::find_id(std::string_view id) const {
    const std::lock_guard lock(mutex_);
    for (const Entry& entry : entries_)
        if (entry.session.id == id && !over(entry)) return seen(entry);
    return std::nullopt;
}

std::optional<Session> Sessions::touch(std::string_view token) {
    const std::lock_guard lock(mutex_);
    Entry* entry = entry_of(token);
    if (!entry) return std::nullopt;
    if (!is_locked(*entry)) entry->touched_boot_ms = clock_.boot_ms();
    return seen(*entry);
}

bool Sessions::lock(std::string_view token) {
    const std::lock_guard lock(mutex_);
    Entry* entry = entry_of(token);
    if (entry) entry->session.locked = true;
    return entry != nullptr;
}

std::optional<Sessions::Opened> Sessions::unlock(std::string_view token) {
    const std::lock_guard lock(mutex_);
    Entry* entry = entry_of(token);
    if (!entry) return std::nullopt;
    std::string renewed = hex(random_bytes(token_bytes));
    entry->token_hash = blake2b(renewed);
    entry->session.locked = false;
    entry->lock_told = false;
    entry->touched_boot_ms = clock_.boot_ms();
    return Opened{std::move(renewed), seen(*entry)};
}

bool Sessions::change(std::string_view token, SessionData data) {
    const std::lock_guard lock(mutex_);
    Entry* entry = entry_of(token);
    if (entry) entry->session.data = std::move(data);
    return entry != nullptr;
}

bool Sessions::end(std::string_view token) {
    const std::lock_guard lock(mutex_);
    const Entry* entry = entry_of(token);
    if (!entry) return false;
    std::erase_if(entries_, [id = entry->session.id](const Entry& other) { return other.session.id == id; });
    return true;
}

std::vector<std::string> Sessions::end_account(std::string_view account, std::string_view but_token) {
    const std::lock_guard lock(mutex_);
    const Entry* kept = but_token.empty() ? nullptr : entry_of(but_token);
    const std::string kept_id = kept ? kept->session.id : std::string{};
    std::vector<std::string> ids;
    std::erase_if(entries_, [&](const Entry& entry) {
        if (entry.session.data.account != account || entry.session.id == kept_id) return false;
        ids.push_back(entry.session.id);
        return true;
    });
    return ids;
}

void Sessions::change_account(std::string_view account, std::string_view name, std::string_view role) {
    const std::lock_guard lock(mutex_);
    for (Entry& entry : entries_) {
        if (entry.session.data.account != account) continue;
        entry.session.data.name = name;
        entry.session.data.role = role;
    }
}

Sessions::Passed Sessions::sweep() {
    const std::lock_guard lock(mutex_);
    drop_if([this](const Entry& entry) { return over(entry); });
    Passed passed;
    passed.ended = std::exchange(ended_untold_, {});
    for (Entry& entry : entries_) {
        if (entry.lock_told || !is_locked(entry)) continue;
        entry.lock_told = true;
        passed.locked.push_back(entry.session.id);
    }
    return passed;
}

std::vector<Session> Sessions::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<Session> sessions;
    for (const Entry& entry : entries_)
        if (!over(entry)) sessions.push_back(seen(entry));
    return sessions;
}

std::size_t Sessions::size() const { return all().size(); }

bool csrf_matches(const Session& session, std::string_view token) { return equal_secretly(session.csrf, token); }

std::string session_cookie(std::string_view token, CookieSafety safety) {
    return fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/{}", session_cookie_name, token,
                       safety == CookieSafety::secure ? "; Secure" : "");
}

std::string forgotten_session_cookie(CookieSafety safety) { return session_cookie("", safety) + "; Max-Age=0"; }

}  // namespace linli::web
