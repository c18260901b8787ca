// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/base/default_database.h"
#include "kiosk/app/session.h"

namespace linli::kiosk {

/// Shell-friendly ends of the program: 0 done, 1 --check-voice has found something, 2 wrong arguments, 3 no display,
/// font or file.
enum class Exit { done = 0, found = 1, usage = 2, failed = 3 };

/// What the words after `linli-kiosk` ask for.
struct CommandLine {
    enum class Deed { show_kiosk, show_board, announce, render, tour, list_pages, check_voice };

    Deed deed = Deed::show_kiosk;
    std::string database = default_database();
    Modes modes;  ///< with which every visit begins
    int width_px = 1080, height_px = 1920;
    int display = -1;  ///< counted from 0; -1 for any
    bool fullscreen = false, graphics_card = false, reduced_motion = false, mute = false;
    std::string page;     ///< to render
    std::string folder;   ///< the tour's or the voice's
    std::string out;      ///< the rendered picture
    std::string content;  ///< a folder of documents; empty for the demo hall's
    std::string save_picture;
    int slip_dots = 576;

    std::string language() const { return modes.english() ? "en" : "zh-CN"; }
};

/// Reads the words. Empty where the program ends at once, after help, the version, or wrong arguments; `exit` says with
/// which code. Everything printed is in the language of `--language`, else of the environment.
std::optional<CommandLine> read_command_line(int count, char** words, Exit& exit);

}  // namespace linli::kiosk
