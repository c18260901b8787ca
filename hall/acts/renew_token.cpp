// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/renew_token.h"

#include "hall/acts/link_steps.h"

namespace linli {

Status keep_next_token(Hall& hall, const std::string& token) {
    return change_link(hall, [&](SyncLink& link) -> Status {
        link.next_token = token;
        return {};
    });
}

Status note_token_used(Hall& hall, const std::string& token) {
    LINLI_TRY_ASSIGN(const std::int64_t now, steady_ms_of(hall));
    return change_link(hall, [&](SyncLink& link) -> Status {
        if (token.empty() || link.state == LinkState::waiting) return {};
        if (token == link.next_token) {
            link.token_before = std::exchange(link.token, std::exchange(link.next_token, {}));
            link.token_made_steady_ms = now;
        } else if (token == link.token_before) {
            link.token = std::exchange(link.token_before, {});
            link.token_made_steady_ms.reset();
        }
        if (token == link.token) link.code.clear();
        return {};
    });
}

Status drop_next_token(Hall& hall, const std::string& token) {
    return change_link(hall, [&](SyncLink& link) -> Status {
        if (link.next_token == token) link.next_token.clear();
        return {};
    });
}

}  // namespace linli
