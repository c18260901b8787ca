// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/take_number.h"

#include <fmt/format.h>

#include "hall/acts/pause_issuing.h"
#include "hall/acts/slip_queue.h"
#include "hall/base/bytes.h"
#include "hall/base/uuid.h"
#include "hall/queue/opening.h"
#include "hall/queue/order.h"
#include "hall/text/id_number.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::size_t key_length_min = 8;
constexpr std::size_t key_length_max = 64;

/// What the request names, found in the content.
struct Asked {
    const Matter* matter = nullptr;
    int head_start_minutes = 0;
    std::optional<std::string> person_hash;
};

Decision<Asked> look_up(Act& act, const TakeNumber& request) {
    Asked asked;
    asked.matter = act.content().matter(request.matter);
    if (!asked.matter) return refuse(Refusal::unknown_matter);
    if (!request.priority.empty()) {
        const PriorityClass* priority = act.content().priority(request.priority);
        if (!priority) return refuse(Refusal::unknown_priority);
        asked.head_start_minutes = priority->head_start_minutes;
    }
    if (request.person) {
        const auto number = normal_id_number(*request.person);
        if (!number) return refuse(Refusal::invalid_person);
        asked.person_hash = as_text(keyed_blake2b(act.box().person_key, *number));
    }
    return asked;
}

/// The limits that depend on what was issued before.
ActResult<Ticket> check_limits(Act& act, const Asked& asked) {
    TicketStore& tickets = act.stores().tickets;
    if (asked.person_hash) {
        LINLI_TRY_ASSIGN(const auto held, tickets.find_open_of_person(*asked.person_hash, asked.matter->id));
        if (held) return Decision<Ticket>(refuse(Refusal::already_waiting, held->ticket));
    }
    LINLI_TRY_ASSIGN(const int today, tickets.count(act.service_day()));
    if (today >= act.content().rules.numbers_a_day_max) return Decision<Ticket>(refuse(Refusal::daily_limit));
    if (asked.matter->daily_limit) {
        LINLI_TRY_ASSIGN(const int for_matter, tickets.count(act.service_day(), asked.matter->id));
        if (for_matter >= *asked.matter->daily_limit) return Decision<Ticket>(refuse(Refusal::daily_limit));
    }
    return Decision<Ticket>(Ticket{});
}

/// The first paper, where one is wanted and the place has a printer. Gives whether it is queued.
Result<bool> ask_for_paper(Act& act, const TakeNumber& request, const Ticket& ticket) {
    if (request.paper == Paper::none) return false;
    LINLI_TRY_ASSIGN(const bool printer_there, has_printer(act, request.place));
    if (!printer_there) return false;
    LINLI_TRY_ASSIGN(const auto row, act.stores().tickets.find_by_id(ticket.id));
    if (!row) return fail(ErrorCode::corrupt, "a ticket that was just issued is not there");
    LINLI_TRY(queue_slip(act, *row, request.place, request.language, 1));
    return true;
}

ActResult<Ticket> issue(Act& act, const TakeNumber& request) {
    TicketStore& tickets = act.stores().tickets;
    LINLI_TRY_ASSIGN(const auto issued_before, tickets.find_by_key(request.idempotency_key));
    if (issued_before) return Decision<Ticket>(issued_before->ticket);

    const Decision<Asked> asked = look_up(act, request);
    if (!asked) return Decision<Ticket>(tl::unexpected<Refused>(asked.error()));
    if (auto refused = refusal_by_hours(act.content(), act.zone(), act.wall_ms()))
        return Decision<Ticket>(tl::unexpected<Refused>(*refused));
    LINLI_TRY_ASSIGN(const HallNotices notices, act.stores().notices.all());
    if (auto refused = refusal_by_pause(notices, request.matter))
        return Decision<Ticket>(tl::unexpected<Refused>(*refused));
    LINLI_TRY_ASSIGN(Decision<Ticket> allowed, check_limits(act, *asked));
    if (!allowed) return allowed;

    Ticket ticket;
    ticket.id = new_uuid(act.wall_ms());
    ticket.service_day = act.service_day();
    ticket.letter = asked->matter->line;
    LINLI_TRY_ASSIGN(ticket.number, tickets.next_number(ticket.service_day, ticket.letter));
    ticket.matter = asked->matter->id;
    ticket.priority = request.priority;
    ticket.taken_ms = ticket.state_since_ms = act.wall_ms();
    ticket.taken_steady_ms = ticket.state_since_steady_ms = act.steady_ms();
    ticket.order_key = order_key_of_arrival(act.steady_ms(), asked->head_start_minutes);
    ticket.check_code = fmt::format("{:04}", random_below(10'000));
    LINLI_TRY(tickets.insert(ticket, {request.idempotency_key, asked->person_hash, act.boot_id()}));
    LINLI_TRY_ASSIGN(const bool on_paper, ask_for_paper(act, request, ticket));
    LINLI_TRY(act.record("ticket.taken", ticket.id,
                         wire::ticket_body(ticket, {{"priority", ticket.priority},
                                                    {"order_key", ticket.order_key},
                                                    {"paper", on_paper ? "wanted" : "none"}})));
    return Decision<Ticket>(ticket);
}

}  // namespace

std::optional<Refused> refusal_by_hours(const HallContent& content, const TimeZone& zone, WallMs now) {
    const IssuingAnswer answer = issuing_at(content.hours, zone, now);
    switch (answer.state) {
        case Issuing::open:
            return {};
        case Issuing::closed_today:
            return Refused{Refusal::closed_today, {}, answer.next_opening_ms};
        case Issuing::before_opening:
            return Refused{Refusal::before_opening, {}, answer.next_opening_ms};
        case Issuing::after_closing:
            return Refused{Refusal::after_closing, {}, answer.next_opening_ms};
        case Issuing::on_break:
            return Refused{Refusal::on_break, {}, answer.next_opening_ms};
    }
    return {};
}

ActResult<Ticket> issue_number(Hall& hall, const TakeNumber& request) {
    const std::size_t length = request.idempotency_key.size();
    if (length < key_length_min || length > key_length_max)
        return fail(ErrorCode::invalid_input, "an idempotency key has 8 to 64 characters");
    return perform(hall, [&](Act& act) { return issue(act, request); });
}

ActResult<TicketView> take_number(Hall& hall, const TakeNumber& request) {
    LINLI_TRY_ASSIGN(const Decision<Ticket> issued, issue_number(hall, request));
    if (!issued) return Decision<TicketView>(tl::unexpected<Refused>(issued.error()));
    LINLI_TRY_ASSIGN(TicketView view, view_ticket(hall, issued->id));
    return Decision<TicketView>(std::move(view));
}

}  // namespace linli
