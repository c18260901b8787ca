// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <libpq-fe.h>

#include "district/store/postgres_connection.h"
#include "district/store/postgres_values.h"

namespace linli::district {
namespace {

constexpr const char* forget = "ROLLBACK TO SAVEPOINT copied; RELEASE SAVEPOINT copied";

}  // namespace

// COPY fills a table in two thirds of the time that INSERT takes over arrays, but knows nothing of ON CONFLICT. A row
// that is there already undoes it all, to the savepoint.
Result<bool> PostgresConnection::copy(const InsertMany& statement, std::size_t rows,
                                      const std::vector<Column>& columns) {
    LINLI_TRY(run_waiting());
    const std::string command =
        fmt::format("SAVEPOINT copied; COPY {} FROM STDIN (FORMAT binary); RELEASE SAVEPOINT copied", statement.into);
    const std::string data = copied_rows(rows, columns);
    if (PQsendQuery(connection_.get(), command.c_str()) != 1) return failure(statement.name, nullptr);
    std::optional<Error> fault;
    while (const PostgresResult result{PQgetResult(connection_.get())}) {
        const ExecStatusType status = PQresultStatus(result.get());
        const bool is_sent = status != PGRES_COPY_IN ||
                             (PQputCopyData(connection_.get(), data.data(), static_cast<int>(data.size())) == 1 &&
                              PQputCopyEnd(connection_.get(), nullptr) == 1);
        if (!is_sent) return failure(statement.name, nullptr);
        if (status == PGRES_FATAL_ERROR && !fault) fault = failure(statement.name, result.get()).value();
        if (is_lost()) return failure(statement.name, nullptr);
    }
    if (!fault) return true;
    if (fault->code != ErrorCode::invalid_input) return tl::unexpected<Error>(*fault);
    LINLI_TRY(execute(forget));
    return false;
}

}  // namespace linli::district
