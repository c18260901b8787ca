// SPDX-License-Identifier: Apache-2.0
#include "district/store/value.h"

namespace linli::district {

std::optional<std::int64_t> Row::integer_or_nothing(std::size_t column) const {
    const auto* const number = std::get_if<std::int64_t>(&values_.at(column));
    return number ? std::optional(*number) : std::nullopt;
}

std::optional<std::string> Row::text_or_nothing(std::size_t column) const {
    const Value& value = values_.at(column);
    if (const auto* const text = std::get_if<std::string>(&value)) return *text;
    if (const auto* const blob = std::get_if<Blob>(&value)) return blob->bytes;
    return std::nullopt;
}

std::vector<std::int64_t> numbers_of(const Rows& rows) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(rows.size());
    for (const Row& row : rows) numbers.push_back(row.integer(0));
    return numbers;
}

}  // namespace linli::district
