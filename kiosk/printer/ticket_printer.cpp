// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/ticket_printer.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <thread>

#include "kiosk/printer/escpos.h"
#include "kiosk/printer/open_link.h"

namespace linli::kiosk {
namespace {

// A named printer that is switched on should soon be there; looking through all lines costs more.
constexpr std::int64_t reopen_named_ms = 3'000;
constexpr std::int64_t look_around_ms = 10'000;

}  // namespace

TicketPrinter::TicketPrinter(const Clock& clock, PrinterPace pace, std::filesystem::path devices)
    : clock_(clock), pace_(pace), devices_(std::move(devices)) {}

void TicketPrinter::use(const PrinterSettings& settings) {
    if (settings == settings_) return;
    // Another width needs no other link, another address does.
    if (settings.address != settings_.address) {
        link_.reset();
        tried_boot_ms_.reset();
        answers_ = was_there_ = false;
    }
    settings_ = settings;
}

PrinterState TicketPrinter::without_link() const {
    const bool named = settings_.address.kind != PrinterAddress::Kind::looked_for;
    return named || was_there_ ? PrinterState::unplugged : PrinterState::not_found;
}

void TicketPrinter::keep_link(Reopen reopen, const std::stop_token& stop) {
    if (link_) return;
    const bool named = settings_.address.kind != PrinterAddress::Kind::looked_for;
    const std::int64_t now = clock_.boot_ms();
    const std::int64_t pause = named ? reopen_named_ms : look_around_ms;
    if (reopen == Reopen::when_due && tried_boot_ms_ && now - *tried_boot_ms_ < pause) return;
    tried_boot_ms_ = now;
    if (named) {
        auto opened = open_link(settings_.address, stop);
        if (!opened) return;
        used_ = settings_.address;
        link_ = std::move(*opened);
    } else {
        auto found = find_printer(devices_, stop);
        if (!found) return;
        if (found->address != used_) answers_ = false;
        used_ = found->address;
        link_ = std::move(found->link);
    }
    was_there_ = true;
    between_slips_ = false;
    spdlog::info("ticket printer: {}", used_.text());
}

Result<std::optional<PrinterState>> TicketPrinter::ask() {
    auto answer = ask_status(*link_, pace_.answer_ms);
    if (!answer) link_.reset();
    if (answer && *answer) answers_ = true;
    return answer;
}

PrinterState TicketPrinter::look(const std::stop_token& stop) {
    if (settings_.address.kind == PrinterAddress::Kind::none || settings_.paper == PrinterSettings::Paper::off) {
        link_.reset();
        return state_ = PrinterState::switched_off;
    }
    const bool had_link = link_ != nullptr;
    keep_link(Reopen::when_due, stop);
    if (!link_) return state_ = without_link();
    auto answer = ask();
    // Some close a connection on which nothing was said for a while. That is not worth anybody's walk.
    if (!answer && had_link) {
        keep_link(Reopen::now, stop);
        if (link_) answer = ask();
    }
    if (!answer) return state_ = without_link();
    return state_ = answer->value_or(answers_ ? PrinterState::offline : PrinterState::no_answer);
}

// A slip that was cut off inside a picture, by us, a predecessor or the wire, leaves the printer waiting for the rest
// of its dots: it would take the next slip's beginning for them, and with it the word that says it is a second paper.
// So the rest comes as blank dots. Where nothing is missing, ESC/POS printers ignore NUL.
std::optional<TicketPrinter::Outcome> TicketPrinter::fill_up_cut_off_slip(const std::stop_token& stop) {
    if (between_slips_) return {};
    const std::string blank(Escpos::strip_bytes_max, '\0');
    const SendOutcome sent = send_slip(*link_, blank, pace_, stop, [](std::size_t) {});
    if (sent.end == SendOutcome::End::all) return {};
    if (sent.end == SendOutcome::End::stopped) return Outcome{Outcome::How::nothing_sent};
    link_->abandon();
    link_.reset();
    state_ = sent.end == SendOutcome::End::stalled ? PrinterState::offline : without_link();
    return Outcome{Outcome::How::nothing_sent};
}

TicketPrinter::Outcome TicketPrinter::print(std::string_view bytes, const std::stop_token& stop,
                                            const std::function<void(std::size_t)>& on_sent) {
    using How = Outcome::How;
    if (!link_) return {How::nothing_sent};
    if (const auto outcome = fill_up_cut_off_slip(stop)) return *outcome;
    between_slips_ = false;
    const SendOutcome sent = send_slip(*link_, bytes, pace_, stop, on_sent);
    if (sent.end == SendOutcome::End::all) {
        const Outcome outcome = watch_it_come_out(stop);
        between_slips_ = outcome.how == How::printed;
        return outcome;
    }
    if (sent.end == SendOutcome::End::stopped) {
        // Closed the usual way, a slow line would keep the program until all of it was printed.
        link_->abandon();
        link_.reset();
        return {sent.sent == 0 ? How::nothing_sent : How::stopped};
    }
    // Why it stands still is worth knowing while it can still be asked.
    std::optional<PrinterState> why;
    if (sent.end == SendOutcome::End::stalled)
        if (const auto answer = ask_status(*link_, pace_.answer_ms)) why = *answer;
    if (link_) link_->abandon();
    link_.reset();
    state_ = why.value_or(sent.end == SendOutcome::End::stalled ? PrinterState::offline : without_link());
    if (sent.sent == 0) return {How::nothing_sent};
    if (sent.end == SendOutcome::End::lost) return {How::failed, SlipTrouble::link_lost};
    return {How::failed, why && !takes_slips(*why) ? SlipTrouble::half_printed : SlipTrouble::stalled};
}

std::optional<TicketPrinter::Outcome> TicketPrinter::judge(const std::optional<PrinterState>& now) {
    if (!now) return {};
    state_ = *now;
    if (takes_slips(*now)) return {};
    const bool unexplained = *now == PrinterState::offline;
    return Outcome{Outcome::How::failed, unexplained ? SlipTrouble::not_sure : SlipTrouble::half_printed};
}

// The last bytes were taken, but the paper is still moving: what ends in these moments, ends in the middle of a slip.
TicketPrinter::Outcome TicketPrinter::watch_it_come_out(const std::stop_token& stop) {
    using Steady = std::chrono::steady_clock;
    const auto begun = Steady::now();
    const auto passed = [&] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begun).count();
    };
    bool answered = false;
    while (true) {
        const auto answer = ask();
        if (!answer) {
            state_ = without_link();
            return {Outcome::How::failed, SlipTrouble::not_sure};
        }
        if (const auto outcome = judge(*answer)) return *outcome;
        answered = answer->has_value();
        const bool silent = answers_ && !answered;
        const std::int64_t enough = silent ? pace_.silent_ms_max : pace_.settle_ms;
        if (passed() >= enough || stop.stop_requested()) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(pace_.look_every_ms));
    }
    if (answers_ && !answered) {
        state_ = PrinterState::offline;
        return {Outcome::How::failed, SlipTrouble::not_sure};
    }
    return {Outcome::How::printed};
}

}  // namespace linli::kiosk
