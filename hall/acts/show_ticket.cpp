// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_ticket.h"

#include <algorithm>

#include "hall/acts/line_view.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/take_number.h"
#include "hall/base/bytes.h"
#include "hall/wire/sync_json.h"

namespace linli {
namespace {

std::vector<int> counters_for(const LineView& view, const Matter& matter) {
    std::vector<int> open = view.open_counters_for(matter);
    if (!open.empty()) return open;
    for (const CounterPlan& plan : view.content().counters)
        if (view.content().takes(plan, matter)) open.push_back(plan.number);
    return open;
}

TicketView view_of(const LineView& view, const TicketRow& row) {
    TicketView shown;
    shown.ticket = row.ticket;
    const Matter* matter = view.content().matter(row.ticket.matter);
    if (!matter) return shown;
    shown.any_counter_open = !view.open_counters_for(*matter).empty();
    shown.counters = counters_for(view, *matter);
    if (!stands_in_line(row.ticket.state)) return shown;
    shown.people_ahead = view.people_ahead(*matter, row.ticket.order_key, row.row);
    shown.wait = view.wait(*matter, row.ticket.order_key, row.row);
    return shown;
}

/// In capitals, which make a smaller code on the paper, where the address is a host alone; paths have their own case.
Result<std::string> page_address_of(Hall& hall, const std::string& ticket_id) {
    LINLI_TRY_ASSIGN(const SyncLink link, hall.stores().sync.link());
    const auto key = bytes_of_hex(link.page_key);
    if (link.state != LinkState::approved || link.pages_address.empty() || !key || key->empty()) return std::string();
    std::string address = link.pages_address + "/T/" + sync::page_key_of(*key, ticket_id);
    const std::size_t host = link.pages_address.find("://");
    const bool is_bare = host != std::string::npos && link.pages_address.find('/', host + 3) == std::string::npos;
    const std::size_t from = is_bare ? 0 : link.pages_address.size();
    std::transform(address.begin() + static_cast<std::ptrdiff_t>(from), address.end(),
                   address.begin() + static_cast<std::ptrdiff_t>(from),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return address;
}

Status add_paper_and_page(Hall& hall, const TicketRow& row, TicketView& shown) {
    LINLI_TRY_ASSIGN(shown.slip, hall.stores().prints.newest_of(row.row));
    LINLI_TRY_ASSIGN(shown.page_address, page_address_of(hall, row.ticket.id));
    return {};
}

}  // namespace

Result<TicketView> view_ticket(Hall& hall, const std::string& ticket_id) {
    LINLI_TRY_ASSIGN(const LineView view, LineView::read(hall));
    LINLI_TRY_ASSIGN(const auto row, hall.stores().tickets.find_by_id(ticket_id));
    if (!row) return fail(ErrorCode::invalid_input, "there is no ticket with this id");
    TicketView shown = view_of(view, *row);
    LINLI_TRY(add_paper_and_page(hall, *row, shown));
    return shown;
}

ActResult<TicketView> show_ticket(Hall& hall, const std::string& code) {
    const auto parsed = parse_ticket_code(code);
    if (!parsed) return Decision<TicketView>(refuse(Refusal::unknown_ticket));
    LINLI_TRY_ASSIGN(const LineView view, LineView::read(hall));
    LINLI_TRY_ASSIGN(const auto row, hall.stores().tickets.find(view.service_day(), *parsed));
    if (!row || !view.knows(*row)) return Decision<TicketView>(refuse(Refusal::unknown_ticket));
    TicketView shown = view_of(view, *row);
    LINLI_TRY(add_paper_and_page(hall, *row, shown));
    return Decision<TicketView>(std::move(shown));
}

ActResult<MatterOutlook> show_matter(Hall& hall, const std::string& matter_id, const std::string& priority_id) {
    LINLI_TRY_ASSIGN(const LineView view, LineView::read(hall));
    const Matter* matter = view.content().matter(matter_id);
    if (!matter) return Decision<MatterOutlook>(refuse(Refusal::unknown_matter));
    int head_start_minutes = 0;
    if (!priority_id.empty()) {
        const PriorityClass* priority = view.content().priority(priority_id);
        if (!priority) return Decision<MatterOutlook>(refuse(Refusal::unknown_priority));
        head_start_minutes = priority->head_start_minutes;
    }
    const std::int64_t place = order_key_now(view, head_start_minutes);
    constexpr std::int64_t behind_equals = INT64_MAX;
    MatterOutlook outlook;
    outlook.people_ahead = view.people_ahead(*matter, place, behind_equals);
    outlook.wait = view.wait(*matter, place, behind_equals);
    outlook.any_counter_open = !view.open_counters_for(*matter).empty();
    outlook.counters = counters_for(view, *matter);
    outlook.refused = refusal_by_hours(view.content(), hall.zone(), hall.clock().wall_ms());
    if (!outlook.refused) outlook.refused = refusal_by_pause(view.notices(), matter->id);
    return Decision<MatterOutlook>(std::move(outlook));
}

}  // namespace linli
