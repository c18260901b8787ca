// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linli::web {

/// Percent-decoded (RFC 3986, 2.1); nothing for a broken escape or a zero byte.
std::optional<std::string> percent_decoded(std::string_view text);

/// A path's segments, decoded: "/a/b%20c" is {"a", "b c"}. Nothing for one that is no absolute path, holds "." or "..",
/// a broken escape, or a slash that was escaped: such paths mean different things to different readers.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

/// A query's names and values, decoded, "+" being a space. Nothing for a broken escape or a name that comes twice.
std::optional<std::map<std::string, std::string, std::less<>>> query_values(std::string_view query);

}  // namespace linli::web
