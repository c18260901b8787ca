// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string>

#include "hall/base/default_database.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/platform/frame_loop.h"
#include "kiosk/platform/panel.h"
#include "kiosk/render/render_page.h"
#include "kiosk/render/tour.h"
#include "kiosk/worker/hall_worker.h"

namespace {

using namespace linli;
using namespace linli::kiosk;

// Exit codes: 0 done, 2 wrong arguments, 3 no display, font or file.
constexpr int wrong_arguments = 2, world_failed = 3;

struct Arguments {
    std::string database = default_database(), tour, size, language = "zh-CN", page, out, data;
    bool landscape = false, portrait = false, fullscreen = false, graphics_card = false;
    bool larger = false, low = false, high_contrast = false, black_on_white = false, english = false;
    bool list_pages = false;
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
    if (arguments.landscape) size = {1920, 1080};
    if (arguments.size.empty()) return true;
    char rest = 0;
    const int read = std::sscanf(arguments.size.c_str(), "%dx%d%c", &size.width, &size.height, &rest);
    return read == 2 && size.width >= 320 && size.height >= 320 && size.width <= 16384 && size.height <= 16384;
}

int render(const Arguments& arguments, const PanelSize& size) {
    const auto page = screen_id_from(arguments.page);
    if (!page || arguments.out.empty()) {
        fmt::print(stderr, "linli-kiosk: --render needs a page of --list-pages and --out FILE\n");
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

int run(const Arguments& arguments, const PanelSize& size) {
    const auto theme = Theme::embedded();
    if (!theme) return failed(theme.error());
    const SystemClock clock;
    HallWorker hall(arguments.database, clock, "kiosk", std::make_unique<SystemPower>());
    const auto panel =
        Panel::open({.width = size.width,
                     .height = size.height,
                     .window = arguments.fullscreen ? Panel::Window::fullscreen : Panel::Window::windowed,
                     .renderer = arguments.graphics_card ? Panel::Renderer::graphics_card : Panel::Renderer::software});
    if (!panel) return failed(panel.error());
    Wake wake((*panel)->sleeps_in_sdl() ? Wake::Sleep::in_sdl : Wake::Sleep::here);
    SilentNarrator narrator;
    Kiosk kiosk({hall, narrator, clock, *theme, (*panel)->fonts(), (*panel)->renderer_name()}, modes_of(arguments));
    hall.on_news([&wake] { wake.wake(); });
    run_frames(**panel, kiosk, wake, clock);
    hall.on_news({});
    return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    // What it does goes to the journal of the machine; stdout is for what a command answers.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("linli-kiosk"));
    Arguments arguments;
    CLI::App app{"The hall's touch screen."};
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
    app.add_option("--render", arguments.page, "Draw this page with sample data into a PNG file and end");
    app.add_option("--out", arguments.out, "The PNG file");
    app.add_option("--data", arguments.data, "A folder of content documents instead of the demo hall");
    app.add_option("--tour", arguments.tour,
                   "Walk through the pages without a display and save pictures in this folder");
    app.add_flag("--larger", arguments.larger, "Begin with larger text");
    app.add_flag("--low", arguments.low, "Begin with everything in the lower half");
    app.add_flag("--high-contrast", arguments.high_contrast, "Begin with yellow on black");
    app.add_flag("--black-on-white", arguments.black_on_white, "Begin with black on white");
    app.add_flag("--english", arguments.english, "Begin in English");
    app.add_flag("--list-pages", arguments.list_pages, "Name the pages and end");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == EXIT_SUCCESS ? EXIT_SUCCESS : wrong_arguments;
    }
    if (arguments.list_pages) {
        for (const ScreenRow& row : screen_table()) fmt::print("{}\n", row.name);
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
    return arguments.page.empty() ? run(arguments, size) : render(arguments, size);
}
