// SPDX-License-Identifier: Apache-2.0
#include "hall/store/notice_store.h"

namespace linli {

Result<NoticeStore> NoticeStore::open(Database& database) {
    NoticeStore store;
    LINLI_TRY_ASSIGN(store.pauses_,
                     database.prepare("SELECT reason, set_by, since_wall_ms, matter FROM pause ORDER BY matter"));
    LINLI_TRY_ASSIGN(store.pause_,
                     database.prepare("SELECT reason, set_by, since_wall_ms FROM pause WHERE matter = ?"));
    LINLI_TRY_ASSIGN(store.save_pause_, database.prepare("INSERT OR REPLACE INTO pause (matter, reason, set_by, "
                                                         "since_wall_ms) VALUES (?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.end_pause_, database.prepare("DELETE FROM pause WHERE matter = ?"));
    LINLI_TRY_ASSIGN(store.message_,
                     database.prepare("SELECT zh, en, set_by, since_wall_ms, until_wall_ms FROM hall_message"));
    LINLI_TRY_ASSIGN(store.save_message_, database.prepare("INSERT OR REPLACE INTO hall_message VALUES (1, ?, ?, ?, "
                                                           "?, ?)"));
    LINLI_TRY_ASSIGN(store.remove_message_, database.prepare("DELETE FROM hall_message"));
    return store;
}

Result<HallNotices> NoticeStore::all() {
    HallNotices notices;
    LINLI_TRY_ASSIGN(notices.message, message());
    Query query(pauses_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return notices;
        Pause pause{query.text(0), query.text(1), query.integer(2)};
        std::string matter = query.text(3);
        if (matter.empty())
            notices.issuing = std::move(pause);
        else
            notices.matters.push_back({std::move(matter), std::move(pause)});
    }
}

Result<std::optional<Pause>> NoticeStore::pause(std::string_view matter) {
    Query query(pause_);
    query.bind(matter);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::optional<Pause>();
    return Pause{query.text(0), query.text(1), query.integer(2)};
}

Status NoticeStore::save_pause(std::string_view matter, const Pause& pause) {
    return Query(save_pause_).bind(matter).bind(pause.reason).bind(pause.by).bind(pause.since_ms).run();
}

Status NoticeStore::end_pause(std::string_view matter) { return Query(end_pause_).bind(matter).run(); }

Result<std::optional<HallMessage>> NoticeStore::message() {
    Query query(message_);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::optional<HallMessage>();
    return HallMessage{{query.text(0), query.text(1)}, query.text(2), query.integer(3), query.integer_or_nothing(4)};
}

Status NoticeStore::save_message(const HallMessage& message) {
    return Query(save_message_)
        .bind(message.words.zh)
        .bind(message.words.en)
        .bind(message.by)
        .bind(message.since_ms)
        .bind(message.until_ms)
        .run();
}

Status NoticeStore::remove_message() { return Query(remove_message_).run(); }

}  // namespace linli
