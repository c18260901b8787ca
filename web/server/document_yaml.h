// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "hall/base/result.h"

namespace linli::web {

/// A YAML text as JSON, plain scalars read as YAML 1.2's core schema has them (so "no" is a word). Error:
/// invalid_content with the line.
Result<nlohmann::json> json_of_yaml(std::string_view yaml);

}  // namespace linli::web
