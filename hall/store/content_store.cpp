// SPDX-License-Identifier: Apache-2.0
#include "hall/store/content_store.h"

#include "hall/content/document_kinds.h"

namespace linli {

Result<ContentStore> ContentStore::open(Database& database) {
    ContentStore store;
    LINLI_TRY_ASSIGN(store.newest_, database.prepare("SELECT coalesce(max(version), 0) FROM content_version"));
    LINLI_TRY_ASSIGN(store.before_,
                     database.prepare("SELECT coalesce(max(version), 0) FROM content_version WHERE version < ?"));
    LINLI_TRY_ASSIGN(store.installed_at_, database.prepare("SELECT * FROM content_version WHERE version = ?"));
    LINLI_TRY_ASSIGN(store.load_, database.prepare("SELECT name, document FROM content_document WHERE version = ?"));
    LINLI_TRY_ASSIGN(store.add_version_, database.prepare("INSERT INTO content_version VALUES (?, ?)"));
    LINLI_TRY_ASSIGN(store.add_document_, database.prepare("INSERT INTO content_document VALUES (?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.load_pictures_,
                     database.prepare("SELECT name, bytes FROM content_picture WHERE version = ?"));
    LINLI_TRY_ASSIGN(store.add_picture_, database.prepare("INSERT INTO content_picture VALUES (?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.drop_old_, database.prepare("DELETE FROM content_version WHERE version < ? - 1"));
    return store;
}

Result<std::int64_t> ContentStore::newest_version() {
    Query query(newest_);
    LINLI_TRY(query.step());
    return query.integer(0);
}

Result<std::int64_t> ContentStore::version_before(std::int64_t version) {
    Query query(before_);
    LINLI_TRY(query.bind(version).step());
    return query.integer(0);
}

Result<std::optional<WallMs>> ContentStore::installed_at(std::int64_t version) {
    Query query(installed_at_);
    LINLI_TRY_ASSIGN(const bool found, query.bind(version).step());
    return found ? std::optional<WallMs>(query.integer(1)) : std::nullopt;
}

Result<ContentDocuments> ContentStore::load(std::int64_t version) {
    ContentDocuments documents;
    for (Statement* statement : {&load_, &load_pictures_}) {
        Query query(*statement);
        query.bind(version);
        while (true) {
            LINLI_TRY_ASSIGN(const bool found, query.step());
            if (!found) break;
            documents[query.text(0)] = query.text(1);
        }
    }
    return documents;
}

Status ContentStore::install(std::int64_t version, const ContentDocuments& documents, WallMs now) {
    LINLI_TRY(Query(add_version_).bind(version).bind(now).run());
    for (const auto& [name, document] : documents) {
        if (is_picture_file(name))
            LINLI_TRY(Query(add_picture_).bind(version).bind(name).bind_blob(document).run());
        else
            LINLI_TRY(Query(add_document_).bind(version).bind(name).bind(document).run());
    }
    return Query(drop_old_).bind(version).run();
}

}  // namespace linli
