// SPDX-License-Identifier: Apache-2.0
#include "hall/search/full_text_index.h"

#include <sqlite3.h>

#include "hall/search/han_tokenizer.h"

namespace linli {
namespace {

// The texts are the content's and need not be kept twice.
constexpr const char* schema =
    "CREATE VIRTUAL TABLE titles USING fts5(title, keywords, content='', tokenize='han spelled');"
    "CREATE VIRTUAL TABLE bodies USING fts5(body, content='', tokenize='han');"
    "BEGIN";
constexpr const char* titles_query =
    "SELECT rowid, bm25(titles, 10.0, 7.0) AS weight FROM titles WHERE titles MATCH ?1 ORDER BY weight LIMIT ?2";
constexpr const char* bodies_query =
    "SELECT rowid, bm25(bodies) AS weight FROM bodies WHERE bodies MATCH ?1 ORDER BY weight LIMIT ?2";

/// A statement that goes away with its scope.
class Once {
public:
    Once(sqlite3* connection, const char* sql) {
        if (sqlite3_prepare_v2(connection, sql, -1, &statement_, nullptr) != SQLITE_OK) statement_ = nullptr;
    }
    ~Once() { sqlite3_finalize(statement_); }
    Once(const Once&) = delete;
    Once& operator=(const Once&) = delete;
    sqlite3_stmt* get() const { return statement_; }

private:
    sqlite3_stmt* statement_ = nullptr;
};

void bind_text(sqlite3_stmt* statement, int place, std::string_view text) {
    sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

}  // namespace

Result<std::unique_ptr<FullTextIndex>> FullTextIndex::build(const std::vector<IndexedText>& documents) {
    std::unique_ptr<FullTextIndex> index(new FullTextIndex);
    LINLI_TRY(index->open(documents));
    return index;
}

Status FullTextIndex::open(const std::vector<IndexedText>& documents) {
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(":memory:", &connection_, flags, nullptr) != SQLITE_OK ||
        add_han_tokenizer(connection_) != SQLITE_OK)
        return fail(ErrorCode::io, "the search index cannot be begun");
    LINLI_TRY(execute(schema));
    const Once title(connection_, "INSERT INTO titles (rowid, title, keywords) VALUES (?1, ?2, ?3)");
    const Once body(connection_, "INSERT INTO bodies (rowid, body) VALUES (?1, ?2)");
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (sqlite3_stmt* statement : {title.get(), body.get()}) {
            sqlite3_reset(statement);
            sqlite3_bind_int64(statement, 1, static_cast<std::int64_t>(i));
        }
        bind_text(title.get(), 2, documents[i].title);
        bind_text(title.get(), 3, documents[i].keywords);
        bind_text(body.get(), 2, documents[i].body);
        if (sqlite3_step(title.get()) != SQLITE_DONE || sqlite3_step(body.get()) != SQLITE_DONE)
            return fail(ErrorCode::io, std::string("the search index cannot be made: ") + sqlite3_errmsg(connection_));
    }
    LINLI_TRY(
        execute("COMMIT; INSERT INTO titles (titles) VALUES ('optimize');"
                "INSERT INTO bodies (bodies) VALUES ('optimize')"));
    sqlite3_prepare_v2(connection_, titles_query, -1, &titles_, nullptr);
    sqlite3_prepare_v2(connection_, bodies_query, -1, &bodies_, nullptr);
    return titles_ != nullptr && bodies_ != nullptr ? Status() : fail(ErrorCode::io, "the search index is not whole");
}

FullTextIndex::~FullTextIndex() {
    sqlite3_finalize(titles_);
    sqlite3_finalize(bodies_);
    sqlite3_close_v2(connection_);
}

Status FullTextIndex::execute(const char* sql) const {
    if (sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return fail(ErrorCode::io, std::string("the search index: ") + sqlite3_errmsg(connection_));
}

std::vector<FullTextIndex::Match> FullTextIndex::match(Part part, const std::string& expression,
                                                       std::size_t most) const {
    sqlite3_stmt* statement = part == Part::titles ? titles_ : bodies_;
    std::vector<Match> matches;
    if (expression.empty()) return matches;
    bind_text(statement, 1, expression);
    sqlite3_bind_int64(statement, 2, static_cast<std::int64_t>(most));
    while (sqlite3_step(statement) == SQLITE_ROW)
        matches.push_back(
            {static_cast<std::size_t>(sqlite3_column_int64(statement, 0)), -sqlite3_column_double(statement, 1)});
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return matches;
}

std::int64_t FullTextIndex::bytes() const {
    const Once sum(
        connection_,
        "SELECT (SELECT sum(length(block)) FROM titles_data) + (SELECT sum(length(block)) FROM bodies_data)");
    return sqlite3_step(sum.get()) == SQLITE_ROW ? sqlite3_column_int64(sum.get(), 0) : 0;
}

}  // namespace linli
