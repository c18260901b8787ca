// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/enrol_box.h"

#include <algorithm>

#include "hall/acts/link_steps.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "hall/base/version.h"

namespace linli {
namespace {

Result<Enrolment> enrolment_of(Hall& hall, const SyncLink& link) {
    LINLI_TRY_ASSIGN(const auto content, hall.content());
    LINLI_TRY_ASSIGN(const Box box, hall.stores().box.load());
    Enrolment enrolment{link.address, link.pin, {}};
    sync::EnrolRequest& request = enrolment.request;
    request.code = link.code;
    request.box_id = box.box_id;
    request.epoch = box.epoch;
    request.public_key = hex(link.public_key);
    request.name = content->hall_name.zh;
    request.version = linli_version();
    request.proof = hex(sign(sync::enrol_text(request), link.secret_key));
    return enrolment;
}

/// "sha256//…", or two of them; what curl does not know as a pin it takes for a file's name.
bool is_pin(std::string_view pin) {
    constexpr std::string_view kind = "sha256//";
    while (!pin.empty()) {
        const std::size_t end = std::min(pin.find(';'), pin.size());
        if (!pin.starts_with(kind) || end == kind.size()) return false;
        pin.remove_prefix(std::min(end + 1, pin.size()));
    }
    return true;
}

void make_key(SyncLink& link) {
    SigningKey key = make_signing_key();
    link.public_key = std::move(key.public_key);
    link.secret_key = std::move(key.secret);
}

}  // namespace

bool is_district_address(std::string_view address) {
    constexpr std::string_view secure = "https://", clear = "http://";
    if (address.find_first_of(" \t\r\n\\@?#\"'") != std::string_view::npos) return false;
    if (address.starts_with(secure)) return address.size() > secure.size() && address[secure.size()] != '/';
    if (!address.starts_with(clear)) return false;
    const std::string_view host = address.substr(clear.size());
    for (const std::string_view here : {"127.0.0.1", "[::1]", "localhost"})
        if (host.starts_with(here) && (host.size() == here.size() || host[here.size()] == ':')) return true;
    return false;
}

ActResult<Enrolment> begin_enrolment(Hall& hall, std::string_view pairing) {
    LINLI_TRY_ASSIGN(const sync::Pairing read, sync::read_pairing(pairing));
    return begin_enrolment(hall, read);
}

ActResult<Enrolment> begin_enrolment(Hall& hall, const sync::Pairing& pairing) {
    if (!is_district_address(pairing.address))
        return fail(ErrorCode::invalid_input, "the pairing string names no address that begins with https://");
    if (!is_pin(pairing.pin)) return fail(ErrorCode::invalid_input, "the pairing string's pin is none");
    LINLI_TRY_ASSIGN(const auto begun, change_link(hall, [&](SyncLink& link) -> ActResult<SyncLink> {
                         if (link.state == LinkState::approved)
                             return Decision<SyncLink>(refuse(Refusal::enrolled_already));
                         SyncLink next;
                         next.state = LinkState::waiting;
                         next.address = pairing.address;
                         while (next.address.ends_with('/')) next.address.pop_back();
                         next.pin = pairing.pin;
                         next.code = pairing.code;
                         next.public_key = link.public_key;
                         next.secret_key = link.secret_key;
                         if (link.state != LinkState::waiting) make_key(next);
                         // Asked again for the same: what was learnt since stays.
                         const bool same = link.state == LinkState::waiting && link.code == next.code &&
                                           link.address == next.address && link.pin == next.pin;
                         if (!same) link = next;
                         return Decision<SyncLink>(link);
                     }));
    if (!begun) return Decision<Enrolment>(tl::unexpected<Refused>(begun.error()));
    LINLI_TRY_ASSIGN(Enrolment enrolment, enrolment_of(hall, *begun));
    return Decision<Enrolment>(std::move(enrolment));
}

Result<std::optional<Enrolment>> running_enrolment(Hall& hall) {
    LINLI_TRY_ASSIGN(const SyncLink link, hall.stores().sync.link());
    if (link.state != LinkState::waiting) return std::optional<Enrolment>();
    LINLI_TRY_ASSIGN(Enrolment enrolment, enrolment_of(hall, link));
    return std::optional(std::move(enrolment));
}

Result<bool> keep_enrolment(Hall& hall, const std::string& code, const sync::EnrolAnswer& answer) {
    LINLI_TRY_ASSIGN(const std::int64_t now, steady_ms_of(hall));
    return change_link(hall, [&](SyncLink& link) -> Result<bool> {
        if (link.state != LinkState::waiting || link.code != code) return false;
        if (answer.fingerprint != fingerprint_of(link.public_key))
            return fail(ErrorCode::corrupt, "the answer to the enrolment is about another box's key");
        link.contact_wall_ms = hall.clock().wall_ms();
        link.contact_steady_ms = now;
        link.trouble.clear();
        link.trouble_detail.clear();
        if (answer.state == sync::EnrolState::waiting) return true;
        // The code stays until the token has been used: should that be worthless, because somebody asked once more at
        // the same moment, the enrolment goes on (note_revoked).
        link.state = LinkState::approved;
        link.hall_id = answer.hall_id;
        link.hall_name = answer.hall_name;
        link.token = answer.token;
        link.token_made_steady_ms = now;
        link.page_key = answer.page_key;
        link.pages_address = answer.pages_address;
        return true;
    });
}

Status drop_enrolment(Hall& hall, const std::string& code, const std::string& trouble, const std::string& detail) {
    return change_link(hall, [&](SyncLink& link) -> Status {
        if (link.state != LinkState::waiting || link.code != code) return {};
        SyncLink none;
        none.address = link.address;
        none.trouble = trouble;
        none.trouble_detail = detail;
        none.trouble_wall_ms = hall.clock().wall_ms();
        link = none;
        return {};
    });
}

}  // namespace linli
