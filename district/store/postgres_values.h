// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

/// One-dimensional arrays in the binary form: BIGINT[], TEXT[] and BYTEA[].
Blob bigint_array(const std::vector<std::int64_t>& numbers);
Blob text_array(const std::vector<std::string>& texts);
Blob bytea_array(const std::vector<std::string>& blobs);

/// The rows of a result that was asked for in the binary form. Types that no statement of ours gives are null.
Rows rows_of(const pg_result* result);

}  // namespace linli::district
