// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace linli {

/// A sound document changed in one place.
struct Mutant {
    enum class Kind {
        spoilt,  ///< a schema says that it is wrong
        edge,    ///< a schema says that it is just within its bounds
    };
    Kind kind = Kind::spoilt;
    std::string what;  ///< "/matters/0/name: no \"zh\""
    nlohmann::json document;
};

/// Every field that a schema describes, as "/matters/*/name/zh".
std::set<std::string> described_fields(const nlohmann::json& schema);

/// One document spoilt in every way that its schema knows: each required field dropped, each value of a wrong type, a
/// field too much in each object, each word of a list, each pattern, each count, length and number out of its bounds;
/// and counts, lengths and numbers at their bounds. Of an array's elements those are taken that show a field for the
/// first time; `met` gets the fields that were met.
std::vector<Mutant> mutants(const nlohmann::json& document, const nlohmann::json& schema, std::set<std::string>& met);

}  // namespace linli
