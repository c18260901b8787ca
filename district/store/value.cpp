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

}  // namespace linli::district
