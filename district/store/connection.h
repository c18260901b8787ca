// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "district/store/many_rows.h"
#include "district/store/stream_key.h"
#include "district/store/value.h"
#include "hall/base/result.h"

namespace linli::district {

/// One statement with parameters $1, $2 …, in the SQL that SQLite and PostgreSQL both understand. A store keeps it as a
/// constant; each connection prepares it at its first use.
struct Statement {
    std::string_view name;  ///< unique, at most 63 bytes
    std::string_view sql;
};

/// One connection to the district's database, used by one thread at a time. Its two drivers are SQLite and PostgreSQL.
/// Errors: busy (another holds what is wanted for too long, or two hold one another; to be tried again), disk_full,
/// read_only, corrupt, invalid_input (a value that the schema does not take), io (also: the connection was lost).
class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    /// Begins a transaction that writes.
    virtual Status begin() = 0;
    /// Durable when it returns. After an error it is not known whether it is.
    virtual Status commit() = 0;
    virtual void roll_back() = 0;

    /// Outside of a transaction it is one of its own.
    virtual Result<Rows> run(const Statement& statement, const Values& values) = 0;
    /// The rows of all keys, in any order.
    virtual Result<Rows> find(const FindMany& statement, const Values& values,
                              const std::vector<std::string>& keys) = 0;
    /// For what gives nothing: within a transaction it may run with the next statement or the commit, which then tells
    /// of its failure, since a driver whose server is elsewhere sends several along together.
    virtual Status run_later(const Statement& statement, Values values) = 0;
    /// So many rows, by their columns; runs as run_later() does.
    virtual Status insert_later(const InsertMany& statement, std::size_t rows, const std::vector<Column>& columns) = 0;
    /// Adds what is not there yet of rows nearly all of which are new, by a statement that passes over the others and
    /// returns the number in column `numbered`. Gives the numbers of those that were added.
    virtual Result<std::vector<std::int64_t>> insert_new(const InsertMany& statement, std::size_t rows,
                                                         const std::vector<Column>& columns, std::size_t numbered) = 0;

    /// Several statements without parameters; for migrations.
    virtual Status execute(std::string_view script) = 0;
    /// Keeps others from changing the schema until the transaction ends.
    virtual Status lock_schema() = 0;
    /// Readies what is laid out by time for this month and the next ones. To be called at the start and once a day.
    virtual Status prepare_months(std::int64_t now_ms) = 0;
    /// Where the migrations of this database stand among the embedded files.
    virtual std::string_view schema_folder() const = 0;
};

/// begin() … commit(); rolled back unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : connection_(other.connection_) { other.connection_ = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}
    Connection* connection_;
};

}  // namespace linli::district
