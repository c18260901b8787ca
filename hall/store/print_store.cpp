// SPDX-License-Identifier: Apache-2.0
#include "hall/store/print_store.h"

#include <string>

namespace linli {
namespace {

constexpr const char* select_job =
    "SELECT print_job.row, print_job.id, print_job.ticket, ticket.id, place, copy, language, print_job.state, trouble, "
    "asked_wall_ms, asked_steady_ms, changed_wall_ms FROM print_job JOIN ticket ON ticket.row = print_job.ticket ";

PrintJob job_of(const Query& query) {
    PrintJob job;
    job.row = query.integer(0);
    job.id = query.text(1);
    job.ticket_row = query.integer(2);
    job.ticket_id = query.text(3);
    job.place = query.text(4);
    job.copy = static_cast<int>(query.integer(5));
    job.language = query.text(6) == "en" ? Language::en : Language::zh;
    job.state = print_state_from(query.text(7)).value_or(PrintState::failed);
    if (const auto trouble = query.text_or_nothing(8)) job.trouble = slip_trouble_from(*trouble);
    job.asked_ms = query.integer(9);
    job.asked_steady_ms = query.integer(10);
    job.changed_ms = query.integer(11);
    return job;
}

Result<std::optional<PrintJob>> one_job(Query& query) {
    LINLI_TRY_ASSIGN(const bool found, query.step());
    return found ? std::optional(job_of(query)) : std::nullopt;
}

}  // namespace

Result<PrintStore> PrintStore::open(Database& database) {
    PrintStore store;
    const auto select = [&](const char* rest) { return database.prepare(std::string(select_job) + rest); };
    LINLI_TRY_ASSIGN(store.insert_,
                     database.prepare("INSERT INTO print_job (id, ticket, place, copy, language, state, asked_wall_ms, "
                                      "asked_steady_ms, changed_wall_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    LINLI_TRY_ASSIGN(store.save_, database.prepare("UPDATE print_job SET state = ?2, trouble = ?3, changed_wall_ms = "
                                                   "?4 WHERE row = ?1"));
    LINLI_TRY_ASSIGN(store.find_, select("WHERE print_job.id = ?"));
    LINLI_TRY_ASSIGN(store.newest_, select("WHERE print_job.ticket = ? ORDER BY copy DESC LIMIT 1"));
    // The states stand in the text as well, so that the index of open jobs is used.
    LINLI_TRY_ASSIGN(store.open_jobs_,
                     select("WHERE place = ? AND print_job.state = ? AND print_job.state IN ('queued', 'printing') "
                            "ORDER BY print_job.row"));
    return store;
}

Status PrintStore::insert(const PrintJob& job) {
    return Query(insert_)
        .bind(job.id)
        .bind(job.ticket_row)
        .bind(job.place)
        .bind(job.copy)
        .bind(job.language == Language::en ? "en" : "zh")
        .bind(name_of(job.state))
        .bind(job.asked_ms)
        .bind(job.asked_steady_ms)
        .bind(job.changed_ms)
        .run();
}

Status PrintStore::save(const PrintJob& job) {
    Query query(save_);
    query.bind(job.row).bind(name_of(job.state));
    if (job.trouble)
        query.bind(name_of(*job.trouble));
    else
        query.bind_null();
    return query.bind(job.changed_ms).run();
}

Result<std::optional<PrintJob>> PrintStore::find(std::string_view id) {
    Query query(find_);
    query.bind(id);
    return one_job(query);
}

Result<std::optional<PrintJob>> PrintStore::newest_of(std::int64_t ticket_row) {
    Query query(newest_);
    query.bind(ticket_row);
    return one_job(query);
}

Result<std::vector<PrintJob>> PrintStore::open_jobs(std::string_view place, PrintState state) {
    std::vector<PrintJob> jobs;
    Query query(open_jobs_);
    query.bind(place).bind(name_of(state));
    while (true) {
        LINLI_TRY_ASSIGN(const bool found, query.step());
        if (!found) return jobs;
        jobs.push_back(job_of(query));
    }
}

}  // namespace linli
