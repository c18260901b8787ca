// SPDX-License-Identifier: Apache-2.0
#include "district/store/postgres_values.h"

#include <libpq-fe.h>

#include <string_view>

namespace linli::district {
namespace {

// Object ids of PostgreSQL's built-in types, which never change (src/include/catalog/pg_type.dat).
constexpr Oid bytea = 17, int8 = 20, int4 = 23, text = 25;

void append_number(std::string& to, std::uint64_t number, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        to += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
}

std::int64_t number_of(std::string_view bytes) {
    std::uint64_t number = bytes.empty() || static_cast<signed char>(bytes[0]) >= 0 ? 0 : ~std::uint64_t{0};
    for (const char byte : bytes) number = (number << 8U) | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

/// The head of an array of one dimension, without nulls, counted from 1.
std::string array_head(Oid type, std::size_t count) {
    std::string head;
    append_number(head, 1, 4);
    append_number(head, 0, 4);
    append_number(head, type, 4);
    append_number(head, count, 4);
    append_number(head, 1, 4);
    return head;
}

Blob array_of(Oid type, const std::vector<std::string>& elements) {
    std::string array = array_head(type, elements.size());
    for (const std::string& element : elements) {
        append_number(array, element.size(), 4);
        array += element;
    }
    return Blob{std::move(array)};
}

Value value_at(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) return {};
    const std::string_view bytes(PQgetvalue(result, row, column),
                                 static_cast<std::size_t>(PQgetlength(result, row, column)));
    switch (PQftype(result, column)) {
        case int8:
        case int4:
            return number_of(bytes);
        case text:
            return std::string(bytes);
        case bytea:
            return Blob{std::string(bytes)};
        default:
            return {};
    }
}

}  // namespace

PostgresParameters::PostgresParameters(const Values& values) {
    numbers_.reserve(values.size());  // pointers into it must stay
    for (const Value& value : values) {
        const std::string* bytes = nullptr;
        const auto* const blob = std::get_if<Blob>(&value);
        if (const auto* const number = std::get_if<std::int64_t>(&value))
            bytes = &numbers_.emplace_back(std::to_string(*number));
        else if (const auto* const words = std::get_if<std::string>(&value))
            bytes = words;
        else if (blob)
            bytes = &blob->bytes;
        pointers_.push_back(bytes ? bytes->c_str() : nullptr);
        lengths_.push_back(bytes ? static_cast<int>(bytes->size()) : 0);
        formats_.push_back(blob ? 1 : 0);
    }
}

Blob bigint_array(const std::vector<std::int64_t>& numbers) {
    std::string array = array_head(int8, numbers.size());
    for (const std::int64_t number : numbers) {
        append_number(array, 8, 4);
        append_number(array, static_cast<std::uint64_t>(number), 8);
    }
    return Blob{std::move(array)};
}

Blob text_array(const std::vector<std::string>& texts) { return array_of(text, texts); }
Blob bytea_array(const std::vector<std::string>& blobs) { return array_of(bytea, blobs); }

Rows rows_of(const PGresult* result) {
    Rows rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        Values values;
        for (int column = 0; column < PQnfields(result); ++column) values.push_back(value_at(result, row, column));
        rows.emplace_back(std::move(values));
    }
    return rows;
}

}  // namespace linli::district
