// SPDX-License-Identifier: Apache-2.0
#include "hall/store/day_count_store.h"

#include <algorithm>

namespace linli {
namespace {

// With more entries than this to go through, counting all anew is quicker.
constexpr std::int64_t entries_carried_max = 2'000;

}  // namespace

Result<DayCountStore> DayCountStore::open(Database& database) {
    DayCountStore store;
    const std::string select = "SELECT row, state, called_wall_ms, waited_ms, ended_by FROM ticket ";
    LINLI_TRY_ASSIGN(store.all_, database.prepare(select + "WHERE service_day = ?"));
    LINLI_TRY_ASSIGN(store.one_, database.prepare(select + "WHERE id = ? AND service_day = ?"));
    LINLI_TRY_ASSIGN(store.changed_, database.prepare("SELECT DISTINCT subject FROM journal WHERE seq > ? AND seq <= ? "
                                                      "AND kind >= 'ticket.' AND kind < 'ticket/'"));
    return store;
}

DayCountStore::Part DayCountStore::part_of(const Query& query) {
    return {ticket_state_from(query.text(1)).value_or(TicketState::left), query.integer_or_nothing(2).has_value(),
            query.integer(3), query.text(4)};
}

Result<DayCount> DayCountStore::count(std::int64_t service_day, std::int64_t journal_seq) {
    const std::int64_t behind = journal_seq - journal_seq_;
    const bool counts_on = service_day == service_day_ && behind >= 0 && behind <= entries_carried_max;
    service_day_ = service_day;
    // Where reading fails half-way the next time counts all anew.
    const Status read = counts_on ? carry_on(journal_seq) : recount();
    if (!read) service_day_ = -1;
    LINLI_TRY(read);
    journal_seq_ = journal_seq;

    DayCount count;
    for (const auto& [row, part] : parts_) {
        ++count.taken;
        if (part.called) {
            ++count.called;
            count.waited_ms += part.waited_ms;
        }
        if (part.state == TicketState::missed) count.missed.push_back(row);
        if (part.state != TicketState::done) continue;
        ++count.done;
        if (!part.ended_by.empty()) ++count.done_by[part.ended_by];
    }
    std::ranges::sort(count.missed);
    return count;
}

Status DayCountStore::recount() {
    parts_.clear();
    Query query(all_);
    query.bind(service_day_);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return {};
        parts_[query.integer(0)] = part_of(query);
    }
}

Status DayCountStore::carry_on(std::int64_t journal_seq) {
    Query changed(changed_);
    changed.bind(journal_seq_).bind(journal_seq);
    while (true) {
        LINLI_TRY_ASSIGN(const bool more, changed.step());
        if (!more) return {};
        Query ticket(one_);
        ticket.bind(changed.text(0)).bind(service_day_);
        LINLI_TRY_ASSIGN(const bool found, ticket.step());
        if (found) parts_[ticket.integer(0)] = part_of(ticket);
    }
}

}  // namespace linli
