// SPDX-License-Identifier: Apache-2.0
#include "hall/store/sync_store.h"

#include <algorithm>
#include <array>

namespace linli {
namespace {

constexpr std::array state_names = {"none", "waiting", "approved", "revoked"};

LinkState state_from(const std::string& name) {
    const auto* const found = std::find(state_names.begin(), state_names.end(), name);
    return found == state_names.end() ? LinkState::none : static_cast<LinkState>(found - state_names.begin());
}

SyncLink link_of(const Query& query) {
    SyncLink link;
    int column = 0;
    link.state = state_from(query.text(column++));
    for (std::string* text : {&link.address, &link.pin, &link.code, &link.public_key, &link.secret_key, &link.hall_id,
                              &link.hall_name, &link.token, &link.next_token, &link.token_before})
        *text = query.text(column++);
    link.token_made_steady_ms = query.integer_or_nothing(column++);
    link.page_key = query.text(column++);
    link.pages_address = query.text(column++);
    link.acked_through = query.integer(column++);
    link.durable_through = query.integer(column++);
    link.server_incarnation = query.text(column++);
    link.cursor = query.text(column++);
    link.contact_wall_ms = query.integer_or_nothing(column++);
    link.contact_steady_ms = query.integer(column++);
    link.trouble = query.text(column++);
    link.trouble_detail = query.text(column++);
    link.trouble_wall_ms = query.integer(column++);
    return link;
}

SyncStretch stretch_of(const Query& query) {
    return {query.integer(0), query.integer(1), query.text(2), query.integer(3)};
}

Result<std::optional<SyncStretch>> stretch_in(Query& query) {
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(stretch_of(query)) : std::nullopt;
}

Result<std::optional<SyncItem>> item_in(Query& query) {
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::optional<SyncItem>();
    return std::optional(SyncItem{query.text(0), query.text(1), query.text(2), query.text(3), query.integer(4)});
}

}  // namespace

const char* name_of(LinkState state) { return state_names.at(static_cast<std::size_t>(state)); }

Result<SyncStore> SyncStore::open(Database& database) {
    SyncStore store;
    LINLI_TRY_ASSIGN(
        store.link_,
        database.prepare(
            "SELECT state, address, pin, code, public_key, secret_key, hall_id, hall_name, token, "
            "next_token, token_before, token_made_steady_ms, page_key, pages_address, acked_through, durable_through, "
            "server_incarnation, cursor, contact_wall_ms, contact_steady_ms, trouble, trouble_detail, "
            "trouble_wall_ms FROM sync_link"));
    LINLI_TRY_ASSIGN(
        store.save_link_,
        database.prepare("INSERT OR REPLACE INTO sync_link VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                         "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.item_,
                     database.prepare("SELECT id, kind, state, detail, applied_wall_ms FROM sync_item WHERE id = ?"));
    LINLI_TRY_ASSIGN(store.save_item_, database.prepare("INSERT OR REPLACE INTO sync_item VALUES (?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.first_item_,
                     database.prepare("SELECT id, kind, state, detail, applied_wall_ms FROM sync_item "
                                      "WHERE state = ? AND (state = 'asked' OR state = 'taken') ORDER BY id LIMIT 1"));
    LINLI_TRY_ASSIGN(store.open_stretch_,
                     database.prepare("SELECT first, last, theirs, sent_through FROM sync_stretch "
                                      "WHERE sent_through < last AND first <= ? ORDER BY first LIMIT 1"));
    LINLI_TRY_ASSIGN(store.stretch_, database.prepare("SELECT first, last, theirs, sent_through FROM sync_stretch "
                                                      "WHERE first = ?"));
    LINLI_TRY_ASSIGN(store.save_stretch_, database.prepare("INSERT OR REPLACE INTO sync_stretch VALUES (?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.drop_behind_, database.prepare("DELETE FROM sync_stretch WHERE last > ?"));
    LINLI_TRY_ASSIGN(store.forget_link_, database.prepare("DELETE FROM sync_link"));
    LINLI_TRY_ASSIGN(store.forget_stretches_, database.prepare("DELETE FROM sync_stretch"));
    return store;
}

Result<SyncLink> SyncStore::link() {
    Query query(link_);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? link_of(query) : SyncLink{};
}

Status SyncStore::save_link(const SyncLink& link) {
    return Query(save_link_)
        .bind(name_of(link.state))
        .bind(link.address)
        .bind(link.pin)
        .bind(link.code)
        .bind_blob(link.public_key)
        .bind_blob(link.secret_key)
        .bind(link.hall_id)
        .bind(link.hall_name)
        .bind(link.token)
        .bind(link.next_token)
        .bind(link.token_before)
        .bind(link.token_made_steady_ms)
        .bind(link.page_key)
        .bind(link.pages_address)
        .bind(link.acked_through)
        .bind(link.durable_through)
        .bind(link.server_incarnation)
        .bind(link.cursor)
        .bind(link.contact_wall_ms)
        .bind(link.contact_steady_ms)
        .bind(link.trouble)
        .bind(link.trouble_detail)
        .bind(link.trouble_wall_ms)
        .run();
}

Result<std::optional<SyncItem>> SyncStore::item(std::string_view id) {
    Query query(item_);
    query.bind(id);
    return item_in(query);
}

Status SyncStore::save_item(const SyncItem& item) {
    return Query(save_item_)
        .bind(item.id)
        .bind(item.kind)
        .bind(item.state)
        .bind(item.detail)
        .bind(item.applied_wall_ms)
        .run();
}

Result<std::optional<SyncItem>> SyncStore::first_item_in(std::string_view state) {
    Query query(first_item_);
    query.bind(state);
    return item_in(query);
}

Result<std::optional<SyncStretch>> SyncStore::open_stretch(std::int64_t last) {
    Query query(open_stretch_);
    query.bind(last);
    return stretch_in(query);
}

Result<std::optional<SyncStretch>> SyncStore::stretch(std::int64_t first) {
    Query query(stretch_);
    query.bind(first);
    return stretch_in(query);
}

Status SyncStore::save_stretch(const SyncStretch& stretch) {
    return Query(save_stretch_)
        .bind(stretch.first)
        .bind(stretch.last)
        .bind(stretch.theirs)
        .bind(stretch.sent_through)
        .run();
}

Status SyncStore::drop_stretches_behind(std::int64_t last) { return Query(drop_behind_).bind(last).run(); }

Status SyncStore::forget_link() {
    LINLI_TRY(Query(forget_link_).run());
    return Query(forget_stretches_).run();
}

}  // namespace linli
