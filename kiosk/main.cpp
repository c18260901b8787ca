// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>

#include "hall/base/default_database.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/board/board.h"
#include "kiosk/board/board_worker.h"
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

// Exit codes: 0 done, 1 --check-voice has found something, 2 wrong arguments, 3 no display, font or file.
constexpr int wrong_arguments = 2, world_failed = 3;

struct Arguments {
    std::string database = default_database(), tour, size, language = "zh-CN", page, out, data, save_picture,
                voice_folder;
    int display = -1;
    bool board = false, reduced_motion = false, announce = false, mute = false;
    bool landscape = false, portrait = false, fullscreen = false, graphics_card = false;
    bool larger = false, low = false, high_contrast = false, black_on_white = false, english = false;
    bool list_pages = false;
    int width_dots = 576;
};

int failed(const Error& error) {
    fmt::print(stderr, "linli-kiosk: {}\n", error.message);
    return world_failed;
}

Modes modes_of(const Arguments& arguments) {
    Modes modes;
    if (arguments.english || arguments.language.starts_with("en")) modes.language = Language::en;
    if (arguments.larger) modes.size = TextSize::larger;
    if (arguments.low) modes.reach = Reach::low;
    if (arguments.high_contrast) modes.contrast = Contrast::yellow_on_black;
    if (arguments.black_on_white) modes.contrast = Contrast::black_on_white;
    return modes;
}

struct PanelSize {
    int width = 1080, height = 1920;
};

bool read_size(const Arguments& arguments, PanelSize& size) {
    // A television lies, a kiosk stands.
    const bool board = arguments.board || board_sample_from(arguments.page);
    if (arguments.landscape || (board && !arguments.portrait)) size = {1920, 1080};
    if (arguments.size.empty()) return true;
    char rest = 0;
    const int read = std::sscanf(arguments.size.c_str(), "%dx%d%c", &size.width, &size.height, &rest);
    return read == 2 && size.width >= 320 && size.height >= 320 && size.width <= 16384 && size.height <= 16384;
}

int render_paper(const Arguments& arguments, SlipPictureOrder::Paper paper) {
    const auto done =
        render_slip({paper, arguments.out, arguments.data, modes_of(arguments).language, arguments.width_dots});
    return done ? EXIT_SUCCESS : failed(done.error());
}

int render(const Arguments& arguments, const PanelSize& size) {
    if (const auto paper = slip_paper_from(arguments.page); paper && !arguments.out.empty())
        return render_paper(arguments, *paper);
    const auto sample = board_sample_from(arguments.page);
    if (sample && !arguments.out.empty()) {
        const bool english = modes_of(arguments).english();
        const auto languages = english ? std::optional(BoardLanguages::en) : std::nullopt;
        const auto drawn = render_board({*sample, arguments.out, arguments.data, languages, size.width, size.height});
        return drawn ? EXIT_SUCCESS : failed(drawn.error());
    }
    const auto page = screen_id_from(arguments.page);
    if (!page || arguments.out.empty()) {
        fmt::print(
            stderr,
            "linli-kiosk: --render needs a page of --list-pages, or slip, slip-reprint, slip-test; and --out FILE\n");
        return wrong_arguments;
    }
    RenderOrder order;
    order.page = *page;
    order.out = arguments.out;
    order.content = arguments.data;
    order.modes = modes_of(arguments);
    order.width = size.width;
    order.height = size.height;
    const auto done = render_page(order);
    return done ? EXIT_SUCCESS : failed(done.error());
}

Panel::Options panel_options(const Arguments& arguments, const PanelSize& size) {
    return {.width = size.width,
            .height = size.height,
            .window = arguments.fullscreen ? Panel::Window::fullscreen : Panel::Window::windowed,
            .renderer = arguments.graphics_card ? Panel::Renderer::graphics_card : Panel::Renderer::software,
            .display = arguments.display};
}

int run(const Arguments& arguments, const PanelSize& size) {
    const auto theme = Theme::embedded();
    if (!theme) return failed(theme.error());
    const SystemClock clock;
    HallWorker hall(arguments.database, clock, "kiosk", std::make_unique<SystemPower>());
    PressedSlips slips;
    const auto panel = Panel::open(panel_options(arguments, size));
    if (!panel) return failed(panel.error());
    Wake wake((*panel)->sleeps_in_sdl() ? Wake::Sleep::in_sdl : Wake::Sleep::here);
    Spooler spooler({.database = arguments.database, .clock = clock, .slips = slips});
    EspeakNarrator narrator(arguments.database, clock);
    Kiosk kiosk({hall, narrator, clock, *theme, (*panel)->fonts(), (*panel)->renderer_name()}, modes_of(arguments));
    hall.on_news([&wake] { wake.wake(); });
    hall.on_taken([&spooler] { spooler.wake(); });
    run_frames(**panel, kiosk, wake, clock);
    hall.on_news({});
    hall.on_taken({});
    return EXIT_SUCCESS;
}

/// The window on its display; where that is not there, waits until the television is switched on.
Result<std::unique_ptr<Panel>> panel_when_there(const Panel::Options& options) {
    constexpr std::chrono::seconds retry{2};
    std::string told;
    while (true) {
        auto panel = Panel::open(options);
        if (panel || panel.error().code != ErrorCode::io) return panel;
        if (told != panel.error().message)
            fmt::print(stderr, "linli-kiosk: {}. The board tries again every 2 seconds.\n", panel.error().message);
        told = panel.error().message;
        std::this_thread::sleep_for(retry);
    }
}

