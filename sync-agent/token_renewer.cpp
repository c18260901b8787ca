// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/token_renewer.h"

#include "hall/acts/renew_token.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/base/uuid.h"

namespace linli::agent {
namespace {

constexpr std::int64_t renew_after_ms = 30LL * 24 * 3'600'000;

}  // namespace

bool TokenRenewer::due(const BoxLink& box) {
    return box.token_age_ms >= renew_after_ms && box.link.next_token.empty() && !box.link.token.empty();
}

Result<Turn> TokenRenewer::renew(Hall& hall, const BoxLink& box) {
    sync::TokenRequest request{new_uuid(hall.clock().wall_ms()), {}};
    request.proof = hex(sign(sync::token_text(request), box.link.secret_key));
    District district(transport_, hall, box);
    const auto token =
        district.ask<std::string>({Method::post, "/v1/token", sync::written(request)}, sync::read_token_answer);
    on_step_(SyncStep::token_answered);
    if (!token) return troubled(token.error());
    LINLI_TRY(keep_next_token(hall, *token));
    on_step_(SyncStep::token_kept);
    return Turn{Turn::Came::forward, {}};
}

}  // namespace linli::agent
