// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/slip_queue.h"

#include "hall/base/uuid.h"
#include "hall/wire/journal_body.h"

namespace linli {

Result<PrintJob> queue_slip(Act& act, const TicketRow& ticket, const std::string& place, Language language, int copy) {
    PrintJob job;
    job.id = new_uuid(act.wall_ms());
    job.ticket_row = ticket.row;
    job.ticket_id = ticket.ticket.id;
    job.place = place;
    job.copy = copy;
    job.language = language;
    job.asked_ms = job.changed_ms = act.wall_ms();
    job.asked_steady_ms = act.steady_ms();
    LINLI_TRY(act.stores().prints.insert(job));
    return job;
}

Status settle_slip(Act& act, PrintJob& job, std::string_view kind, PrintState state,
                   std::optional<SlipTrouble> trouble) {
    job.state = state;
    job.trouble = trouble;
    job.changed_ms = act.wall_ms();
    LINLI_TRY(act.stores().prints.save(job));
    LINLI_TRY_ASSIGN(const auto ticket, act.stores().tickets.find_by_id(job.ticket_id));
    if (!ticket) return fail(ErrorCode::corrupt, "a paper's ticket is not there");
    const std::string what = trouble ? name_of(*trouble) : "";
    return act.record(
        kind, job.ticket_id,
        trouble
            ? wire::body({{"code", ticket->ticket.code()},
                          {"copy", std::int64_t{job.copy}},
                          {"place", job.place},
                          {"trouble", what}})
            : wire::body({{"code", ticket->ticket.code()}, {"copy", std::int64_t{job.copy}}, {"place", job.place}}));
}

Result<PaperRow> find_slip(Act& act, const std::string& id) {
    LINLI_TRY_ASSIGN(const auto job, act.stores().prints.find(id));
    if (!job) return fail(ErrorCode::invalid_input, "there is no paper with this id");
    LINLI_TRY_ASSIGN(const auto ticket, act.stores().tickets.find_by_id(job->ticket_id));
    if (!ticket) return fail(ErrorCode::corrupt, "a paper's ticket is not there");
    return PaperRow{*job, *ticket};
}

Result<bool> has_printer(Act& act, const std::string& place) {
    LINLI_TRY_ASSIGN(const auto printer, act.stores().devices.find(place, Device::printer));
    return printer && printer->health != DeviceHealth::absent;
}

}  // namespace linli
