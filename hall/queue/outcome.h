// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace linli {

/// How a visit can end. Each has a text "outcome.<name>" in every language.
inline constexpr std::array<std::string_view, 5> outcomes = {
    "done",              // settled at the counter
    "accepted",          // taken in, to be decided later
    "material_missing",  // the person comes again with what is missing
    "passed_on",         // to another office
    "not_ours",          // not a thing of this hall
};

/// Why a number has left without a visit. They have texts in the same family.
inline constexpr std::array<std::string_view, 3> leavings = {"given_back", "day_end", "clerk"};

inline bool is_outcome(std::string_view name) { return std::ranges::find(outcomes, name) != outcomes.end(); }

}  // namespace linli
