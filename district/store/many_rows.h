// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "district/store/value.h"

namespace linli::district {

/// A statement that inserts many rows at once. Each driver puts its own words for the rows between the two parts.
struct InsertMany {
    std::string_view name;  ///< unique, at most 63 bytes
    std::string_view into;  ///< "ticket (hall_id, ticket_id)"
    std::string_view then;  ///< "ON CONFLICT DO NOTHING RETURNING seq"
};

/// A statement that finds rows by many keys at once: `select` ends where each driver's own words for the key follow.
struct FindMany {
    std::string_view name;    ///< unique, at most 63 bytes
    std::string_view select;  ///< "SELECT … FROM ticket WHERE hall_id = $1"
    std::string_view key;     ///< a column of texts
};

/// One column of such rows. It points into what it was made of, which has to outlive it.
struct Column {
    enum class Type { integer, text, bytes };
    using Numbers = std::vector<std::optional<std::int64_t>>;
    using Words = std::vector<std::string_view>;

    Type type;
    std::variant<std::int64_t, std::string_view, Numbers, Words> values;  ///< the first two: the same in every row

    bool is_same() const { return values.index() < 2; }
    std::optional<std::int64_t> number(std::size_t row) const;
    std::string_view words(std::size_t row) const;
};

inline Column same_column(std::int64_t number) { return {Column::Type::integer, number}; }
inline Column same_column(std::string_view text) { return {Column::Type::text, text}; }

template <class Row, class Number>
Column number_column(const std::vector<Row>& rows, Number Row::*field) {
    Column::Numbers numbers;
    numbers.reserve(rows.size());
    for (const Row& row : rows) numbers.push_back(row.*field);
    return {Column::Type::integer, std::move(numbers)};
}

template <class Row, class Text>
Column words_column(Column::Type type, const std::vector<Row>& rows, Text Row::*field) {
    Column::Words words;
    words.reserve(rows.size());
    for (const Row& row : rows) words.push_back(row.*field);
    return {type, std::move(words)};
}
template <class Row, class Text>
Column text_column(const std::vector<Row>& rows, Text Row::*field) {
    return words_column(Column::Type::text, rows, field);
}
template <class Row, class Text>
Column bytes_column(const std::vector<Row>& rows, Text Row::*field) {
    return words_column(Column::Type::bytes, rows, field);
}

}  // namespace linli::district
