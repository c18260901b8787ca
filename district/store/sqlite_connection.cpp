// SPDX-License-Identifier: Apache-2.0
#include "district/store/sqlite_connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <random>
#include <thread>

namespace linli::district {
namespace {

constexpr int application_id = 0x4C4E4431;  // "LND1", in the header of every district.db
constexpr int oldest_library_number = 3'051'003;
constexpr int busy_wait_ms_max = 10'000;

ErrorCode code_of(int sqlite_code) {
    switch (sqlite_code & 0xFF) {
        case SQLITE_FULL:
            return ErrorCode::disk_full;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return ErrorCode::read_only;
        case SQLITE_CORRUPT:
            return ErrorCode::corrupt;
        case SQLITE_NOTADB:
            return ErrorCode::not_linli;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::busy;
        case SQLITE_CONSTRAINT:
        case SQLITE_TOOBIG:
        case SQLITE_MISMATCH:
            return ErrorCode::invalid_input;
        default:
            return ErrorCode::io;
    }
}

tl::unexpected<Error> failure(sqlite3* handle, std::string_view doing) {
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    return fail(code_of(code),
                fmt::format("{}: {} (SQLite code {})", doing, handle ? sqlite3_errmsg(handle) : "out of memory", code));
}

// Short random sleeps give everybody the same chance; SQLite's own handler lets the one who has waited longest wait on.
int wait_fairly(void*, int tries) {
    thread_local std::minstd_rand random(std::random_device{}());
    thread_local int waited_us = 0;
    if (tries == 0) waited_us = 0;
    if (waited_us > busy_wait_ms_max * 1000) return 0;
    const int pause_us = std::uniform_int_distribution<int>(500, 2000)(random);
    std::this_thread::sleep_for(std::chrono::microseconds(pause_us));
    waited_us += pause_us;
    return 1;
}

int bind(sqlite3_stmt* statement, int place, const Value& value) {
    if (const auto* const number = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, place, *number);
    if (const auto* const text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    if (const auto* const blob = std::get_if<Blob>(&value))
        return sqlite3_bind_blob64(statement, place, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
    return sqlite3_bind_null(statement, place);
}

int bind(sqlite3_stmt* statement, int place, const Column& column, std::size_t row) {
    if (column.type == Column::Type::integer) {
        const auto number = column.number(row);
        return number ? sqlite3_bind_int64(statement, place, *number) : sqlite3_bind_null(statement, place);
    }
    const std::string_view words = column.words(row);
    const char* const begin = words.empty() ? "" : words.data();  // a null pointer would make a null of it
    return column.type == Column::Type::text
               ? sqlite3_bind_text64(statement, place, begin, words.size(), SQLITE_STATIC, SQLITE_UTF8)
               : sqlite3_bind_blob64(statement, place, begin, words.size(), SQLITE_STATIC);
}

/// Row by row: SQLite has no arrays, and no round trips to save.
std::string sql_of(const InsertMany& statement, std::size_t columns) {
    std::string places = "?";
    for (std::size_t i = 1; i < columns; ++i) places += ", ?";
    return fmt::format("INSERT INTO {} VALUES ({}) {}", statement.into, places, statement.then);
}

std::string bytes_of(sqlite3_stmt* statement, int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))) : "";
}

Row row_of(sqlite3_stmt* statement) {
    Values values;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        switch (sqlite3_column_type(statement, column)) {
            case SQLITE_INTEGER:
                values.emplace_back(std::int64_t{sqlite3_column_int64(statement, column)});
                break;
            case SQLITE_TEXT:
                values.emplace_back(bytes_of(statement, column));
                break;
            case SQLITE_BLOB:
                values.emplace_back(Blob{bytes_of(statement, column)});
                break;
            default:
                values.emplace_back();
        }
    }
    return Row(std::move(values));
}

/// A statement in use is reset however its use ends: one left open holds a snapshot, and the WAL grows without bound.
struct Use {
    sqlite3_stmt* statement;
    ~Use() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

}  // namespace

Result<std::unique_ptr<Connection>> SqliteConnection::open(const std::filesystem::path& path) {
    if (sqlite3_libversion_number() < oldest_library_number)
        return fail(ErrorCode::library_too_old, "Linli needs SQLite 3.51.3 or later: older ones can lose records");
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection());
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(path.c_str(), &connection->handle_, flags, nullptr) != SQLITE_OK)
        return failure(connection->handle_, fmt::format("opening {}", path.string()));
    sqlite3_busy_handler(connection->handle_, wait_fairly, nullptr);
    LINLI_TRY(connection->check_owner(path));
    LINLI_TRY(
        connection->execute("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA journal_mode=WAL; "
                            "PRAGMA synchronous=FULL; PRAGMA journal_size_limit=8388608"));
    return connection;
}

