// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "district/projections/rules.h"
#include "hall/queue/ticket.h"
#include "hall/wire/sync_json.h"

namespace linli::district {
namespace {

constexpr std::int64_t wait_ms_max = 7LL * 24 * 3600 * 1000;
constexpr std::int64_t steady_ms_max = std::int64_t{1} << 60;
constexpr std::int64_t unknown_steady_ms = -1;  // of a ticket whose taking has not come

std::string state_of(const ReadEntry& entry) { return entry.text("state").value_or(""); }

/// What only the taking says.
void note_taking(TicketRow& ticket, const ReadEntry& entry) {
    ticket.taken_ms = entry.head.wall_ms;
    ticket.taken_steady_ms = entry.head.steady_ms;
}

Result<TicketRow> new_ticket(Projection& projection, const ReadEntry& entry) {
    TicketRow ticket;
    ticket.hall_id = projection.hall.hall_id;
    ticket.ticket_id = entry.head.subject;
    ticket.page_key = sync::page_key_of(projection.hall.page_key, ticket.ticket_id);
    LINLI_TRY_ASSIGN(ticket.date, projection.date_of(*entry.number("service_day"), entry.head.wall_ms));
    ticket.code = *entry.text("code");
    ticket.taken_ms = entry.head.wall_ms;
    ticket.taken_steady_ms = unknown_steady_ms;
    return ticket;
}

void note_call(TicketRow& ticket, const ReadEntry& entry) {
    const std::string& kind = entry.head.kind;
    if (kind == "ticket.called" || kind == "ticket.recalled") {
        ticket.calls = entry.number("call").value_or(1);
        if (ticket.wait_ms || ticket.taken_steady_ms == unknown_steady_ms) return;
        // Both are any number that a box may have said.
        const std::int64_t from = std::clamp<std::int64_t>(ticket.taken_steady_ms, 0, steady_ms_max);
        ticket.wait_ms = std::clamp<std::int64_t>(entry.head.steady_ms, from, from + wait_ms_max) - from;
    } else if (kind == "ticket.call_undone") {
        if (ticket.calls <= 1) ticket.wait_ms.reset();
        ticket.calls = std::max<std::int64_t>(ticket.calls - 1, 0);
    } else if (kind == "ticket.rejoined") {
        ticket.calls = 0;
    }
}

}  // namespace

std::string ticket_fault(const ReadEntry& entry) {
    constexpr std::size_t code_bytes_max = 16, name_bytes_max = 100;
    const auto code = entry.text("code"), matter = entry.text("matter");
    if (entry.head.subject.empty()) return "a ticket's entry names no ticket";
    if (!code || code->empty() || code->size() > code_bytes_max) return "a ticket's entry has no code";
    if (!matter || matter->size() > name_bytes_max) return "a ticket's entry has no matter";
    if (entry.text("priority").value_or("").size() > name_bytes_max) return "a ticket's entry has no such priority";
    if (!entry.number("service_day")) return "a ticket's entry has no service day";
    if (!ticket_state_from(state_of(entry))) return "a ticket's entry has no state that is known";
    return {};
}

Status apply_ticket(Projection& projection, const ReadEntry& entry) {
    auto& [before, now] = projection.tickets[entry.head.subject];
    const bool is_newest = !now || now->epoch != entry.head.epoch || now->seq < entry.head.seq;
    if (!now) {
        LINLI_TRY_ASSIGN(now, new_ticket(projection, entry));
    }
    TicketRow& ticket = *now;
    if (entry.head.kind == "ticket.taken") note_taking(ticket, entry);
    if (!is_newest) return {};
    ticket.device_id = projection.stream.device_id;
    ticket.epoch = entry.head.epoch;
    ticket.seq = entry.head.seq;
    ticket.matter = *entry.text("matter");
    if (ticket.state != state_of(entry)) ticket.state_since_ms = entry.head.wall_ms;
    ticket.state = state_of(entry);
    ticket.counter = entry.number("counter");
    ticket.order_key = entry.number("order_key").value_or(ticket.order_key);
    if (entry.head.kind == "ticket.taken")
        ticket.priority = entry.text("priority").value_or("");
    else if (entry.head.kind == "ticket.priority_removed")
        ticket.priority.clear();
    note_call(ticket, entry);
    return {};
}

}  // namespace linli::district
