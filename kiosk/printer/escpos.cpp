// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/escpos.h"

#include <algorithm>

namespace linli::kiosk {

namespace {

constexpr int byte_max = 255;
constexpr int lines_after = 3;

char byte_of(int value) { return static_cast<char>(value & 0xFF); }

}  // namespace

void Escpos::letter_scale(int times) {
    const int more = times - 1;
    command("\x1D!", more << 4 | more);
    constexpr int twice_across = 0x04, twice_down = 0x08;
    command("\x1C!", more > 0 ? twice_across | twice_down : 0);
}

void Escpos::line_feed_dots(int dots) {
    command(
        "\x1B"
        "3",
        std::min(dots, byte_max));
}

void Escpos::feed_dots(int dots) {
    for (; dots > 0; dots -= byte_max) command("\x1BJ", std::min(dots, byte_max));
}

void Escpos::picture(const Bitmap& bitmap, RasterScale scale) {
    for (int first = 0; first < bitmap.height(); first += strip_rows_max) {
        const int rows = std::min(strip_rows_max, bitmap.height() - first);
        command("\x1Dv0", static_cast<int>(scale));
        for (const int value : {bitmap.row_bytes(), rows}) {
            out_ += byte_of(value);
            out_ += byte_of(value >> 8);
        }
        for (int y = first; y < first + rows; ++y)
            out_.append(reinterpret_cast<const char*>(bitmap.row(y)), static_cast<std::size_t>(bitmap.row_bytes()));
    }
}

void Escpos::phone_code(std::string_view text, int module_dots) {
    const auto function = [&](std::string_view what) {
        const int length = static_cast<int>(what.size());
        out_ += "\x1D(k";
        out_ += byte_of(length);
        out_ += byte_of(length >> 8);
        out_ += what;
    };
    constexpr char code_kind = 49;
    function({"\x31\x41\x32\x00", 4});  // model 2
    function(std::string{code_kind, 67, byte_of(std::clamp(module_dots, 3, 16))});
    function({"\x31\x45\x31", 3});  // level M
    function(std::string{code_kind, 80, 48}.append(text));
    function({"\x31\x51\x30", 3});
}

void Escpos::cut() {
    command(
        "\x1B"
        "d",
        lines_after);
    out_ += std::string_view("\x1DVB\0", 4);
}

}  // namespace linli::kiosk
