// SPDX-License-Identifier: Apache-2.0
#include "hall/store/attachment_store.h"

namespace linli {
namespace {

constexpr const char* select_attachment =
    "SELECT digest, media_type, size, name, entry_seq, kept_wall_ms, sent FROM attachment ";

Attachment attachment_of(const Query& query) {
    return {query.text(0),    query.text(1),    query.integer(2),     query.text(3),
            query.integer(4), query.integer(5), query.integer(6) == 1};
}

Result<std::optional<Attachment>> one_in(Query& query) {
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(attachment_of(query)) : std::nullopt;
}

}  // namespace

Result<AttachmentStore> AttachmentStore::open(Database& database) {
    AttachmentStore store;
    const auto select = [&](const char* rest) { return database.prepare(std::string(select_attachment) + rest); };
    LINLI_TRY_ASSIGN(store.insert_, database.prepare("INSERT INTO attachment VALUES (?, ?, ?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.insert_part_, database.prepare("INSERT INTO attachment_part VALUES (?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.find_, select("WHERE digest = ?"));
    LINLI_TRY_ASSIGN(store.all_, select("ORDER BY entry_seq"));
    LINLI_TRY_ASSIGN(store.part_, database.prepare("SELECT at, bytes FROM attachment_part WHERE digest = ? AND "
                                                   "at <= ? ORDER BY at DESC LIMIT 1"));
    LINLI_TRY_ASSIGN(store.first_unsent_,
                     select("WHERE sent = 0 AND entry_seq > ? AND entry_seq <= ? ORDER BY entry_seq LIMIT 1"));
    LINLI_TRY_ASSIGN(store.unsent_count_, database.prepare("SELECT count(*) FROM attachment WHERE sent = 0"));
    LINLI_TRY_ASSIGN(store.mark_sent_, database.prepare("UPDATE attachment SET sent = 1 WHERE digest = ?"));
    LINLI_TRY_ASSIGN(store.mark_all_unsent_, database.prepare("UPDATE attachment SET sent = 0 WHERE sent = 1"));
    return store;
}

Status AttachmentStore::insert(const Attachment& attachment) {
    return Query(insert_)
        .bind(attachment.digest)
        .bind(attachment.media_type)
        .bind(attachment.size)
        .bind(attachment.name)
        .bind(attachment.entry_seq)
        .bind(attachment.kept_ms)
        .bind(attachment.sent ? 1 : 0)
        .run();
}

Status AttachmentStore::insert_part(std::string_view digest, std::int64_t at, std::string_view bytes) {
    return Query(insert_part_).bind(digest).bind(at).bind_blob(bytes).run();
}

Result<std::optional<Attachment>> AttachmentStore::find(std::string_view digest) {
    Query query(find_);
    query.bind(digest);
    return one_in(query);
}

Result<std::vector<Attachment>> AttachmentStore::all() {
    Query query(all_);
    std::vector<Attachment> found;
    while (true) {
        LINLI_TRY_ASSIGN(const bool more, query.step());
        if (!more) return found;
        found.push_back(attachment_of(query));
    }
}

Result<std::string> AttachmentStore::bytes_from(std::string_view digest, std::int64_t at) {
    Query query(part_);
    query.bind(digest).bind(at);
    LINLI_TRY_ASSIGN(const bool found, query.step());
    if (!found) return std::string();
    std::string bytes = query.text(1);
    const auto skipped = static_cast<std::size_t>(at - query.integer(0));
    return skipped >= bytes.size() ? std::string() : bytes.substr(skipped);
}

Result<std::optional<Attachment>> AttachmentStore::first_unsent(std::int64_t after, std::int64_t through) {
    Query query(first_unsent_);
    query.bind(after).bind(through);
    return one_in(query);
}

Result<std::int64_t> AttachmentStore::unsent_count() {
    Query query(unsent_count_);
    LINLI_TRY(query.step());
    return query.integer(0);
}

Status AttachmentStore::mark_sent(std::string_view digest) { return Query(mark_sent_).bind(digest).run(); }

Status AttachmentStore::mark_all_unsent() { return Query(mark_all_unsent_).run(); }

}  // namespace linli
