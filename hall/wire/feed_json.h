// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hall/base/result.h"
#include "hall/content/localized_text.h"

namespace linli::sync {

/// The bodies of what a district asks for (hall/wire/sync_protocol.md). Error: corrupt for what is not of that shape.

struct MessageOrder {
    LocalizedText words;
    std::optional<std::int64_t> until_ms;
};
Result<MessageOrder> read_message_order(std::string_view body);
/// The program's name.
Result<std::string> read_restart_order(std::string_view body);

}  // namespace linli::sync
