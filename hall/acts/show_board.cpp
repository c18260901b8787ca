// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_board.h"

#include <algorithm>

#include "hall/acts/line_view.h"
#include "hall/acts/take_number.h"

namespace linli {
namespace {

constexpr std::size_t calls_shown_max = 6;
// Some of the newest may stand in the line again, handed over or missed and back.
constexpr int calls_read_max = 24;

std::vector<BoardCall> calls_of(const std::vector<TicketRow>& rows) {
    std::vector<BoardCall> calls;
    for (const TicketRow& row : rows) {
        const Ticket& ticket = row.ticket;
        if (!ticket.counter || stands_in_line(ticket.state) || calls.size() == calls_shown_max) continue;
        calls.push_back(
            {ticket.code(), ticket.letter, *ticket.counter, ticket.calls, row.called_ms.value_or(0), ticket.state});
    }
    return calls;
}

std::vector<BoardLine> lines_of(const LineView& view) {
    std::vector<BoardLine> lines;
    for (const Line& line : view.content().lines) lines.push_back({line.letter, 0, {}});
    for (const TicketRow& row : view.line()) {
        // By the letter on the paper: who was handed over to another line still looks for that.
        const auto line = std::ranges::find(lines, row.ticket.letter, &BoardLine::letter);
        if (line == lines.end()) continue;
        if (line->waiting++ == 0) line->next = row.ticket.code();
    }
    return lines;
}

}  // namespace

Result<BoardView> show_board(Hall& hall) {
    std::vector<TicketRow> called;
    LINLI_TRY_ASSIGN(const LineView view,
                     LineView::read(hall, [&called](HallStores& stores, std::int64_t service_day) -> Status {
                         LINLI_TRY_ASSIGN(called, stores.tickets.recent_calls(service_day, calls_read_max));
                         return {};
                     }));
    BoardView board;
    board.lines = lines_of(view);
    board.waiting = static_cast<int>(view.line().size());
    for (const CounterRow& counter : view.counters())
        board.open_counters += counter.state == CounterState::open ? 1 : 0;
    board.calls = calls_of(called);
    const bool in_use = board.waiting > 0 || !view.at_counters().empty();
    if (const auto refused = refusal_by_hours(view.content(), hall.zone(), hall.clock().wall_ms()); refused && !in_use)
        board.rest = BoardRest{refused->why, refused->next_opening_ms};
    return board;
}

}  // namespace linli
