// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace linli::web {

/// Text as it stands inside an HTML element or a quoted attribute.
std::string escaped_html(std::string_view text);

}  // namespace linli::web
