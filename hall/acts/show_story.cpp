// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_story.h"

#include "hall/acts/desk_tickets.h"
#include "hall/acts/line_view.h"

namespace linli {
namespace {

std::vector<TicketStep> steps_of(const TicketRow& row, const std::vector<TicketPeriod>& periods,
                                 std::int64_t steady_ms) {
    std::vector<TicketStep> steps;
    steps.reserve(periods.size() + 1);
    for (const TicketPeriod& period : periods)
        steps.push_back({period.state, period.counter, period.begin_ms, period.length_ms});
    const Ticket& ticket = row.ticket;
    // What has ended lasts no longer.
    const std::int64_t so_far = is_open(ticket.state) ? steady_ms - ticket.state_since_steady_ms : 0;
    steps.push_back({ticket.state, ticket.counter, ticket.state_since_ms, so_far});
    return steps;
}

}  // namespace

ActResult<TicketStory> show_story(Hall& hall, const std::string& code) {
    const auto parsed = parse_ticket_code(code);
    if (!parsed) return Decision<TicketStory>(refuse(Refusal::unknown_ticket));
    std::optional<TicketRow> row;
    std::vector<TicketPeriod> periods;
    std::optional<PrintJob> slip;
    LINLI_TRY_ASSIGN(const LineView view,
                     LineView::read(hall, [&](HallStores& stores, std::int64_t service_day) -> Status {
                         LINLI_TRY_ASSIGN(row, stores.tickets.find(service_day, *parsed));
                         if (!row) return {};
                         LINLI_TRY_ASSIGN(periods, stores.tickets.periods(row->row));
                         LINLI_TRY_ASSIGN(slip, stores.prints.newest_of(row->row));
                         return {};
                     }));
    if (!row || !view.knows(*row)) return Decision<TicketStory>(refuse(Refusal::unknown_ticket));

    TicketStory story;
    story.ticket = desk_ticket(*row, view.steady_ms());
    story.outcome = row->outcome;
    story.note = row->note;
    story.steps = steps_of(*row, periods, view.steady_ms());
    if (slip) story.slip = slip->state;
    const Matter* matter = view.content().matter(row->ticket.matter);
    if (matter && stands_in_line(row->ticket.state)) {
        story.people_ahead = view.people_ahead(*matter, row->ticket.order_key, row->row);
        story.wait = view.wait(*matter, row->ticket.order_key, row->row);
    }
    return Decision<TicketStory>(std::move(story));
}

}  // namespace linli
