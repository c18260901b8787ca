// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>
#include <string>

#include "kiosk/app/kiosk.h"
#include "kiosk/board/board.h"
#include "kiosk/board/board_worker.h"
#include "kiosk/command_line.h"
#include "kiosk/platform/awaited_panel.h"
#include "kiosk/platform/board_loop.h"
#include "kiosk/platform/frame_loop.h"
#include "kiosk/platform/panel.h"
#include "kiosk/printer/spooler.h"
#include "kiosk/render/render_board.h"
#include "kiosk/render/render_page.h"
#include "kiosk/render/render_slip.h"
#include "kiosk/render/tour.h"
#include "kiosk/voice/announcer.h"
#include "kiosk/voice/espeak_narrator.h"
#include "kiosk/voice/run_announcer.h"
#include "kiosk/worker/hall_worker.h"

namespace {

using namespace linli;
using namespace linli::kiosk;

Exit failed(const Error& error) {
    fmt::print(stderr, "linli-kiosk: {}\n", error.message);
    return Exit::failed;
}

Exit ended(const Status& status) { return status ? Exit::done : failed(status.error()); }

/// The page was looked up when the words were read.
Exit render(const CommandLine& order) {
    const Modes& modes = order.modes;
    if (const auto paper = slip_paper_from(order.page))
        return ended(render_slip({*paper, order.out, order.content, modes.language, order.slip_dots}));
    if (const auto sample = board_sample_from(order.page)) {
        const auto languages = modes.english() ? std::optional(BoardLanguages::en) : std::nullopt;
        return ended(render_board({*sample, order.out, order.content, languages, order.width_px, order.height_px}));
    }
    RenderOrder page;
    page.page = screen_id_from(order.page).value_or(ScreenId::home);
    if (const NoticeSampleRow* row = notice_sample_from(order.page)) {
        page.page = row->page;
        page.notice = row->notice;
    }
    page.out = order.out;
    page.content = order.content;
    page.modes = modes;
    page.width = order.width_px;
    page.height = order.height_px;
    return ended(render_page(page));
}

Panel::Options panel_options(const CommandLine& order) {
    return {.width = order.width_px,
            .height = order.height_px,
            .window = order.fullscreen ? Panel::Window::fullscreen : Panel::Window::windowed,
            .renderer = order.graphics_card ? Panel::Renderer::graphics_card : Panel::Renderer::software,
            .display = order.display};
}

Exit show_kiosk(const CommandLine& order) {
    const auto theme = Theme::embedded();
    if (!theme) return failed(theme.error());
    const SystemClock clock;
    HallWorker hall(order.database, clock, "kiosk", std::make_unique<SystemPower>());
    PressedSlips slips;
    const auto panel = Panel::open(panel_options(order));
    if (!panel) return failed(panel.error());
    Wake wake((*panel)->sleeps_in_sdl() ? Wake::Sleep::in_sdl : Wake::Sleep::here);
    Spooler spooler({.database = order.database, .clock = clock, .slips = slips});
    EspeakNarrator narrator(order.database, clock);
    Kiosk kiosk({hall, narrator, clock, *theme, (*panel)->fonts(), (*panel)->renderer_name()}, order.modes);
    hall.on_news([&wake] { wake.wake(); });
    hall.on_taken([&spooler] { spooler.wake(); });
    run_frames(**panel, kiosk, wake, clock);
    hall.on_news({});
    hall.on_taken({});
    return Exit::done;
}

Exit show_board(const CommandLine& order) {
    const auto theme = Theme::embedded();
    if (!theme) return failed(theme.error());
    const SystemClock clock;
    // The calls are spoken also while the television is still off.
    std::optional<Announcer> announcer;
    if (!order.mute) announcer.emplace(order.database, clock, "board");
    BoardWorker hall(order.database, clock);
    const auto panel = panel_when_there(panel_options(order));
    if (!panel) return failed(panel.error());
    if (!*panel) return Exit::done;
    Wake wake((*panel)->sleeps_in_sdl() ? Wake::Sleep::in_sdl : Wake::Sleep::here);
    Board board({hall, clock, *theme}, order.reduced_motion ? Motion::reduced : Motion::full);
    hall.on_news([&wake] { wake.wake(); });
    const auto on_seen = [&hall](BoardRun::Seen seen) {
        hall.set_display(seen == BoardRun::Seen::yes ? BoardWorker::Display::shown : BoardWorker::Display::missing);
    };
    kiosk::run_board({**panel, board, wake, clock, std::max(order.display, 0), on_seen, order.save_picture});
    hall.on_news({});
    return Exit::done;
}

Exit announce(const CommandLine& order) {
    const SystemClock clock;
    run_announcer(order.database, clock);
    return Exit::done;
}

Exit list_pages() {
    for (const ScreenRow& row : screen_table()) fmt::print("{}\n", row.name);
    for (const NoticeSampleRow& row : notice_samples()) fmt::print("{}\n", row.name);
    for (const BoardSampleRow& row : board_samples()) fmt::print("{}\n", row.name);
    return Exit::done;
}

Exit run(const CommandLine& order) {
    switch (order.deed) {
        case CommandLine::Deed::list_pages:
            return list_pages();
        case CommandLine::Deed::check_voice:
            return print_clip_faults(order.folder) == 0 ? Exit::done : Exit::found;
        case CommandLine::Deed::announce:
            return announce(order);
        case CommandLine::Deed::tour:
            return ended(take_tour({order.database, order.folder, order.language(), order.width_px, order.height_px}));
        case CommandLine::Deed::render:
            return render(order);
        case CommandLine::Deed::show_board:
            return show_board(order);
        case CommandLine::Deed::show_kiosk:
            break;
    }
    return show_kiosk(order);
}

}  // namespace

int main(int count, char** words) {
    // What it does goes to the journal of the machine; stdout is for what a command answers.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("linli-kiosk"));
    Exit exit = Exit::done;
    const auto order = read_command_line(count, words, exit);
    return static_cast<int>(order ? run(*order) : exit);
}
