// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/commands.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <iostream>

#include "hall/acts/enrol_box.h"
#include "hall/acts/leave_district.h"
#include "hall/base/live_mark.h"
#include "sync-agent/agent.h"
#include "sync-agent/end_signals.h"
#include "sync-agent/service_notice.h"
#include "sync-agent/status_words.h"

namespace linli::agent {
namespace {

constexpr std::chrono::seconds ask_every{5};
constexpr std::size_t input_max = 4'096;

const Catalogue& texts_of(const CommandLine& order) { return Catalogue::embedded(order.language); }

Exit failed(const CommandLine& order, const Error& error) {
    const std::string key = std::string("error.") + name_of(error.code);
    fmt::print(stderr, "{}\n  {}\n", texts_of(order).text(key, {{"database", order.database.string()}}), error.message);
    return Exit::failed;
}

Result<std::unique_ptr<Hall>> open_hall(const CommandLine& order, const Clock& clock) {
    return Hall::open(order.database, clock, Actor{sync_program});
}

void log_line(const std::string& line) { spdlog::info(line); }

std::string first_line_of_input(const Catalogue& texts) {
    if (::isatty(STDIN_FILENO) != 0) fmt::print(stderr, "{}", texts.text("sync.enrol.prompt"));
    std::string line;
    for (int byte = std::cin.get(); byte >= 0 && byte != '\n' && line.size() < input_max; byte = std::cin.get())
        line += static_cast<char>(byte);
    return line;
}

Exit tell(const CommandLine& order, const SyncView& view) {
    fmt::print("{}\n", order.form == Form::json ? status_json(view) : status_text(texts_of(order), view));
    std::fflush(stdout);
    return Exit::done;
}

/// Asks until the district has decided, or the time that was given is over.
Result<Turn> ask_until_decided(const CommandLine& order, Hall& hall, CurlTransport& transport, const OnStep& on_step) {
    Enroller enroller(transport, on_step);
    const std::int64_t until = hall.clock().boot_ms() + std::int64_t{order.wait_seconds} * 1'000;
    while (true) {
        LINLI_TRY_ASSIGN(const BoxLink box, read_link(hall));
        LINLI_TRY_ASSIGN(Turn turn, enroller.ask(hall, box));
        LINLI_TRY_ASSIGN(const BoxLink after, read_link(hall));
        if (after.link.state != LinkState::waiting) return turn;
        if (hall.clock().boot_ms() >= until || transport.stopped()) return turn;
        transport.rest(ask_every);
    }
}

}  // namespace

Exit run_agent(const CommandLine& order, const Clock& clock, const OnStep& on_step) {
    ServiceNotice notice = ServiceNotice::from_environment();
    CurlTransport transport(order.limits, [&notice] { notice.alive(); });
    const EndSignals signals([&transport] { transport.stop(); });
    const auto mark = LiveMark::hold(LiveMark::path(order.database, sync_program));
    if (!mark) log_line(mark.error().message);
    ServiceRestarter restarter;
    Agent agent({.database = order.database,
                 .clock = clock,
                 .transport = transport,
                 .restarter = restarter,
                 .on_step = on_step,
                 .say = log_line});
    notice.ready();
    agent.run();
    notice.stopping();
    return Exit::done;
}

Exit run_once(const CommandLine& order, const Clock& clock, const OnStep& on_step) {
    const auto hall = open_hall(order, clock);
    if (!hall) return failed(order, hall.error());
    CurlTransport transport(order.limits);
    const EndSignals signals([&transport] { transport.stop(); });
    ServiceRestarter restarter;
    Agent agent({.database = order.database,
                 .clock = clock,
                 .transport = transport,
                 .restarter = restarter,
                 .on_step = on_step,
                 .say = log_line});
    // What the first look brought down, or what it began by, goes up with the next ones.
    do agent.look();
    while (agent.rest_time().count() == 0 && !transport.stopped() && !agent.begins_anew());
    const auto view = show_sync(**hall);
    if (!view) return failed(order, view.error());
    tell(order, *view);
    const bool sent = view->state == LinkState::approved && view->unsent == 0 && view->unsent_attachments == 0 &&
                      view->trouble == SyncTrouble::none;
    return sent ? Exit::done : Exit::refused;
}

Exit enrol(const CommandLine& order, const Clock& clock, const OnStep& on_step) {
    const Catalogue& texts = texts_of(order);
    const auto pairing = sync::read_pairing(order.pairing == "-" ? first_line_of_input(texts) : order.pairing);
    const auto bad_pairing = [&texts] {
        fmt::print(stderr, "{}\n", texts.text("sync.enrol.bad_pairing"));
        return Exit::usage;
    };
    if (!pairing) return bad_pairing();
    const auto hall = open_hall(order, clock);
    if (!hall) return failed(order, hall.error());
    const auto begun = begin_enrolment(**hall, *pairing);
    if (!begun && begun.error().code == ErrorCode::invalid_input) return bad_pairing();
    if (!begun) return failed(order, begun.error());
    if (!*begun) {
        fmt::print(stderr, "{}\n", texts.text(std::string("refusal.") + name_of(begun->error().why)));
        return Exit::refused;
    }
    CurlTransport transport(order.limits);
    const EndSignals signals([&transport] { transport.stop(); });
    const auto turn = ask_until_decided(order, **hall, transport, on_step);
    if (!turn) return failed(order, turn.error());
    const auto view = show_sync(**hall);
    if (!view) return failed(order, view.error());
    tell(order, *view);
    const bool in_the_way = turn->came == Turn::Came::trouble && turn->trouble.what != SyncTrouble::none;
    if (in_the_way && view->trouble == SyncTrouble::none)
        fmt::print(stderr, "{}\n  {}\n", trouble_text(texts, turn->trouble.what), turn->trouble.detail);
    return in_the_way || view->state == LinkState::none ? Exit::refused : Exit::done;
}

Exit leave(const CommandLine& order, const Clock& clock) {
    const Catalogue& texts = texts_of(order);
    const auto hall = open_hall(order, clock);
    if (!hall) return failed(order, hall.error());
    const auto view = show_sync(**hall);
    if (!view) return failed(order, view.error());
    if (view->state == LinkState::none) {
        fmt::print("{}\n", texts.text("sync.leave.none"));
        return Exit::done;
    }
    if (!order.certain) {
        fmt::print(stderr, "{}\n", texts.text("sync.leave.ask", {{"count", std::to_string(view->unsent)}}));
        return Exit::refused;
    }
    if (const auto left = leave_district(**hall); !left) return failed(order, left.error());
    fmt::print("{}\n", texts.text("sync.leave.done"));
    return Exit::done;
}

Exit show_status(const CommandLine& order, const Clock& clock) {
    const auto hall = open_hall(order, clock);
    if (!hall) return failed(order, hall.error());
    const auto view = show_sync(**hall);
    return view ? tell(order, *view) : failed(order, view.error());
}

}  // namespace linli::agent
