// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_contact.h"

#include <algorithm>
#include <array>

#include "hall/acts/link_steps.h"

namespace linli {
namespace {

constexpr std::int64_t write_every_ms = 50'000;
constexpr std::size_t detail_max = 300;
constexpr std::array trouble_names = {
    "none",           "unreachable", "name_unknown",  "not_trusted",      "cut_off",
    "no_answer",      "busy",        "server_fault",  "not_taken",        "too_large",
    "records_differ", "box_behind",  "token_unknown", "hall_revoked",     "code_unknown",
    "code_expired",   "code_used",   "bad_proof",     "enrolment_refused"};
static_assert(trouble_names.size() == static_cast<std::size_t>(SyncTrouble::enrolment_refused) + 1);

void set_trouble(Hall& hall, SyncLink& link, SyncTrouble trouble, const std::string& detail) {
    const std::string name = trouble == SyncTrouble::none ? "" : name_of(trouble);
    if (link.trouble == name) return;  // its first sentence stays: nothing is written each time it goes on
    link.trouble = name;
    link.trouble_detail = trouble == SyncTrouble::none ? "" : detail.substr(0, detail_max);
    link.trouble_wall_ms = hall.clock().wall_ms();
}

}  // namespace

const char* name_of(SyncTrouble trouble) { return trouble_names.at(static_cast<std::size_t>(trouble)); }

SyncTrouble trouble_from(std::string_view name) {
    const auto* const found = std::find(trouble_names.begin(), trouble_names.end(), name);
    return found == trouble_names.end() ? SyncTrouble::none : static_cast<SyncTrouble>(found - trouble_names.begin());
}

Status note_contact(Hall& hall, Contact contact, SyncTrouble trouble, const std::string& detail) {
    LINLI_TRY_ASSIGN(const std::int64_t now, steady_ms_of(hall));
    const auto change = [&](SyncLink& link) -> Status {
        if (link.state == LinkState::none) return {};
        set_trouble(hall, link, trouble, detail);
        const bool due = !link.contact_wall_ms || now - link.contact_steady_ms >= write_every_ms;
        if (contact == Contact::answered && due) {
            link.contact_wall_ms = hall.clock().wall_ms();
            link.contact_steady_ms = now;
        }
        return {};
    };
    // Looked at without the lock for writing first: most of the time there is nothing new.
    LINLI_TRY_ASSIGN(const SyncLink seen, hall.stores().sync.link());
    SyncLink after = seen;
    LINLI_TRY(change(after));
    return after == seen ? Status{} : change_link(hall, change);
}

Status note_revoked(Hall& hall, SyncTrouble trouble, const std::string& detail) {
    return change_link(hall, [&](SyncLink& link) -> Status {
        if (link.state != LinkState::approved && link.state != LinkState::revoked) return {};
        if (!link.code.empty() && trouble == SyncTrouble::token_unknown) {
            link.state = LinkState::waiting;
            return {};
        }
        link.state = LinkState::revoked;
        set_trouble(hall, link, trouble, detail);
        return {};
    });
}

Status note_taken_back(Hall& hall) {
    return change_link(hall, [&](SyncLink& link) -> Status {
        if (link.state != LinkState::revoked) return {};
        link.state = LinkState::approved;
        set_trouble(hall, link, SyncTrouble::none, {});
        return {};
    });
}

}  // namespace linli
