// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/spooler_work.h"

#include <spdlog/spdlog.h>

#include "hall/acts/begin_printing.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/drop_slips.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/show_ticket.h"

namespace linli::kiosk {
namespace {

constexpr std::int64_t look_idle_ms = 5'000;
// Somebody stands there and waits for a slip, or has just put paper in.
constexpr std::int64_t look_waiting_ms = 1'000;

}  // namespace

SpoolerWork::SpoolerWork(Parts parts)
    : parts_(std::move(parts)),
      printer_(parts_.clock, parts_.pace, parts_.devices),
      hall_({.database = parts_.database, .clock = parts_.clock, .place = parts_.place}) {}

bool SpoolerWork::keep_open() {
    const KeptHall::Look look = hall_.look();
    if (look == KeptHall::Look::failed)
        spdlog::warn("ticket printer: the hall cannot be opened: {}", hall_.error().message);
    if (look != KeptHall::Look::opened) return look == KeptHall::Look::same;
    change_mark_ = -1;
    started_ = false;
    // Anew with every opening: the folder may be another one.
    mark_.reset();
    if (auto mark = LiveMark::hold(LiveMark::path(parts_.database, parts_.place)))
        mark_ = std::move(*mark);
    else
        spdlog::warn("ticket printer: nobody will see that its program runs: {}", mark.error().message);
    return true;
}

void SpoolerWork::drop_hall(const Error& error) {
    spdlog::warn("ticket printer: {}", error.message);
    hall_.drop();
}

void SpoolerWork::round(Wake wake, const std::stop_token& stop) {
    if (!keep_open()) return;
    if (const Status worked = work(wake, stop); !worked) drop_hall(worked.error());
}

Status SpoolerWork::work(Wake wake, const std::stop_token& stop) {
    LINLI_TRY(write_down_end());
    LINLI_TRY(start());
    LINLI_TRY_ASSIGN(const std::int64_t mark, hall_->change_mark());
    const bool changed = mark != change_mark_ || wake == Wake::asked;
    change_mark_ = mark;
    const std::int64_t since = parts_.clock.boot_ms() - looked_boot_ms_;
    const bool due = looked_boot_ms_ == 0 || since >= (waiting_ ? look_waiting_ms : look_idle_ms);
    if (!changed && !due) return {};
    if (changed) {
        LINLI_TRY_ASSIGN(const PrinterSettings settings, read_printer_settings(*hall_));
        printer_.use(settings);
        LINLI_TRY_ASSIGN(const auto request, take_device_request(*hall_, Device::printer));
        if (request) LINLI_TRY(do_test(*request, stop));
    }
    const std::int64_t looked_before = looked_boot_ms_;
    LINLI_TRY(print_waiting(stop));
    return due && looked_boot_ms_ == looked_before ? look(stop) : Status{};
}

/// Once for each time the hall is opened: what a predecessor was printing when it died ends, and what it knew of the
/// printer counts.
Status SpoolerWork::start() {
    if (started_) return {};
    LINLI_TRY_ASSIGN(const int interrupted, end_interrupted_printing(*hall_, parts_.place));
    if (interrupted > 0) spdlog::warn("ticket printer: {} slip(s) were cut off when the program ended", interrupted);
    LINLI_TRY_ASSIGN(const HallStatus status, show_hall(*hall_));
    for (const DeviceStatus& device : status.devices)
        if (device.place == parts_.place && device.device == Device::printer && device.health != DeviceHealth::absent)
            printer_.was_there();
    started_ = true;
    return {};
}

/// A paper's end is kept until it is written down, whatever the database does; until then no other paper begins.
Status SpoolerWork::write_down_end() {
    if (!ended_) return {};
    const auto written = end_printing(*hall_, ended_->job, ended_->end);
    // Another hall's file lies in the place of the one that knew this paper: nobody is left to tell.
    const bool unknown = !written && written.error().code == ErrorCode::invalid_input;
    if (!written && !unknown) return tl::unexpected<Error>(written.error());
    ended_.reset();
    parts_.on_step(PrintStep::ended);
    return {};
}

Status SpoolerWork::look(const std::stop_token& stop) {
    looked_boot_ms_ = parts_.clock.boot_ms();
    printer_.look(stop);
    return report();
}

Status SpoolerWork::report() {
    const PrinterState state = printer_.state();
    return report_device(*hall_, {parts_.place, Device::printer, health_of(state), name_of(state), 0});
}

Status SpoolerWork::print_waiting(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        LINLI_TRY_ASSIGN(const auto jobs, slips_to_print(*hall_, parts_.place));
        waiting_ = !jobs.empty();
        if (jobs.empty()) return {};
        LINLI_TRY(look(stop));
        if (!takes_slips(printer_.state())) return {};
        LINLI_TRY(print(jobs.front(), stop));
        LINLI_TRY(write_down_end());
        LINLI_TRY(report());
        // It may have been put back: the next round tries again.
        if (!takes_slips(printer_.state())) return {};
    }
    return {};
}

