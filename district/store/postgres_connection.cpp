// SPDX-License-Identifier: Apache-2.0
#include "district/store/postgres_connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstring>

#include "district/store/postgres_values.h"

namespace linli::district {
namespace {

constexpr std::size_t sent_together_max = 128;  // statements in one pipeline: their answers fit the socket's buffers
constexpr std::int64_t schema_lock = 0x4C4E4431;

// What a district waits for is bounded: a client that died with a lock in its hand must not stop the others. Nearly
// every statement looks rows up by a key; a plan that was made while a table was empty, and reads all of it, would be
// kept by this connection while the table grows.
constexpr const char* settings =
    "SET client_min_messages=warning; SET synchronous_commit=on; SET TimeZone='UTC'; SET lock_timeout='10s'; "
    "SET statement_timeout='60s'; SET enable_seqscan=off; SET idle_in_transaction_session_timeout='60s'";

// One statement for the whole batch: 500 single ones took ten times as long.
constexpr Statement insert_entries{
    "insert_entries",
    "INSERT INTO journal (hall_id, device_id, epoch, received_ms, seq, entry_id, entry_ms, kind, subject, digest, "
    "entry) SELECT $1, $2, CAST($3 AS BIGINT), CAST($4 AS BIGINT), u.* FROM unnest(CAST($5 AS BIGINT[]), "
    "CAST($6 AS TEXT[]), CAST($7 AS BIGINT[]), CAST($8 AS TEXT[]), CAST($9 AS TEXT[]), CAST($10 AS BYTEA[]), "
    "CAST($11 AS BYTEA[])) AS u ON CONFLICT DO NOTHING RETURNING seq"};

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
    const PostgresResult result(PQexec(connection_.get(), "COMMIT"));
    if (!went_well(result.get())) return failure("COMMIT", result.get());
    // Of a transaction in which something failed PostgreSQL says that it rolled it back, and calls that no error.
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") == 0) return {};
    return fail(ErrorCode::io, "COMMIT: the transaction had failed, and nothing of it was kept");
}

void PostgresConnection::roll_back() {
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
    const PostgresParameters given(values);
    const std::string name(statement.name);
    const PostgresResult result(PQexecPrepared(connection_.get(), name.c_str(), given.count(), given.pointers(),
                                               given.lengths(), given.formats(), 1));
    if (!went_well(result.get())) return failure(statement.name, result.get());
    return rows_of(result.get());
}

Status PostgresConnection::send(const Statement& statement, const Values& values) {
    const PostgresParameters given(values);
    const std::string name(statement.name);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), given.count(), given.pointers(), given.lengths(),
                            given.formats(), 1) == 1)
        return {};
    return failure(statement.name, nullptr);
}

Result<std::vector<Rows>> PostgresConnection::take_results(std::string_view name, std::size_t count) {
    std::vector<Rows> all;
    std::optional<Error> fault;
    while (true) {
        const PostgresResult result(PQgetResult(connection_.get()));
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
    if (all.size() == count) return all;
    return fail(ErrorCode::io, fmt::format("{}: {} answers to {} statements", name, all.size(), count));
}

Result<std::vector<Rows>> PostgresConnection::run_each(const Statement& statement, const std::vector<Values>& each) {
    std::vector<Rows> all;
    LINLI_TRY(prepare(statement));
    for (std::size_t first = 0; first < each.size(); first += sent_together_max) {
        const std::size_t count = std::min(sent_together_max, each.size() - first);
        if (PQenterPipelineMode(connection_.get()) != 1) return failure(statement.name, nullptr);
        for (std::size_t i = first; i < first + count; ++i) LINLI_TRY(send(statement, each[i]));
        if (PQpipelineSync(connection_.get()) != 1) return failure(statement.name, nullptr);
        auto some = take_results(statement.name, count);
        PQexitPipelineMode(connection_.get());
        if (!some) return some;
        std::ranges::move(*some, std::back_inserter(all));
    }
    return all;
}

Result<std::vector<std::int64_t>> PostgresConnection::insert_journal(const StreamKey& stream, std::int64_t received_ms,
                                                                     const std::vector<JournalRow>& rows) {
    std::vector<std::int64_t> numbers, times;
    std::vector<std::string> ids, kinds, subjects, digests, entries;
    for (const JournalRow& row : rows) {
        numbers.push_back(row.seq);
        ids.push_back(row.entry_id);
        times.push_back(row.entry_ms);
        kinds.push_back(row.kind);
        subjects.push_back(row.subject);
        digests.push_back(row.digest);
        entries.push_back(row.entry);
    }
    LINLI_TRY_ASSIGN(const Rows given, run(insert_entries, {stream.hall_id, stream.device_id, stream.epoch, received_ms,
                                                            bigint_array(numbers), text_array(ids), bigint_array(times),
                                                            text_array(kinds), text_array(subjects),
                                                            bytea_array(digests), bytea_array(entries)}));
    std::vector<std::int64_t> added;
    for (const Row& row : given) added.push_back(row.integer(0));
    return added;
}

Status PostgresConnection::execute(std::string_view script) {
    const std::string terminated(script);
    const PostgresResult result(PQexec(connection_.get(), terminated.c_str()));
    return went_well(result.get()) ? Status() : failure(script.substr(0, 80), result.get());
}

Status PostgresConnection::lock_schema() {
    return execute(fmt::format("SELECT pg_advisory_xact_lock({})", schema_lock));
}

}  // namespace linli::district
