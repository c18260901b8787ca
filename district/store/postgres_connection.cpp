// SPDX-License-Identifier: Apache-2.0
#include "district/store/postgres_connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstring>

#include "district/store/postgres_values.h"

namespace linli::district {
namespace {

constexpr std::size_t copied_rows_min = 16;  // below, a savepoint costs more than COPY saves
constexpr std::int64_t schema_lock = 0x4C4E4431;

// What a district waits for is bounded: a client that died with a lock in its hand must not stop the others. Nearly
// every statement looks rows up by a key; a plan that was made while a table was empty, and reads all of it, would be
// kept by this connection while the table grows.
constexpr const char* settings =
    "SET client_min_messages=warning; SET synchronous_commit=on; SET TimeZone='UTC'; SET lock_timeout='10s'; "
    "SET statement_timeout='60s'; SET enable_seqscan=off; SET idle_in_transaction_session_timeout='60s'";

// SQLSTATE classes, appendix A of PostgreSQL's manual.
ErrorCode code_of(std::string_view state) {
    if (state == "53100") return ErrorCode::disk_full;
    if (state == "25006") return ErrorCode::read_only;
    if (state == "40001" || state == "40P01" || state == "55P03" || state == "57014" || state == "53300")
        return ErrorCode::busy;
    if (state.starts_with("22") || state.starts_with("23")) return ErrorCode::invalid_input;
    if (state.starts_with("XX")) return ErrorCode::corrupt;
    return ErrorCode::io;
}

bool went_well(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

}  // namespace

void CloseConnection::operator()(pg_conn* connection) const { PQfinish(connection); }
void FreeResult::operator()(pg_result* result) const { PQclear(result); }

Result<std::unique_ptr<Connection>> PostgresConnection::open(const std::string& conninfo) {
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(conninfo));
    LINLI_TRY(connection->connect());
    return connection;
}

Status PostgresConnection::connect() {
    prepared_.clear();
    waiting_.clear();
    connection_.reset(PQconnectdb(conninfo_.c_str()));
    if (is_lost()) return failure("connecting to PostgreSQL", nullptr);
    if (PQsetClientEncoding(connection_.get(), "UTF8") != 0) return failure("speaking UTF-8", nullptr);
    const char* const encoding = PQparameterStatus(connection_.get(), "server_encoding");
    if (!encoding || std::strcmp(encoding, "UTF8") != 0)
        return fail(ErrorCode::not_linli, "the database of PostgreSQL is not in UTF-8: make it with ENCODING 'UTF8'");
    const PostgresResult result(PQexec(connection_.get(), settings));
    return went_well(result.get()) ? Status() : failure("setting the connection up", result.get());
}

bool PostgresConnection::is_lost() const { return PQstatus(connection_.get()) != CONNECTION_OK; }
bool PostgresConnection::is_idle() const { return PQtransactionStatus(connection_.get()) == PQTRANS_IDLE; }

tl::unexpected<Error> PostgresConnection::failure(std::string_view doing, const pg_result* result) const {
    const char* const state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    std::string_view words = result ? PQresultErrorMessage(result) : "";
    if (words.empty()) words = PQerrorMessage(connection_.get());
    while (words.ends_with('\n')) words.remove_suffix(1);
    return fail(state ? code_of(state) : ErrorCode::io, fmt::format("{}: {}", doing, words));
}

Status PostgresConnection::begin() {
    if (!is_lost()) {
        const PostgresResult result(PQexec(connection_.get(), "BEGIN"));
        if (went_well(result.get())) return {};
        if (!is_lost()) return failure("BEGIN", result.get());
    }
    LINLI_TRY(connect());
    return execute("BEGIN");
}

Status PostgresConnection::commit() {
    if (!waiting_.empty()) {
        constexpr Statement end{"commit", "COMMIT"};
        // Where one of them fails, PostgreSQL does not run what stands behind it.
        LINLI_TRY(run_here(end, {}));
        return {};
    }
    const PostgresResult result(PQexec(connection_.get(), "COMMIT"));
    if (!went_well(result.get())) return failure("COMMIT", result.get());
    // Of a transaction in which something failed PostgreSQL says that it rolled it back, and calls that no error.
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") == 0) return {};
    return fail(ErrorCode::io, "COMMIT: the transaction had failed, and nothing of it was kept");
}

void PostgresConnection::roll_back() {
    waiting_.clear();
    // A pipeline that broke off half-way cannot be left in order; the next begin() connects anew.
    if (PQpipelineStatus(connection_.get()) != PQ_PIPELINE_OFF) connection_.reset();
    if (!is_lost() && !is_idle()) const PostgresResult ignored(PQexec(connection_.get(), "ROLLBACK"));
}

Status PostgresConnection::prepare(const Statement& statement) {
    if (prepared_.contains(statement.name)) return {};
    const std::string name(statement.name), sql(statement.sql);
    const PostgresResult result(PQprepare(connection_.get(), name.c_str(), sql.c_str(), 0, nullptr));
    if (!went_well(result.get())) return failure(statement.name, result.get());
    prepared_.insert(name);
    return {};
}

Result<Rows> PostgresConnection::run(const Statement& statement, const Values& values) {
    const bool alone = is_lost() || is_idle();
    if (is_lost()) LINLI_TRY(connect());
    auto rows = run_here(statement, values);
    // Every statement that runs alone may be run again.
    if (rows || !alone || !is_lost()) return rows;
    LINLI_TRY(connect());
    return run_here(statement, values);
}

Result<Rows> PostgresConnection::run_here(const Statement& statement, const Values& values) {
    LINLI_TRY(prepare(statement));
    if (!waiting_.empty()) {
        const std::vector<Call> before = std::exchange(waiting_, {});
        std::vector<SentCall> calls(before.begin(), before.end());
        calls.push_back({statement.name, &values});
        LINLI_TRY_ASSIGN(std::vector<Rows> all, run_together(calls));
        return std::move(all.back());
    }
    const PostgresParameters given(values);
    const std::string name(statement.name);
    const PostgresResult result(PQexecPrepared(connection_.get(), name.c_str(), given.count(), given.pointers(),
                                               given.lengths(), given.formats(), 1));
    if (!went_well(result.get())) return failure(statement.name, result.get());
    return rows_of(result.get());
}

Status PostgresConnection::run_later(const Statement& statement, Values values) {
    if (is_lost()) return failure(statement.name, nullptr);
    if (is_idle()) {
        LINLI_TRY(run_here(statement, values));
        return {};
    }
    LINLI_TRY(prepare(statement));
    waiting_.push_back({std::string(statement.name), std::move(values)});
    return {};
}

Status PostgresConnection::send(const SentCall& call) {
    const PostgresParameters given(*call.values);
    const std::string name(call.name);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), given.count(), given.pointers(), given.lengths(),
                            given.formats(), 1) == 1)
        return {};
    return failure(call.name, nullptr);
}

