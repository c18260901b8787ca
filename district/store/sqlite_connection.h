// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "district/store/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace linli::district {

/// A district in one file: WAL, synchronous=FULL. For a town's halls on one machine, and for trying it out.
class SqliteConnection final : public Connection {
public:
    /// Makes the file where it is missing. Errors: not_linli, library_too_old, and those of Connection.
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& path);
    ~SqliteConnection() override;

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
    Status lock_schema() override { return {}; }  // who writes has the whole file
    Status prepare_months(std::int64_t) override { return {}; }
    std::string_view schema_folder() const override { return "district/store/schema/sqlite/"; }

private:
    SqliteConnection() = default;
    Status check_owner(const std::filesystem::path& path);
    Result<sqlite3_stmt*> prepared(const Statement& statement);
    Result<Rows> insert(const InsertMany& statement, std::size_t rows, const std::vector<Column>& columns);
    Status step(sqlite3_stmt* handle, std::string_view name, Rows& rows);

    sqlite3* handle_ = nullptr;
    std::map<std::string, sqlite3_stmt*, std::less<>> prepared_;
};

}  // namespace linli::district
