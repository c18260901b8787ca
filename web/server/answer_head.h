// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "web/server/response.h"

namespace linli::web {

/// An answer's status line and headers as they go over the wire, the headers that keep browsers safe included. Without
/// a length the body ends with the connection.
struct AnswerHead {
    int status = 200;
    std::string content_type;
    std::optional<std::uint64_t> length;
    enum class Connection { keep, close } connection = Connection::keep;
    /// Set where none of the answer's own headers say it.
    std::string cache_control = "no-store";
};
std::string head_text(const AnswerHead& head, const std::vector<std::pair<std::string, std::string>>& headers);

}  // namespace linli::web
