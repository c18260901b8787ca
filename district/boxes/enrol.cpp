// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/enrol.h"

#include "district/boxes/token.h"
#include "district/store/alarms.h"
#include "district/store/devices.h"
#include "district/store/halls.h"
#include "district/store/settings.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/base/utf8.h"

namespace linli::district {
namespace {

constexpr std::size_t code_bytes = 16;
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;
constexpr std::size_t id_characters_max = 100, name_characters_max = 200;

std::string hash_of(std::string_view secret) { return std::string(as_text(blake2b(secret))); }

bool proves_itself(const sync::EnrolRequest& request) {
    const auto key = bytes_of_hex(request.public_key), proof = bytes_of_hex(request.proof);
    return key && proof && signature_fits(sync::enrol_text(request), *proof, *key);
}

/// Is this code this box's? Binds it where it is nobody's yet.
BoxResult<PairingRow> claim(Connection& connection, const AskingBox& box, const std::string& code_hash,
                            std::int64_t now_ms) {
    using Outcome = tl::expected<PairingRow, BoxRefusal>;
    LINLI_TRY_ASSIGN(auto pairing, find_pairing(connection, code_hash));
    if (!pairing) return Outcome(refuse(403, "code_unknown", "there is no such code"));
    if (pairing->spent_ms) return Outcome(refuse(403, "code_used", "the code was used already"));
    if (!pairing->box) {
        if (now_ms > pairing->expires_ms) return Outcome(refuse(403, "code_expired", "the code has run out"));
        LINLI_TRY_ASSIGN(const bool bound, bind_pairing(connection, code_hash, box, now_ms));
        if (!bound) return Outcome(refuse(403, "code_used", "another box was quicker with this code"));
        pairing->box = box;
    }
    if (pairing->box->public_key != box.public_key || pairing->box->device_id != box.device_id)
        return Outcome(refuse(403, "code_used", "the code is another box's"));
    return Outcome(std::move(*pairing));
}

/// Lets the box in, with a new token.
Result<sync::EnrolAnswer> let_in(Connection& connection, const HallRow& hall, const PairingRow& pairing,
                                 std::int64_t now_ms) {
    const AskingBox& box = *pairing.box;
    const DeviceRow device{hall.hall_id, box.device_id, box.public_key, box.name};
    LINLI_TRY(save_device(connection, device, now_ms));
    LINLI_TRY_ASSIGN(const bool is_copy, key_is_elsewhere(connection, device));
    if (is_copy)
        LINLI_TRY(raise_alarm(connection, {hall.hall_id, box.device_id, box.epoch}, AlarmKind::clone_suspected,
                              "another box has the same key", now_ms));
    sync::EnrolAnswer answer;
    answer.state = sync::EnrolState::approved;
    answer.fingerprint = fingerprint_of(box.public_key);
    answer.hall_id = hall.hall_id;
    answer.hall_name = hall.name;
    answer.token = new_token();
    answer.page_key = hex(hall.page_key);
    LINLI_TRY_ASSIGN(const auto pages, find_setting(connection, "pages_address"));
    answer.pages_address = pages.value_or("");
    LINLI_TRY(give_token(connection, device, hash_of(answer.token), pairing.code_hash, now_ms));
    return answer;
}

}  // namespace

BoxResult<sync::EnrolAnswer> enrol(Connection& connection, const sync::EnrolRequest& request, std::int64_t now_ms,
                                   const OnStep& on_step) {
    using Outcome = tl::expected<sync::EnrolAnswer, BoxRefusal>;
    if (!proves_itself(request))
        return Outcome(refuse(403, "bad_proof", "the proof is not a signature by this public key"));
    if (!is_plain_line(request.box_id, id_characters_max) || !is_plain_line(request.name, name_characters_max) ||
        !is_plain_line(request.version, id_characters_max))
        return Outcome(refuse(422, "wrong_shape", "box_id, name and version are lines of text"));
    const AskingBox box{request.box_id, *bytes_of_hex(request.public_key), request.name, request.version,
                        request.epoch};
    LINLI_TRY_ASSIGN(Transaction transaction, Transaction::begin(connection));
    LINLI_TRY_ASSIGN(const auto claimed, claim(connection, box, hash_of(request.code), now_ms));
    if (!claimed) return Outcome(tl::unexpected<BoxRefusal>(claimed.error()));
    LINLI_TRY_ASSIGN(const auto hall, find_hall(connection, claimed->hall_id));
    if (!hall || hall->state == HallState::revoked || claimed->approval == Approval::refused)
        return Outcome(refuse(403, "refused", "the administrator has refused this box"));
    if (claimed->approval == Approval::asked) {
        LINLI_TRY(transaction.commit());
        sync::EnrolAnswer answer;
        answer.fingerprint = fingerprint_of(box.public_key);
        return Outcome(std::move(answer));
    }
    LINLI_TRY_ASSIGN(sync::EnrolAnswer answer, let_in(connection, *hall, *claimed, now_ms));
    on_step(ServerStep::enrolment_written);
    LINLI_TRY(transaction.commit());
    on_step(ServerStep::enrolment_committed);
    return Outcome(std::move(answer));
}

Result<std::string> make_pairing_code(Connection& connection, std::string_view hall_id, Approval approval, int days,
                                      std::int64_t now_ms) {
    std::string code = base64url(random_bytes(code_bytes));
    LINLI_TRY(insert_pairing(connection,
                             {std::string(hall_id), hash_of(code), approval, now_ms, now_ms + days * day_ms, {}, {}}));
    return code;
}

}  // namespace linli::district
