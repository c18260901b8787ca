// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace linli {

class Database;

/// One prepared statement that a store owns and uses again and again.
class Statement {
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

private:
    friend class Database;
    friend class Query;
    sqlite3_stmt* handle_ = nullptr;
};

/// One use of a statement: bind, step, read. It resets the statement when it ends, since one left un-reset holds a
/// snapshot and lets the WAL grow without bound.
class Query {
public:
    explicit Query(Statement& statement);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(std::int64_t value);
    Query& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Query& bind(double value);
    Query& bind(std::string_view text);
    Query& bind_blob(std::string_view bytes);
    Query& bind_null();
    template <class T>
    Query& bind(const std::optional<T>& value) {
        return value ? bind(*value) : bind_null();
    }

    /// True for a row, false at the end.
    Result<bool> step();
    /// Steps once; for statements that give no row.
    Status run();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::optional<std::int64_t> integer_or_nothing(int column) const;
    std::optional<std::string> text_or_nothing(int column) const;

private:
    sqlite3_stmt* handle_;
    int bound_ = 0;
    int fault_ = 0;
};

/// A BEGIN IMMEDIATE … COMMIT (or, for reading, a plain BEGIN): rolled back unless committed. Between begin_together()
/// and commit_together() it is a savepoint, and durable only with all the others.
class Transaction {
public:
    Transaction(Transaction&& other) noexcept : database_(other.database_), level_(other.level_) {
        other.database_ = nullptr;
    }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    friend class Database;
    enum class Level { whole, savepoint };
    Transaction(Database& database, Level level) : database_(&database), level_(level) {}
    Database* database_;
    Level level_;
};

enum class OpenMode { existing, create };

/// One connection to hall.db: WAL, synchronous=FULL, foreign keys, a fair busy handler, a bounded WAL. The only place
/// that knows SQLite.
class Database {
public:
    /// Errors: missing, read_only, corrupt, newer_version, not_linli, library_too_old, busy, disk_full, io.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path, OpenMode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Result<Statement> prepare(std::string_view sql);
    Status execute(std::string_view sql);
    Result<Transaction> begin_write();
    Result<Transaction> begin_read();
    /// From here on transactions are written, but made durable only by commit_together(): one wait for the disk for all
    /// of them. The lock for writing is taken with the first that writes, and kept.
    void begin_together();
    /// Error: none of them was kept, whatever their own commits said.
    Status commit_together();
    void undo_together();
    /// Moves when another connection has committed. Not inside a transaction.
    Result<std::int64_t> data_version();
    /// The newest migration that was made here.
    Result<std::int64_t> schema_version();
    std::int64_t last_row() const;
    /// Every page and index read and checked; one sentence per fault, none when whole.
    Result<std::vector<std::string>> integrity_faults();
    const std::filesystem::path& path() const { return path_; }

    /// The linked library's version, "3.53.2".
    static std::string library_version();

private:
    friend class Transaction;
    explicit Database(std::filesystem::path path) : path_(std::move(path)) {}
    Status connect(OpenMode mode);
    Status check_owner(OpenMode mode);
    Status migrate();
    Status execute_quietly(const char* sql);
    Result<Transaction> begin_savepoint();
    /// Has SQLite, after a failure, rolled back by itself what the savepoints stand in?
    bool lost_together() const;
    enum class Together { no, asked, begun } together_ = Together::no;
    std::filesystem::path path_;
    sqlite3* handle_ = nullptr;
    Statement data_version_;
};

/// SQLite 3.51.3 mends a bug (WAL reset) that loses data where several programs share one database, as in a hall.
Status check_library_version(int version_number);

}  // namespace linli
