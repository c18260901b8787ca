// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <string>

#include "district/store/connection.h"

struct pg_conn;
struct pg_result;

namespace linli::district {

struct CloseConnection {
    void operator()(pg_conn* connection) const;
};
struct FreeResult {
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, FreeResult>;

/// A district in PostgreSQL, by libpq. A connection that was lost is made again at the next begin(), or at the next
/// statement outside of a transaction.
class PostgresConnection final : public Connection {
public:
    /// `conninfo` as libpq writes it. Errors: io where nobody answers, not_linli for a database that is not in UTF-8.
    static Result<std::unique_ptr<Connection>> open(const std::string& conninfo);

    Status begin() override;
    Status commit() override;
    void roll_back() override;
    Result<Rows> run(const Statement& statement, const Values& values) override;
    Result<Rows> find(const FindMany& statement, const Values& values, const std::vector<std::string>& keys) override;
    Status run_later(const Statement& statement, Values values) override;
    Status insert_later(const InsertMany& statement, std::size_t rows, const std::vector<Column>& columns) override;
    Result<std::vector<std::int64_t>> insert_new(const InsertMany& statement, std::size_t rows,
                                                 const std::vector<Column>& columns, std::size_t numbered) override;
    Status execute(std::string_view script) override;
    Status lock_schema() override;
    Status prepare_months(std::int64_t now_ms) override;
    std::string_view schema_folder() const override { return "district/store/schema/postgres/"; }

private:
    /// A prepared statement and what it is given.
    struct Call {
        std::string name;
        Values values;
    };
    struct SentCall {
        SentCall(std::string_view of, const Values* given) : name(of), values(given) {}
        SentCall(const Call& call) : name(call.name), values(&call.values) {}
        std::string_view name;
        const Values* values;
    };

    explicit PostgresConnection(std::string conninfo) : conninfo_(std::move(conninfo)) {}
    Status connect();
    bool is_lost() const;
    bool is_idle() const;
    Status prepare(const Statement& statement);
    Result<Rows> run_here(const Statement& statement, const Values& values);
    /// False where a row does not fit, as one that is there already: then nothing was added.
    Result<bool> copy(const InsertMany& statement, std::size_t rows, const std::vector<Column>& columns);
    Status run_waiting();
    Result<std::vector<Rows>> run_together(const std::vector<SentCall>& calls);
    Status send(const SentCall& call);
    Result<std::vector<Rows>> take_results(const std::vector<SentCall>& calls);
    tl::unexpected<Error> failure(std::string_view doing, const pg_result* result) const;

    std::string conninfo_;
    std::unique_ptr<pg_conn, CloseConnection> connection_;
    std::set<std::string, std::less<>> prepared_;
    std::vector<Call> waiting_;  ///< goes along with the next statement
};

}  // namespace linli::district