Result<std::vector<Rows>> PostgresConnection::take_results(const std::vector<SentCall>& calls) {
    std::vector<Rows> all;
    std::optional<Error> fault;
    while (true) {
        const PostgresResult result(PQgetResult(connection_.get()));
        const std::string_view name = calls.at(std::min(all.size(), calls.size() - 1)).name;
        if (!result && is_lost()) return failure(name, nullptr);
        if (!result) continue;  // the end of one statement's results
        if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
        // What stands behind the one that failed was not run.
        if (PQresultStatus(result.get()) == PGRES_PIPELINE_ABORTED) continue;
        if (went_well(result.get()))
            all.push_back(rows_of(result.get()));
        else if (!fault)
            fault = failure(name, result.get()).value();
    }
    if (fault) return tl::unexpected<Error>(*fault);
    if (all.size() == calls.size()) return all;
    return fail(ErrorCode::io, fmt::format("{} answers to {} statements", all.size(), calls.size()));
}

Result<std::vector<Rows>> PostgresConnection::run_together(const std::vector<SentCall>& calls) {
    if (PQenterPipelineMode(connection_.get()) != 1) return failure(calls.front().name, nullptr);
    for (const SentCall& call : calls) LINLI_TRY(send(call));
    if (PQpipelineSync(connection_.get()) != 1) return failure(calls.front().name, nullptr);
    auto all = take_results(calls);
    PQexitPipelineMode(connection_.get());
    return all;
}

Result<Rows> PostgresConnection::find(const FindMany& statement, const Values& values,
                                      const std::vector<std::string>& keys) {
    if (keys.empty()) return Rows();
    // Key by key through the index, which OFFSET 0 insists on. With "= ANY" the planner, which believes the table to be
    // small, reads all that the rest of the condition finds.
    const std::string sql = fmt::format(
        "SELECT found.* FROM unnest(CAST(${} AS TEXT[])) AS wanted (key) CROSS JOIN LATERAL ({} AND {} = wanted.key "
        "OFFSET 0) AS found",
        values.size() + 1, statement.select, statement.key);
    Values with_keys = values;
    with_keys.push_back(array_of(keys));
    return run({statement.name, sql}, with_keys);
}

Status PostgresConnection::insert_later(const InsertMany& statement, std::size_t rows,
                                        const std::vector<Column>& columns) {
    if (rows == 0) return {};
    const std::string sql = sql_of(statement, columns);
    return run_later({statement.name, sql}, arrays_of(columns));
}

Result<std::vector<std::int64_t>> PostgresConnection::insert_new(const InsertMany& statement, std::size_t rows,
                                                                 const std::vector<Column>& columns,
                                                                 std::size_t numbered) {
    if (rows == 0) return std::vector<std::int64_t>();
    if (rows >= copied_rows_min && !is_lost() && !is_idle()) {
        LINLI_TRY_ASSIGN(const bool copied, copy(statement, rows, columns));
        std::vector<std::int64_t> all;
        for (std::size_t row = 0; copied && row < rows; ++row)
            all.push_back(columns.at(numbered).number(row).value_or(0));
        if (copied) return all;
    }
    LINLI_TRY_ASSIGN(const Rows given, run({statement.name, sql_of(statement, columns)}, arrays_of(columns)));
    return numbers_of(given);
}

Status PostgresConnection::run_waiting() {
    const std::vector<Call> before = std::exchange(waiting_, {});
    if (before.empty()) return {};
    LINLI_TRY(run_together({before.begin(), before.end()}));
    return {};
}

Status PostgresConnection::execute(std::string_view script) {
    LINLI_TRY(run_waiting());
    const std::string terminated(script);
    const PostgresResult result(PQexec(connection_.get(), terminated.c_str()));
    return went_well(result.get()) ? Status() : failure(script.substr(0, 80), result.get());
}

Status PostgresConnection::lock_schema() {
    return execute(fmt::format("SELECT pg_advisory_xact_lock({})", schema_lock));
}

}  // namespace linli::district
