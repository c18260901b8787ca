// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "district/store/many_rows.h"
#include "district/store/value.h"

struct pg_result;

namespace linli::district {

/// Values as PQexecPrepared takes them: numbers and texts in PostgreSQL's text form, bytes in its binary one.
class PostgresParameters {
public:
    explicit PostgresParameters(const Values& values);
    PostgresParameters(const PostgresParameters&) = delete;
    PostgresParameters& operator=(const PostgresParameters&) = delete;

    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* pointers() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    std::vector<std::string> numbers_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_, formats_;
};

/// The statement of many rows, whose parameters are what is the same in all of them and, in the binary form, arrays.
std::string sql_of(const InsertMany& statement, const std::vector<Column>& columns);
Values arrays_of(const std::vector<Column>& columns);
Blob array_of(const std::vector<std::string>& texts);
/// The same rows as COPY reads them in its binary format.
std::string copied_rows(std::size_t rows, const std::vector<Column>& columns);

/// The rows of a result that was asked for in the binary form. Types that no statement of ours gives are null.
Rows rows_of(const pg_result* result);

}  // namespace linli::district
