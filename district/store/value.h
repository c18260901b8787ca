// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace linli::district {

/// Bytes that are no text: digests, keys, an entry as it came.
struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};

/// What goes into a statement and comes out of it. A text holds no zero byte, which PostgreSQL does not take.
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;
using Values = std::vector<Value>;

inline Value value_of(const std::optional<std::int64_t>& number) { return number ? Value(*number) : Value(); }
inline Value value_of(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }

/// One row that a statement gave.
class Row {
public:
    explicit Row(Values values) : values_(std::move(values)) {}

    /// 0 and "" for null and for another type.
    std::int64_t integer(std::size_t column) const { return integer_or_nothing(column).value_or(0); }
    /// Also a blob's bytes.
    std::string text(std::size_t column) const { return text_or_nothing(column).value_or(""); }
    std::optional<std::int64_t> integer_or_nothing(std::size_t column) const;
    std::optional<std::string> text_or_nothing(std::size_t column) const;

private:
    Values values_;
};

using Rows = std::vector<Row>;
/// The first column of each.
std::vector<std::int64_t> numbers_of(const Rows& rows);

}  // namespace linli::district
