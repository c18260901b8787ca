// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hall/content/slip_plan.h"
#include "kiosk/printer/bitmap.h"

namespace linli::kiosk {

/// How often each dot of a picture is burnt, across and down.
enum class RasterScale : std::uint8_t { once = 0, twice = 3 };

/// Writes ESC/POS, the language of ticket printers, as the makers' command references give it; a function a command.
class Escpos {
public:
    static constexpr int strip_rows_max = 48;  ///< of one picture command
    /// The most dots' bytes that a printer may still wait for where a slip was cut off inside a picture.
    static constexpr std::size_t strip_bytes_max = std::size_t{72} * strip_rows_max;

    Escpos() { out_ = "\x1B@"; }  // ESC @: forget everything set before

    /// FS &: what has the high bit is Chinese, in pairs of bytes.
    void chinese() { out_ += "\x1C&"; }
    /// ESC a
    void align(SlipAlign align) {
        command(
            "\x1B"
            "a",
            static_cast<int>(align));
    }
    /// ESC E
    void weight(SlipWeight weight) {
        command(
            "\x1B"
            "E",
            weight == SlipWeight::bold ? 1 : 0);
    }
    /// GS ! and, for printers that keep a size for Chinese letters of their own, FS !: 1 or 2 times, across and down.
    void letter_scale(int times);
    enum class Ground : std::uint8_t { white, black };
    /// GS B: white letters on black.
    void ground(Ground ground) {
        command(
            "\x1D"
            "B",
            ground == Ground::black ? 1 : 0);
    }
    /// ESC 3: how far a line feeds.
    void line_feed_dots(int dots);
    void text(std::string_view gbk) { out_ += gbk; }
    void end_line() { out_ += '\n'; }
    /// ESC J
    void feed_dots(int dots);
    /// GS v 0, in strips.
    void picture(const Bitmap& bitmap, RasterScale scale = RasterScale::once);
    /// GS ( k: the printer makes the code, of level M.
    void phone_code(std::string_view text, int module_dots);
    /// Feeds what is below the head out of it, then GS V B: to the knife, and cuts.
    void cut();

    std::string done() && { return std::move(out_); }

private:
    void command(std::string_view begin, int value) {
        out_ += begin;
        out_ += static_cast<char>(value);
    }
    std::string out_;
};

}  // namespace linli::kiosk
