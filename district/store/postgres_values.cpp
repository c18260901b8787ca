// SPDX-License-Identifier: Apache-2.0
#include "district/store/postgres_values.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
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

enum class Nulls { none, some };

/// The head of an array of one dimension, counted from 1.
std::string array_head(Oid type, Nulls nulls, std::size_t count) {
    std::string head;
    append_number(head, 1, 4);
    append_number(head, nulls == Nulls::some ? 1 : 0, 4);
    append_number(head, type, 4);
    append_number(head, count, 4);
    append_number(head, 1, 4);
    return head;
}

Blob array_of(const Column::Numbers& numbers) {
    constexpr std::uint64_t null_length = 0xFFFF'FFFF;
    const bool whole = std::ranges::all_of(numbers, [](const auto& number) { return number.has_value(); });
    std::string array = array_head(int8, whole ? Nulls::none : Nulls::some, numbers.size());
    array.reserve(array.size() + numbers.size() * 12);
    for (const auto& number : numbers) {
        append_number(array, number ? 8 : null_length, 4);
        if (number) append_number(array, static_cast<std::uint64_t>(*number), 8);
    }
    return Blob{std::move(array)};
}

Blob array_of(Oid type, const Column::Words& elements) {
    std::string array = array_head(type, Nulls::none, elements.size());
    std::size_t size = array.size();
    for (const std::string_view element : elements) size += 4 + element.size();
    array.reserve(size);
    for (const std::string_view element : elements) {
        append_number(array, element.size(), 4);
        array += element;
    }
    return Blob{std::move(array)};
}

std::string_view type_of(const Column& column) {
    switch (column.type) {
        case Column::Type::integer:
            return "BIGINT";
        case Column::Type::text:
            return "TEXT";
        case Column::Type::bytes:
            break;
    }
    return "BYTEA";
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

Values arrays_of(const std::vector<Column>& columns) {
    Values values;
    for (const Column& column : columns) {
        if (const auto* const numbers = std::get_if<Column::Numbers>(&column.values))
            values.emplace_back(array_of(*numbers));
        else if (const auto* const words = std::get_if<Column::Words>(&column.values))
            values.emplace_back(array_of(column.type == Column::Type::text ? text : bytea, *words));
        else if (column.type == Column::Type::integer)
            values.emplace_back(column.number(0).value_or(0));
        else
            values.emplace_back(std::string(column.words(0)));
    }
    return values;
}

Blob array_of(const std::vector<std::string>& texts) {
    return array_of(text, Column::Words(texts.begin(), texts.end()));
}

// The layout stands in PostgreSQL's manual, at COPY: "Binary Format".
std::string copied_rows(std::size_t rows, const std::vector<Column>& columns) {
    constexpr std::string_view head("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
    constexpr std::uint64_t end = 0xFFFF, null_length = 0xFFFF'FFFF;
    std::string data(head);
    for (std::size_t row = 0; row < rows; ++row) {
        append_number(data, columns.size(), 2);
        for (const Column& column : columns) {
            if (column.type != Column::Type::integer) {
                const std::string_view words = column.words(row);
                append_number(data, words.size(), 4);
                data += words;
                continue;
            }
            const auto number = column.number(row);
            append_number(data, number ? 8 : null_length, 4);
            if (number) append_number(data, static_cast<std::uint64_t>(*number), 8);
        }
    }
    append_number(data, end, 2);
    return data;
}

// One statement for all rows: 500 single ones took ten times as long.
std::string sql_of(const InsertMany& statement, const std::vector<Column>& columns) {
    std::string select, arrays, names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string_view type = type_of(columns[i]);
        if (i > 0) select += ", ";
        if (columns[i].is_same()) {
            select += fmt::format("CAST(${} AS {})", i + 1, type);
            continue;
        }
        select += fmt::format("u.c{}", i + 1);
        arrays += fmt::format("{}CAST(${} AS {}[])", arrays.empty() ? "" : ", ", i + 1, type);
        names += fmt::format("{}c{}", names.empty() ? "" : ", ", i + 1);
    }
    return fmt::format("INSERT INTO {} SELECT {} FROM unnest({}) AS u({}) {}", statement.into, select, arrays, names,
                       statement.then);
}

Rows rows_of(const PGresult* result) {
    Rows rows;
    rows.reserve(static_cast<std::size_t>(PQntuples(result)));
    for (int row = 0; row < PQntuples(result); ++row) {
        Values values;
        values.reserve(static_cast<std::size_t>(PQnfields(result)));
        for (int column = 0; column < PQnfields(result); ++column) values.push_back(value_at(result, row, column));
        rows.emplace_back(std::move(values));
    }
    return rows;
}

}  // namespace linli::district
