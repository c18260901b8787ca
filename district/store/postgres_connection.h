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
    Result<std::vector<Rows>> run_each(const Statement& statement, const std::vector<Values>& each) override;
    Result<std::vector<std::int64_t>> insert_journal(const StreamKey& stream, std::int64_t received_ms,
                                                     const std::vector<JournalRow>& rows) override;
    Status execute(std::string_view script) override;
    Status lock_schema() override;
    Status prepare_months(std::int64_t now_ms) override;
    std::string_view schema_folder() const override { return "district/store/schema/postgres/"; }

private:
    explicit PostgresConnection(std::string conninfo) : conninfo_(std::move(conninfo)) {}
    Status connect();
    bool is_lost() const;
    bool is_idle() const;
    Status prepare(const Statement& statement);
    Result<Rows> run_here(const Statement& statement, const Values& values);
    Status send(const Statement& statement, const Values& values);
    Result<std::vector<Rows>> take_results(std::string_view name, std::size_t count);
    tl::unexpected<Error> failure(std::string_view doing, const pg_result* result) const;

    std::string conninfo_;
    std::unique_ptr<pg_conn, CloseConnection> connection_;
    std::set<std::string, std::less<>> prepared_;
};

}  // namespace linli::district