Status SqliteConnection::check_owner(const std::filesystem::path& path) {
    constexpr Statement look{"look",
                             "SELECT (SELECT application_id FROM pragma_application_id), "
                             "(SELECT count(*) FROM sqlite_schema)"};
    LINLI_TRY_ASSIGN(const Rows rows, run(look, {}));
    const std::int64_t owner = rows.at(0).integer(0);
    if (owner == application_id) return {};
    if (owner != 0 || rows.at(0).integer(1) != 0)
        return fail(ErrorCode::not_linli, fmt::format("{} is a database of some other program", path.string()));
    return execute(fmt::format("PRAGMA application_id={}", application_id));
}

SqliteConnection::~SqliteConnection() {
    for (const auto& [name, statement] : prepared_) sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
}

// IMMEDIATE: a reader that turns into a writer fails at once, whatever the busy handler says.
Status SqliteConnection::begin() { return execute("BEGIN IMMEDIATE"); }
Status SqliteConnection::commit() { return execute("COMMIT"); }

void SqliteConnection::roll_back() {
    // After some errors SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(handle_) == 0) (void)execute("ROLLBACK");
}

Result<sqlite3_stmt*> SqliteConnection::prepared(const Statement& statement) {
    if (const auto found = prepared_.find(statement.name); found != prepared_.end()) return found->second;
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v3(handle_, statement.sql.data(), static_cast<int>(statement.sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
        return failure(handle_, statement.name);
    prepared_.emplace(statement.name, made);
    return made;
}

Result<Rows> SqliteConnection::run(const Statement& statement, const Values& values) {
    LINLI_TRY_ASSIGN(sqlite3_stmt* const handle, prepared(statement));
    const Use use{handle};
    for (std::size_t i = 0; i < values.size(); ++i) {
        // SQLite numbers named parameters as they come; $2 may be its first.
        const int place = sqlite3_bind_parameter_index(handle, fmt::format("${}", i + 1).c_str());
        if (place == 0 || bind(handle, place, values[i]) != SQLITE_OK) return failure(handle_, statement.name);
    }
    Rows rows;
    LINLI_TRY(step(handle, statement.name, rows));
    return rows;
}

Status SqliteConnection::step(sqlite3_stmt* handle, std::string_view name, Rows& rows) {
    while (true) {
        const int code = sqlite3_step(handle);
        if (code == SQLITE_DONE) return {};
        if (code != SQLITE_ROW) return failure(handle_, name);
        rows.push_back(row_of(handle));
    }
}

Result<Rows> SqliteConnection::find(const FindMany& statement, const Values& values,
                                    const std::vector<std::string>& keys) {
    const std::string sql = fmt::format("{} AND {} = ${}", statement.select, statement.key, values.size() + 1);
    Rows all;
    Values with_key = values;
    with_key.emplace_back();
    for (const std::string& key : keys) {
        with_key.back() = key;
        LINLI_TRY_ASSIGN(Rows rows, run({statement.name, sql}, with_key));
        std::ranges::move(rows, std::back_inserter(all));
    }
    return all;
}

Status SqliteConnection::run_later(const Statement& statement, Values values) {
    LINLI_TRY(run(statement, values));
    return {};
}

Result<Rows> SqliteConnection::insert(const InsertMany& statement, std::size_t rows,
                                      const std::vector<Column>& columns) {
    const auto found = prepared_.find(statement.name);
    const std::string sql = found == prepared_.end() ? sql_of(statement, columns.size()) : "";
    LINLI_TRY_ASSIGN(sqlite3_stmt* const handle, prepared({statement.name, sql}));
    Rows given;
    for (std::size_t row = 0; row < rows; ++row) {
        const Use use{handle};
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (bind(handle, static_cast<int>(i + 1), columns[i], row) != SQLITE_OK)
                return failure(handle_, statement.name);
        LINLI_TRY(step(handle, statement.name, given));
    }
    return given;
}

Status SqliteConnection::insert_later(const InsertMany& statement, std::size_t rows,
                                      const std::vector<Column>& columns) {
    LINLI_TRY(insert(statement, rows, columns));
    return {};
}

Result<std::vector<std::int64_t>> SqliteConnection::insert_new(const InsertMany& statement, std::size_t rows,
                                                               const std::vector<Column>& columns, std::size_t) {
    LINLI_TRY_ASSIGN(const Rows given, insert(statement, rows, columns));
    return numbers_of(given);
}

Status SqliteConnection::execute(std::string_view script) {
    const std::string terminated(script);
    if (sqlite3_exec(handle_, terminated.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(handle_, script.substr(0, 80));
    return {};
}

}  // namespace linli::district
