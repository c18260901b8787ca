// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace linli::support {

/// Which fields an object has by console/openapi.yaml: those that must be there, and all that may be.
struct ObjectFields {
    std::set<std::string> required;
    std::set<std::string> allowed;
};

/// Of a schema, or of a property within it: {"Hall", "counters"} is one counter of a Hall. Reads the forms that the
/// document is written in, blocks and braces, and knows nothing else of YAML.
ObjectFields openapi_fields(std::initializer_list<std::string_view> path);

}  // namespace linli::support