int run_board(const Arguments& arguments, const PanelSize& size) {
    const auto theme = Theme::embedded();
    if (!theme) return failed(theme.error());
    const SystemClock clock;
    BoardWorker hall(arguments.database, clock);
    const auto panel = panel_when_there(panel_options(arguments, size));
    if (!panel) return failed(panel.error());
    Wake wake((*panel)->sleeps_in_sdl() ? Wake::Sleep::in_sdl : Wake::Sleep::here);
    std::optional<Announcer> announcer;
    if (!arguments.mute) announcer.emplace(arguments.database, clock, "board");
    Board board({hall, clock, *theme}, arguments.reduced_motion ? Motion::reduced : Motion::full);
    hall.on_news([&wake] { wake.wake(); });
    const auto on_seen = [&hall](BoardRun::Seen seen) {
        hall.set_display(seen == BoardRun::Seen::yes ? BoardWorker::Display::shown : BoardWorker::Display::missing);
    };
    kiosk::run_board({**panel, board, wake, clock, std::max(arguments.display, 0), on_seen, arguments.save_picture});
    hall.on_news({});
    return EXIT_SUCCESS;
}

void add_board_options(CLI::App& app, Arguments& arguments) {
    app.add_flag("--board", arguments.board, "Show the call board instead of the kiosk; 1920x1080 unless told");
    app.add_option("--display", arguments.display,
                   "The display it stands on, counted from 0; the board waits until it is switched on")
        ->check(CLI::Range(0, 15));
    app.add_flag("--mute", arguments.mute, "The board speaks no calls");
    app.add_flag("--reduced-motion", arguments.reduced_motion, "The board's numbers do not blink");
    app.add_option("--save-picture", arguments.save_picture, "Save every frame of the board in this file")->group("");
}

}  // namespace

int main(int argc, char** argv) {
    // What it does goes to the journal of the machine; stdout is for what a command answers.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("linli-kiosk"));
    Arguments arguments;
    CLI::App app{"The hall's touch screen and call board."};
    app.set_version_flag("--version", "linli-kiosk 0.1.0");
    app.add_option("--database", arguments.database, "The hall's database")->capture_default_str();
    app.add_flag("--portrait", arguments.portrait, "1080x1920, the default");
    app.add_flag("--landscape", arguments.landscape, "1920x1080")->excludes("--portrait");
    app.add_option("--size", arguments.size, "Window size in pixels, WIDTHxHEIGHT");
    app.add_flag("--fullscreen", arguments.fullscreen, "All of the screen, without a pointer");
    app.add_flag("--graphics-card", arguments.graphics_card,
                 "Draw with the graphics card (more memory, for very large panels)");
    app.add_option("--language", arguments.language, "First language: zh-CN or en")
        ->check(CLI::IsMember({"zh-CN", "en"}))
        ->capture_default_str();
    app.add_option("--render", arguments.page,
                   "Draw this page, or slip, slip-reprint, slip-test, with sample data into a PNG file and end");
    app.add_option("--out", arguments.out, "The PNG file");
    app.add_option("--width", arguments.width_dots, "Dots across the paper that --render slip shows: 576 or 384")
        ->check(CLI::IsMember({576, 384}))
        ->capture_default_str();
    app.add_option("--data", arguments.data, "A folder of content documents instead of the demo hall");
    app.add_option("--tour", arguments.tour,
                   "Walk through the pages without a display and save pictures in this folder");
    app.add_flag("--larger", arguments.larger, "Begin with larger text");
    app.add_flag("--low", arguments.low, "Begin with everything in the lower half");
    app.add_flag("--high-contrast", arguments.high_contrast, "Begin with yellow on black");
    app.add_flag("--black-on-white", arguments.black_on_white, "Begin with black on white");
    app.add_flag("--english", arguments.english, "Begin in English");
    app.add_flag("--list-pages", arguments.list_pages, "Name the pages and end");
    add_board_options(app, arguments);
    app.add_flag("--announce", arguments.announce,
                 "Only speak the calls, without a screen, where the hall has no board");
    app.add_option("--check-voice", arguments.voice_folder,
                   "Say what is missing or wrong in a folder of recorded words and end (1 where anything is)");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == EXIT_SUCCESS ? EXIT_SUCCESS : wrong_arguments;
    }
    if (arguments.list_pages) {
        for (const ScreenRow& row : screen_table()) fmt::print("{}\n", row.name);
        for (const BoardSampleRow& row : board_samples()) fmt::print("{}\n", row.name);
        return EXIT_SUCCESS;
    }
    if (!arguments.voice_folder.empty()) return print_clip_faults(arguments.voice_folder) == 0 ? EXIT_SUCCESS : 1;
    if (arguments.announce) {
        const SystemClock clock;
        run_announcer(arguments.database, clock);
        return EXIT_SUCCESS;
    }
    PanelSize size;
    if (!read_size(arguments, size)) {
        fmt::print(stderr, "linli-kiosk: --size needs WIDTHxHEIGHT, 320 to 16384 each\n");
        return wrong_arguments;
    }
    if (!arguments.tour.empty()) {
        const auto walked =
            take_tour({arguments.database, arguments.tour, arguments.language, size.width, size.height});
        return walked ? EXIT_SUCCESS : failed(walked.error());
    }
    if (!arguments.page.empty()) return render(arguments, size);
    return arguments.board ? run_board(arguments, size) : run(arguments, size);
}
