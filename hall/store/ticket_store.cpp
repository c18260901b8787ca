// SPDX-License-Identifier: Apache-2.0
#include "hall/store/ticket_store.h"

#include <fmt/format.h>

#include <string>

namespace linli {
namespace {

constexpr const char* select_ticket =
    "SELECT row, id, service_day, letter, number, matter, priority, state, taken_wall_ms, state_wall_ms, "
    "taken_steady_ms, "
    "state_steady_ms, order_key, counter, calls, rejoins, check_code, called_wall_ms, waited_ms, "
    "visit_ms, outcome, note, ended_by, ended_by_name FROM ticket ";

// Word for word as in the schema's indexes. INDEXED BY beside them: a hall whose index does not answer is not opened,
// rather than slow.
constexpr const char* is_in_line = "(state = 'waiting' OR state = 'handed_over')";
constexpr const char* is_at_counter = "(state = 'called' OR state = 'serving' OR state = 'held')";
constexpr const char* is_still_open =
    "(state = 'waiting' OR state = 'handed_over' OR state = 'called' OR state = 'serving' OR state = 'held')";
constexpr const char* is_persons_only = "state <> 'done' AND state <> 'left' AND state <> 'missed'";

TicketRow row_of(const Query& query) {
    TicketRow row;
    row.row = query.integer(0);
    Ticket& ticket = row.ticket;
    ticket.id = query.text(1);
    ticket.service_day = query.integer(2);
    const std::string letter = query.text(3);
    ticket.letter = letter.empty() ? '?' : letter[0];
    ticket.number = static_cast<int>(query.integer(4));
    ticket.matter = query.text(5);
    ticket.priority = query.text(6);
    ticket.state = ticket_state_from(query.text(7)).value_or(TicketState::left);
    ticket.taken_ms = query.integer(8);
    ticket.state_since_ms = query.integer(9);
    ticket.taken_steady_ms = query.integer(10);
    ticket.state_since_steady_ms = query.integer(11);
    ticket.order_key = query.integer(12);
    if (const auto counter = query.integer_or_nothing(13)) ticket.counter = static_cast<int>(*counter);
    ticket.calls = static_cast<int>(query.integer(14));
    ticket.rejoins = static_cast<int>(query.integer(15));
    ticket.check_code = query.text(16);
    row.called_ms = query.integer_or_nothing(17);
    row.waited_ms = query.integer(18);
    row.visit_ms = query.integer(19);
    row.outcome = query.text(20);
    row.note = query.text(21);
    row.ended_by = {query.text(22), query.text(23)};
    return row;
}

/// What most rows do not have takes no room in them.
std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

}  // namespace

Result<TicketStore> TicketStore::open(Database& database) {
    TicketStore store;
    const auto select = [&](const std::string& rest) { return database.prepare(select_ticket + rest); };
    const auto select_by = [&](const char* index, const char* condition, const char* rest) {
        return select(fmt::format("INDEXED BY {} WHERE {} {}", index, condition, rest));
    };
    LINLI_TRY_ASSIGN(
        store.next_number_,
        database.prepare("SELECT coalesce(max(number), 0) FROM ticket WHERE service_day = ? AND letter = ?"));
    LINLI_TRY_ASSIGN(
        store.insert_,
        database.prepare("INSERT INTO ticket (id, service_day, letter, number, matter, priority, state, "
                         "taken_wall_ms, state_wall_ms, taken_steady_ms, state_steady_ms, order_key, "
                         "check_code, idempotency_key, person, taken_boot_id) VALUES (?, ?, ?, ?, ?, ?, ?, "
                         "?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(
        store.update_,
        database.prepare("UPDATE ticket SET matter = ?, priority = ?, state = ?, state_wall_ms = ?, "
                         "state_steady_ms = ?, order_key = ?, counter = ?, calls = ?, rejoins = ?, "
                         "called_wall_ms = ?, waited_ms = ?, visit_ms = ?, outcome = ?, note = ?, ended_by = ?, "
                         "ended_by_name = ? WHERE row = ?"));
    LINLI_TRY_ASSIGN(store.find_, select("WHERE service_day = ? AND letter = ? AND number = ?"));
    LINLI_TRY_ASSIGN(store.find_open_, select_by("ticket_open_number", is_still_open,
                                                 "AND letter = ? AND number = ? ORDER BY row DESC LIMIT 1"));
    LINLI_TRY_ASSIGN(store.find_id_, select("WHERE id = ?"));
    LINLI_TRY_ASSIGN(store.find_row_, select("WHERE row = ?"));
    LINLI_TRY_ASSIGN(store.find_key_, select("WHERE idempotency_key = ?"));
    LINLI_TRY_ASSIGN(store.find_person_, select_by("ticket_person", is_persons_only, "AND person = ? AND matter = ?"));
    LINLI_TRY_ASSIGN(
        store.find_same_person_,
        select_by("ticket_person", is_persons_only,
                  "AND person = (SELECT person FROM ticket WHERE row = ?1) AND matter = ?2 AND row <> ?1"));
    LINLI_TRY_ASSIGN(store.line_, select_by("ticket_line", is_in_line, "ORDER BY order_key, row"));
    LINLI_TRY_ASSIGN(store.at_counters_, select_by("ticket_at_counter", is_at_counter, "ORDER BY counter, row"));
    // A call that was taken back is followed by that, among the entries of its ticket.
    LINLI_TRY_ASSIGN(
        store.recent_,
        select("JOIN (SELECT subject, max(seq) AS called_seq FROM (SELECT subject, seq, kind, lead(kind, 1, '') OVER "
               "(PARTITION BY subject ORDER BY seq) AS then_kind FROM (SELECT subject, seq, kind FROM journal "
               "WHERE kind IN ('ticket.called', 'ticket.recalled', 'ticket.call_undone') ORDER BY seq DESC "
               "LIMIT 8 * ?2)) WHERE kind <> 'ticket.call_undone' AND then_kind <> 'ticket.call_undone' "
               "GROUP BY subject) ON subject = id WHERE service_day = ?1 AND called_wall_ms IS NOT NULL "
               "ORDER BY called_seq DESC LIMIT ?2"));
    LINLI_TRY_ASSIGN(store.left_over_,
                     select_by("ticket_open_number", is_still_open, "AND service_day < ? ORDER BY row"));
    LINLI_TRY_ASSIGN(store.boot_of_, database.prepare("SELECT taken_boot_id FROM ticket WHERE row = ?"));
    LINLI_TRY_ASSIGN(store.of_day_, select("WHERE service_day = ? ORDER BY row"));
    LINLI_TRY_ASSIGN(store.ended_, select("WHERE service_day = ? AND state IN ('done', 'missed', 'left') "
                                          "ORDER BY state_steady_ms DESC, row DESC"));
    LINLI_TRY_ASSIGN(
        store.count_,
        database.prepare("SELECT count(*), (SELECT max(row) FROM ticket) FROM ticket WHERE service_day = ?"));
    LINLI_TRY_ASSIGN(store.count_new_,
                     database.prepare("SELECT count(*), max(row) FROM ticket WHERE row > ?2 AND +service_day = ?1"));
    LINLI_TRY_ASSIGN(store.count_matter_,
                     database.prepare("SELECT count(*) FROM ticket WHERE service_day = ? AND matter = ?"));
    LINLI_TRY_ASSIGN(store.add_period_,
                     database.prepare("INSERT INTO ticket_period SELECT ?1, coalesce(max(step), 0) + 1, ?2, ?3, ?4, ?5 "
                                      "FROM ticket_period WHERE ticket = ?1"));
    LINLI_TRY_ASSIGN(store.periods_,
                     database.prepare("SELECT state, counter, begin_wall_ms, length_ms FROM ticket_period "
                                      "WHERE ticket = ? ORDER BY step"));
    LINLI_TRY_ASSIGN(store.remove_period_,
                     database.prepare("DELETE FROM ticket_period WHERE ticket = ?1 AND step = (SELECT max(step) FROM "
                                      "ticket_period WHERE ticket = ?1)"));
    return store;
}

Result<int> TicketStore::next_number(std::int64_t service_day, char letter) {
    const std::string_view name(&letter, 1);
    int number = 0;
    {
        Query query(next_number_);
        query.bind(service_day).bind(name);
        LINLI_TRY(query.step());
        number = static_cast<int>(query.integer(0)) + 1;
    }
    // A number that somebody from an earlier day still holds in his hand is passed over.
    while (true) {
        Query query(find_open_);
        query.bind(name).bind(number);
        LINLI_TRY_ASSIGN(const bool held_by_somebody, query.step());
        if (!held_by_somebody) return number;
        ++number;
    }
}

Status TicketStore::insert(const Ticket& ticket, const TicketOrigin& origin) {
    Query query(insert_);
    query.bind(ticket.id)
        .bind(ticket.service_day)
        .bind(std::string_view(&ticket.letter, 1))
        .bind(ticket.number)
        .bind(ticket.matter)
        .bind(ticket.priority)
        .bind(name_of(ticket.state))
        .bind(ticket.taken_ms)
        .bind(ticket.state_since_ms)
        .bind(ticket.taken_steady_ms)
        .bind(ticket.state_since_steady_ms)
        .bind(ticket.order_key)
        .bind(ticket.check_code)
        .bind(origin.idempotency_key);
    if (origin.person)
        query.bind_blob(*origin.person);
    else
        query.bind_null();
    return query.bind(origin.boot_id).run();
}

Status TicketStore::update(const TicketRow& row) {
    const Ticket& ticket = row.ticket;
    return Query(update_)
        .bind(ticket.matter)
        .bind(ticket.priority)
        .bind(name_of(ticket.state))
        .bind(ticket.state_since_ms)
        .bind(ticket.state_since_steady_ms)
        .bind(ticket.order_key)
        .bind(ticket.counter)
        .bind(ticket.calls)
        .bind(ticket.rejoins)
        .bind(row.called_ms)
        .bind(row.waited_ms)
        .bind(row.visit_ms)
        .bind(unless_empty(row.outcome))
        .bind(unless_empty(row.note))
        .bind(unless_empty(row.ended_by.account))
        .bind(unless_empty(row.ended_by.name))
        .bind(row.row)
        .run();
}

Result<std::optional<TicketRow>> TicketStore::find(std::int64_t service_day, const TicketCode& code) {
    const std::string_view letter(&code.letter, 1);
    {
        Query query(find_);
        query.bind(service_day).bind(letter).bind(code.number);
        LINLI_TRY_ASSIGN(std::optional<TicketRow> row, read_one(query));
        if (row) return row;
    }
    Query query(find_open_);
    query.bind(letter).bind(code.number);
    return read_one(query);
}

Result<std::optional<TicketRow>> TicketStore::find_by_id(std::string_view id) {
    Query query(find_id_);
    query.bind(id);
    return read_one(query);
}

Result<std::optional<TicketRow>> TicketStore::find_by_row(std::int64_t row) {
    Query query(find_row_);
    query.bind(row);
    return read_one(query);
}

Result<std::optional<TicketRow>> TicketStore::find_by_key(std::string_view idempotency_key) {
    Query query(find_key_);
    query.bind(idempotency_key);
    return read_one(query);
}

Result<std::optional<TicketRow>> TicketStore::find_open_of_person(std::string_view person, std::string_view matter) {
    Query query(find_person_);
    query.bind_blob(person).bind(matter);
    return read_one(query);
}

Result<std::optional<TicketRow>> TicketStore::find_open_of_same_person(std::int64_t row, std::string_view matter) {
    Query query(find_same_person_);
    query.bind(row).bind(matter);
    return read_one(query);
}

Result<std::vector<TicketRow>> TicketStore::line() {
    Query query(line_);
    return read_all(query);
}

Result<std::optional<TicketRow>> TicketStore::first_in_line(const std::function<bool(const Ticket&)>& fits) {
    Query query(line_);
    while (true) {
        LINLI_TRY_ASSIGN(std::optional<TicketRow> row, read_one(query));
        if (!row || fits(row->ticket)) return row;
    }
}

Result<std::vector<TicketRow>> TicketStore::at_counters() {
    Query query(at_counters_);
    return read_all(query);
}

Result<std::vector<TicketRow>> TicketStore::recent_calls(std::int64_t service_day, int most) {
    Query query(recent_);
    query.bind(service_day).bind(most);
    return read_all(query);
}

Result<std::vector<TicketRow>> TicketStore::left_over(std::int64_t service_day) {
    Query query(left_over_);
    query.bind(service_day);
    return read_all(query);
}

Result<std::string> TicketStore::boot_of(std::int64_t row) {
    Query query(boot_of_);
    query.bind(row);
    LINLI_TRY(query.step());
    return query.text(0);
}

Result<std::vector<TicketRow>> TicketStore::of_day(std::int64_t service_day) {
    Query query(of_day_);
    query.bind(service_day);
    return read_all(query);
}

Result<std::vector<TicketRow>> TicketStore::ended(std::int64_t service_day) {
    Query query(ended_);
    query.bind(service_day);
    return read_all(query);
}

Result<int> TicketStore::count(std::int64_t service_day) {
    const bool counts_on = counted_.service_day == service_day;
    Query query(counts_on ? count_new_ : count_);
    query.bind(service_day);
    if (counts_on) query.bind(counted_.last_row);
    LINLI_TRY(query.step());
    const int before = counts_on ? counted_.tickets : 0;
    counted_ = {service_day, query.integer_or_nothing(1).value_or(counted_.last_row),
                before + static_cast<int>(query.integer(0))};
    return counted_.tickets;
}

Result<int> TicketStore::count(std::int64_t service_day, std::string_view matter) {
    Query query(count_matter_);
    query.bind(service_day).bind(matter);
    LINLI_TRY(query.step());
    return static_cast<int>(query.integer(0));
}

Status TicketStore::add_period(std::int64_t row, const TicketPeriod& period) {
    return Query(add_period_)
        .bind(row)
        .bind(name_of(period.state))
        .bind(period.counter)
        .bind(period.begin_ms)
        .bind(period.length_ms)
        .run();
}

Result<std::vector<TicketPeriod>> TicketStore::periods(std::int64_t row) {
    std::vector<TicketPeriod> periods;
    Query query(periods_);
    query.bind(row);
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return periods;
        TicketPeriod period;
        period.state = ticket_state_from(query.text(0)).value_or(TicketState::left);
        if (const auto counter = query.integer_or_nothing(1)) period.counter = static_cast<int>(*counter);
        period.begin_ms = query.integer(2);
        period.length_ms = query.integer(3);
        periods.push_back(period);
    }
}

Status TicketStore::remove_newest_period(std::int64_t row) { return Query(remove_period_).bind(row).run(); }

Result<std::vector<TicketRow>> TicketStore::read_all(Query& query) {
    std::vector<TicketRow> rows;
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return rows;
        rows.push_back(row_of(query));
    }
}

Result<std::optional<TicketRow>> TicketStore::read_one(Query& query) {
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional<TicketRow>(row_of(query)) : std::nullopt;
}

}  // namespace linli
