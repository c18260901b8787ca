// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/token.h"

#include "hall/base/bytes.h"
#include "hall/base/signing.h"

namespace linli::district {
namespace {

constexpr std::size_t token_bytes = 32;

std::string hash_of(std::string_view token) { return std::string(as_text(blake2b(token))); }

}  // namespace

std::string new_token() { return hex(random_bytes(token_bytes)); }

std::string_view bearer_token(std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme)) return {};
    const std::string_view token = authorization.substr(scheme.size());
    return token.size() == token_bytes * 2 && bytes_of_hex(token) ? token : std::string_view();
}

BoxResult<DeviceRow> find_sender(Connection& connection, std::string_view token, std::int64_t now_ms) {
    using Outcome = tl::expected<DeviceRow, BoxRefusal>;
    const std::string hash = hash_of(token);
    LINLI_TRY_ASSIGN(const auto owner, find_token(connection, hash));
    if (!owner) return Outcome(refuse(401, "token_unknown", "this token is not, or no longer, anybody's"));
    if (owner->hall_state == HallState::revoked)
        return Outcome(refuse(403, "hall_revoked", "this hall was taken out of the district"));
    if (!owner->used_before) LINLI_TRY(first_use_of_token(connection, owner->device, hash, now_ms));
    return Outcome(owner->device);
}

BoxResult<std::string> renew_token(Connection& connection, const DeviceRow& sender, const sync::TokenRequest& request,
                                   std::int64_t now_ms, const OnStep& on_step) {
    using Outcome = tl::expected<std::string, BoxRefusal>;
    const auto proof = bytes_of_hex(request.proof);
    if (!proof || !signature_fits(sync::token_text(request), *proof, sender.public_key))
        return Outcome(refuse(403, "bad_proof", "the proof is not a signature by this box's key"));
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    std::string token = new_token();
    LINLI_TRY(give_token(connection, sender, hash_of(token), {}, now_ms));
    on_step(ServerStep::token_written);
    LINLI_TRY(transaction.commit());
    on_step(ServerStep::token_committed);
    return Outcome(std::move(token));
}

}  // namespace linli::district
