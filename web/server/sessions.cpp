// SPDX-License-Identifier: Apache-2.0
#include "web/server/sessions.h"

#include <algorithm>
#include <set>

namespace linli::web {

void Sessions::put(Session session) {
    const std::lock_guard lock(mutex_);
    const std::int64_t seen = clock_.boot_ms() - session.idle_ms;
    std::string key = session.key;
    entries_.insert_or_assign(std::move(key), Entry{std::move(session), seen, ++generation_});
}

std::optional<Session> Sessions::find(std::string_view key) const {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end()) return std::nullopt;
    Session session = found->second.session;
    session.idle_ms = clock_.boot_ms() - found->second.seen_boot_ms;
    // The look that locks it comes every second; nobody gets in meanwhile.
    session.locked = session.locked || session.idle_ms >= idle_ms_max_;
    return session;
}

void Sessions::touch(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.session.locked) return;
    if (clock_.boot_ms() - found->second.seen_boot_ms < idle_ms_max_) found->second.seen_boot_ms = clock_.boot_ms();
}

void Sessions::lock(std::string_view key) {
    const std::lock_guard lock(mutex_);
    if (const auto found = entries_.find(key); found != entries_.end()) found->second.session.locked = true;
}

void Sessions::end(std::string_view key) {
    const std::lock_guard lock(mutex_);
    if (const auto found = entries_.find(key); found != entries_.end()) entries_.erase(found);
    ended_.insert_or_assign(std::string(key), ++generation_);
}

std::vector<std::string> Sessions::lock_idle() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> keys;
    for (auto& [key, entry] : entries_) {
        if (entry.session.locked || clock_.boot_ms() - entry.seen_boot_ms < idle_ms_max_) continue;
        entry.session.locked = true;
        keys.push_back(key);
    }
    return keys;
}

Sessions::Reconciled Sessions::reconcile(const std::vector<Session>& recorded, std::uint64_t as_of) {
    const std::lock_guard lock(mutex_);
    Reconciled done;
    std::set<std::string_view> there;
    std::erase_if(ended_, [&](const auto& one) { return one.second <= as_of; });
    for (const Session& record : recorded) {
        if (ended_.contains(record.key)) continue;  // it ended while the records were read
        there.insert(record.key);
        const auto found = entries_.find(record.key);
        if (found == entries_.end()) {
            entries_.emplace(record.key, Entry{record, clock_.boot_ms() - record.idle_ms, ++generation_});
            continue;
        }
        Entry& entry = found->second;
        if (entry.generation > as_of) continue;
        if (record.locked && !entry.session.locked) done.locked.push_back(record.key);
        const bool locked = entry.session.locked || record.locked;
        entry.session = record;
        entry.session.locked = locked;
    }
    for (auto entry = entries_.begin(); entry != entries_.end();) {
        if (entry->second.generation > as_of || there.contains(entry->first)) {
            ++entry;
            continue;
        }
        done.ended.push_back(entry->first);
        entry = entries_.erase(entry);
    }
    return done;
}

std::uint64_t Sessions::generation() const {
    const std::lock_guard lock(mutex_);
    return generation_;
}

std::vector<Session> Sessions::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<Session> sessions;
    for (const auto& [key, entry] : entries_) {
        sessions.push_back(entry.session);
        sessions.back().idle_ms = clock_.boot_ms() - entry.seen_boot_ms;
    }
    return sessions;
}

namespace {
std::string cookie(std::string_view value, CookieSafety safety, std::string_view more) {
    std::string text(session_cookie_name);
    text.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict").append(more);
    if (safety == CookieSafety::secure) text += "; Secure";
    return text;
}
}  // namespace

std::string session_cookie(std::string_view token, CookieSafety safety) { return cookie(token, safety, ""); }
std::string forgotten_session_cookie(CookieSafety safety) { return cookie("", safety, "; Max-Age=0"); }

}  // namespace linli::web
