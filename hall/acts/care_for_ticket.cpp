// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/care_for_ticket.h"

#include <array>

#include "hall/acts/asked_before.h"
#include "hall/acts/ticket_steps.h"
#include "hall/base/utf8.h"

namespace linli {
namespace {

constexpr std::array care_names = {"rejoin", "remove_priority", "reprint", "end"};
static_assert(care_names.size() == static_cast<std::size_t>(Care::end) + 1);
constexpr std::size_t reason_characters_max = 200;

Status check(const TicketCare& care) {
    LINLI_TRY(check_request_id(care.request_id));
    if (is_plain_line(care.reason, reason_characters_max)) return {};
    return fail(ErrorCode::invalid_input, "a reason is one plain line of at most 200 characters");
}

std::string asked_for(const TicketCare& care) {
    return request_hash({name_of(care.care), care.clerk.account, care.code, care.reason, care.place});
}

template <class T>
Decision<std::string> code_or_refusal(const Decision<T>& decision, const std::string& code) {
    if (!decision) return tl::unexpected<Refused>(decision.error());
    return code;
}

/// Gives the ticket's code.
ActResult<std::string> take_care(Act& act, const TicketCare& care) {
    switch (care.care) {
        case Care::rejoin: {
            LINLI_TRY_ASSIGN(const Decision<Ticket> done, rejoin(act, care.code));
            return code_or_refusal(done, done ? done->code() : "");
        }
        case Care::remove_priority: {
            LINLI_TRY_ASSIGN(const Decision<Ticket> done, remove_priority(act, care.code, care.reason));
            return code_or_refusal(done, done ? done->code() : "");
        }
        case Care::reprint: {
            LINLI_TRY_ASSIGN(const Decision<PrintJob> done, reprint_slip(act, care.code, care.place));
            const auto parsed = parse_ticket_code(care.code);
            return code_or_refusal(done, parsed ? parsed->text() : "");
        }
        case Care::end: {
            LINLI_TRY_ASSIGN(const Decision<Ticket> done, end_ticket(act, care.code, care.reason, care.clerk));
            return code_or_refusal(done, done ? done->code() : "");
        }
    }
    return fail(ErrorCode::invalid_input, "there is no such care");
}

}  // namespace

const char* name_of(Care care) { return care_names[static_cast<std::size_t>(care)]; }

std::optional<Care> care_from(std::string_view name) {
    for (std::size_t i = 0; i < care_names.size(); ++i)
        if (name == care_names[i]) return static_cast<Care>(i);
    return {};
}

ActResult<CareDone> care_for_ticket(Hall& hall, const TicketCare& care) {
    LINLI_TRY(check(care));
    return perform(hall, [&](Act& act) -> ActResult<CareDone> {
        const std::string hash = asked_for(care);
        LINLI_TRY_ASSIGN(const auto before, asked_before(act, care.request_id, hash));
        if (!before) return Decision<CareDone>(tl::unexpected<Refused>(before.error()));
        if (*before) return Decision<CareDone>(CareDone{**before, true});
        LINLI_TRY_ASSIGN(Decision<std::string> code, take_care(act, care));
        if (!code) return Decision<CareDone>(tl::unexpected<Refused>(code.error()));
        LINLI_TRY(act.stores().orders.add({care.request_id, act.service_day(), hash, *code}));
        return Decision<CareDone>(CareDone{std::move(*code), false});
    });
}

}  // namespace linli