Result<std::string> SpoolerWork::bytes_for(const PrintJob& job) {
    LINLI_TRY_ASSIGN(const auto content, hall_->content());
    LINLI_TRY_ASSIGN(const TicketView view, view_ticket(*hall_, job.ticket_id));
    SlipOrder order{*content, view, job.language, hall_->zone().at(view.ticket.taken_ms), job.copy, std::nullopt};
    if (job.copy > 1) order.printed_local = hall_->local_now();
    return parts_.slips.ticket(order, printer_.form());
}

Status SpoolerWork::print(const PrintJob& job, const std::stop_token& stop) {
    parts_.on_step(PrintStep::chosen);
    // Before it is begun, so that a fault here costs no copy its number.
    const auto bytes = bytes_for(job);
    const auto begun = begin_printing(*hall_, job.id);
    if (!begun) return tl::unexpected<Error>(begun.error());
    if (!*begun) return {};  // given back or served in this moment
    parts_.on_step(PrintStep::begun);
    if (!bytes) {
        spdlog::error("ticket printer: a slip cannot be made: {}", bytes.error().message);
        ended_ = Ended{job.id, {PrintingEnd::How::failed, SlipTrouble::not_drawn}};
        return {};
    }
    const TicketPrinter::Outcome outcome = send(*bytes, stop);
    parts_.on_step(PrintStep::looked_after);
    switch (outcome.how) {
        case TicketPrinter::Outcome::How::printed:
            ended_ = Ended{job.id, {PrintingEnd::How::printed, {}}};
            break;
        case TicketPrinter::Outcome::How::failed:
            spdlog::warn("ticket printer: a slip did not come out whole: {}", name_of(outcome.trouble));
            ended_ = Ended{job.id, {PrintingEnd::How::failed, outcome.trouble}};
            break;
        case TicketPrinter::Outcome::How::nothing_sent:
            ended_ = Ended{job.id, {PrintingEnd::How::nothing_sent, {}}};
            break;
        case TicketPrinter::Outcome::How::stopped:
            break;  // cut off, as by a crash: whoever starts next sees it and prints again, saying so
    }
    return {};
}

TicketPrinter::Outcome SpoolerWork::send(const std::string& bytes, const std::stop_token& stop) {
    bool half = false;
    return printer_.print(bytes, stop, [&](std::size_t sent) {
        if (!half && sent * 2 >= bytes.size()) {
            half = true;
            parts_.on_step(PrintStep::half_sent);
        }
        if (sent == bytes.size()) parts_.on_step(PrintStep::sent);
    });
}

Status SpoolerWork::do_test(DeviceRequest request, const std::stop_token& stop) {
    LINLI_TRY(look(stop));
    if (!takes_slips(printer_.state()))
        return finish_device_request(*hall_, std::move(request), name_of(printer_.state()));
    LINLI_TRY_ASSIGN(const auto content, hall_->content());
    const auto wanted = document_wanted(request);
    const auto bytes = wanted ? parts_.slips.document(*content, *wanted, hall_->local_now(), printer_.form())
                              : parts_.slips.test(*content, hall_->local_now(), printer_.form());
    if (!bytes) return finish_device_request(*hall_, std::move(request), name_of(SlipTrouble::not_drawn));
    const TicketPrinter::Outcome outcome = printer_.print(*bytes, stop, [](std::size_t) {});
    const bool printed = outcome.how == TicketPrinter::Outcome::How::printed;
    const std::string trouble =
        outcome.how == TicketPrinter::Outcome::How::nothing_sent ? name_of(printer_.state()) : name_of(outcome.trouble);
    LINLI_TRY(finish_device_request(*hall_, std::move(request), printed ? "" : trouble));
    return report();
}

}  // namespace linli::kiosk
