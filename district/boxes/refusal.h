// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

#include "hall/base/result.h"

namespace linli::district {

/// Why a box does not get what it asks for: status, name and one English sentence, as the protocol has them.
struct BoxRefusal {
    int status = 403;
    std::string_view problem;
    std::string detail;
    std::optional<std::int64_t> offset{};  ///< of wrong_offset: from where to go on
};

/// A failure of the world, or a refusal, or the answer.
template <class T>
using BoxResult = Result<tl::expected<T, BoxRefusal>>;

inline tl::unexpected<BoxRefusal> refuse(int status, std::string_view problem, std::string detail) {
    return tl::unexpected<BoxRefusal>(BoxRefusal{status, problem, std::move(detail)});
}

}  // namespace linli::district
