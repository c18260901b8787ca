// SPDX-License-Identifier: Apache-2.0
#include "kiosk/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "hall/base/version.h"
#include "hall/text/catalogue.h"
#include "hall/text/chosen_language.h"
#include "kiosk/app/screen_id.h"
#include "kiosk/render/render_slip.h"
#include "kiosk/render/sample_board.h"
#include "kiosk/render/sample_notices.h"

namespace linli::kiosk {
namespace {

constexpr int side_min_px = 320, side_max_px = 16384, displays_max = 15;

/// The words as CLI11 leaves them, before they are made one order.
struct Words {
    CommandLine order;
    std::string size, language = "zh-CN", tour, voice_folder;
    bool landscape = false, portrait = false, board = false, announce = false, list_pages = false;
    bool larger = false, low = false, high_contrast = false, black_on_white = false, english = false;
};

std::string help(const Catalogue& texts, const char* option) { return texts.text(std::string("kiosk.help.") + option); }

void add_screen_options(CLI::App& app, const Catalogue& texts, Words& words) {
    app.add_option("--database", words.order.database, help(texts, "database"))->capture_default_str();
    app.add_flag("--portrait", words.portrait, help(texts, "portrait"));
    app.add_flag("--landscape", words.landscape, help(texts, "landscape"))->excludes("--portrait");
    app.add_option("--size", words.size, help(texts, "size"));
    app.add_flag("--fullscreen", words.order.fullscreen, help(texts, "fullscreen"));
    app.add_flag("--graphics-card", words.order.graphics_card, help(texts, "graphics_card"));
    app.add_option("--language", words.language, help(texts, "language"))
        ->check(CLI::IsMember({"zh-CN", "en"}))
        ->capture_default_str();
    app.add_flag("--english", words.english, help(texts, "english"));
    app.add_flag("--larger", words.larger, help(texts, "larger"));
    app.add_flag("--low", words.low, help(texts, "low"));
    app.add_flag("--high-contrast", words.high_contrast, help(texts, "high_contrast"));
    app.add_flag("--black-on-white", words.black_on_white, help(texts, "black_on_white"));
}

void add_picture_options(CLI::App& app, const Catalogue& texts, Words& words) {
    app.add_option("--render", words.order.page, help(texts, "render"));
    app.add_option("--out", words.order.out, help(texts, "out"));
    app.add_option("--width", words.order.slip_dots, help(texts, "width"))
        ->check(CLI::IsMember({576, 384}))
        ->capture_default_str();
    app.add_option("--data", words.order.content, help(texts, "data"));
    app.add_option("--tour", words.tour, help(texts, "tour"));
    app.add_flag("--list-pages", words.list_pages, help(texts, "list_pages"));
}

void add_board_options(CLI::App& app, const Catalogue& texts, Words& words) {
    app.add_flag("--board", words.board, help(texts, "board"));
    app.add_option("--display", words.order.display, help(texts, "display"))->check(CLI::Range(0, displays_max));
    app.add_flag("--mute", words.order.mute, help(texts, "mute"));
    app.add_flag("--reduced-motion", words.order.reduced_motion, help(texts, "reduced_motion"));
    app.add_option("--save-picture", words.order.save_picture, help(texts, "save_picture"))->group("");
    app.add_flag("--announce", words.announce, help(texts, "announce"));
    app.add_option("--check-voice", words.voice_folder, help(texts, "check_voice"));
}

Modes modes_of(const Words& words) {
    Modes modes;
    if (words.english || words.language == "en") modes.language = Language::en;
    if (words.larger) modes.size = TextSize::larger;
    if (words.low) modes.reach = Reach::low;
    if (words.high_contrast) modes.contrast = Contrast::yellow_on_black;
    if (words.black_on_white) modes.contrast = Contrast::black_on_white;
    return modes;
}

CommandLine::Deed deed_of(const Words& words) {
    using enum CommandLine::Deed;
    if (words.list_pages) return list_pages;
    if (!words.voice_folder.empty()) return check_voice;
    if (words.announce) return announce;
    if (!words.tour.empty()) return tour;
    if (!words.order.page.empty()) return render;
    return words.board ? show_board : show_kiosk;
}

// False where --size is not WIDTHxHEIGHT.
bool read_size(const Words& words, CommandLine& order) {
    // A television lies, a kiosk stands.
    const bool board = words.board || board_sample_from(order.page);
    if (words.landscape || (board && !words.portrait)) std::swap(order.width_px, order.height_px);
    if (words.size.empty()) return true;
    char rest = 0;
    const int read = std::sscanf(words.size.c_str(), "%dx%d%c", &order.width_px, &order.height_px, &rest);
    const auto fits = [](int side) { return side >= side_min_px && side <= side_max_px; };
    return read == 2 && fits(order.width_px) && fits(order.height_px);
}

bool can_be_rendered(const CommandLine& order) {
    return !order.out.empty() && (slip_paper_from(order.page) || board_sample_from(order.page) ||
                                  screen_id_from(order.page) || notice_sample_from(order.page) != nullptr);
}

}  // namespace

std::optional<CommandLine> read_command_line(int count, char** words, Exit& exit) {
    const Catalogue& texts = Catalogue::embedded(language_from(count, words));
    const auto misused = [&](const char* key) {
        fmt::print(stderr, "{}\n", texts.text(key));
        exit = Exit::usage;
        return std::nullopt;
    };
    Words read;
    CLI::App app{texts.text("kiosk.help.about"), "linli-kiosk"};
    app.set_version_flag("--version", fmt::format("linli-kiosk {}", linli_version()));
    app.footer(texts.text("kiosk.help.exit_codes"));
    add_screen_options(app, texts, read);
    add_picture_options(app, texts, read);
    add_board_options(app, texts, read);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& problem) {
        exit = app.exit(problem) == 0 ? Exit::done : Exit::usage;
        return std::nullopt;
    }
    CommandLine order = read.order;
    order.modes = modes_of(read);
    order.deed = deed_of(read);
    order.folder = order.deed == CommandLine::Deed::tour ? read.tour : read.voice_folder;
    if (!read_size(read, order)) return misused("kiosk.usage.size");
    if (order.deed == CommandLine::Deed::render && !can_be_rendered(order)) return misused("kiosk.usage.render");
    return order;
}

}  // namespace linli::kiosk
