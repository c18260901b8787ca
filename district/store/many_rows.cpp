// SPDX-License-Identifier: Apache-2.0
#include "district/store/many_rows.h"

namespace linli::district {

std::optional<std::int64_t> Column::number(std::size_t row) const {
    if (const auto* const numbers = std::get_if<Numbers>(&values)) return numbers->at(row);
    const auto* const same = std::get_if<std::int64_t>(&values);
    return same ? std::optional(*same) : std::nullopt;
}

std::string_view Column::words(std::size_t row) const {
    if (const auto* const all = std::get_if<Words>(&values)) return all->at(row);
    const auto* const same = std::get_if<std::string_view>(&values);
    return same ? *same : std::string_view();
}

}  // namespace linli::district
