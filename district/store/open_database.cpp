// SPDX-License-Identifier: Apache-2.0
#include "district/store/open_database.h"

#include <fmt/format.h>

#include "district/store/postgres_connection.h"
#include "district/store/settings.h"
#include "district/store/sqlite_connection.h"
#include "hall/base/embedded.h"

namespace linli::district {
namespace {

struct Migration {
    int version = 0;
    std::string_view sql;
};

std::vector<Migration> migrations(std::string_view folder) {
    std::vector<Migration> all;
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with(folder))
            all.push_back({std::stoi(std::string(file.path.substr(folder.size(), 3))), file.bytes});
    return all;  // embedded files are in the order of their names
}

Status migrate(Connection& connection) {
    const std::vector<Migration> all = migrations(connection.schema_folder());
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    LINLI_TRY(connection.lock_schema());
    LINLI_TRY(
        connection.execute("CREATE TABLE IF NOT EXISTS setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT "
                           "NULL)"));
    LINLI_TRY_ASSIGN(const auto text, find_setting(connection, "schema"));
    const int installed = text ? std::stoi(*text) : 0;
    if (installed > all.back().version)
        return fail(ErrorCode::newer_version, fmt::format("the district's database has schema {}, and this program "
                                                          "knows up to {}: it was made by a newer Linli",
                                                          installed, all.back().version));
    for (const Migration& migration : all)
        if (migration.version > installed) LINLI_TRY(connection.execute(migration.sql));
    LINLI_TRY(save_setting(connection, "schema", std::to_string(all.back().version)));
    LINLI_TRY_ASSIGN(const auto incarnation, find_setting(connection, "incarnation"));
    if (!incarnation) LINLI_TRY(new_incarnation(connection));
    return transaction.commit();
}

}  // namespace

Result<std::unique_ptr<Connection>> open_connection(const DatabasePlace& place) {
    if (place.conninfo.empty()) return SqliteConnection::open(place.file);
    return PostgresConnection::open(place.conninfo);
}

Status prepare_database(Connection& connection, std::int64_t now_ms) {
    LINLI_TRY(migrate(connection));
    return connection.prepare_months(now_ms);
}

}  // namespace linli::district
