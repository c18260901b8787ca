// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "hall/base/time_zone.h"
#include "kiosk/board/blinking.h"
#include "kiosk/board/board_source.h"
#include "kiosk/board/board_words.h"
#include "kiosk/draw/canvas.h"

namespace linli::kiosk {

/// Everything that one frame of the board is drawn from. Its parts (the call, the list, the cards, the strip) each get
/// this, the canvas and their place.
struct BoardScene {
    const HallContent& content;
    const BoardView& view;
    const BoardNews& news;
    const BoardWords& words;
    const Blinking& blinking;
    LocalTime now;
    std::int64_t boot_ms = 0;
    std::optional<LocalTime> stopped;  ///< when the picture was last right, where it is stale

    bool stale() const { return stopped.has_value(); }
    /// A number's colour: its own, dimmed while it blinks, and always where the picture is stale.
    Tint number_tint(const BoardCall& call, Tint still) const;
};

/// Where the board's parts stand: as drawn in landscape, and one column in portrait.
struct BoardAreas {
    Rect top, call, list, cards, strip;
    bool landscape = true;
};
/// Many lines need two rows of cards, for which the call and the list give some room; a closed hall has none.
enum class CardRows : std::uint8_t { usual, many, none };
BoardAreas board_areas(Size space, CardRows rows);

/// The style with the first of these roles in which the text fits the size, on `lines` lines at most; with the last
/// where none does, so that the fault shows.
TextStyle board_fitted(const Canvas& canvas, std::span<const Span> spans, TextStyle style, Size size,
                       std::initializer_list<TextRole> roles, int lines = 1);
TextStyle board_fitted(const Canvas& canvas, std::string_view text, TextStyle style, Size size,
                       std::initializer_list<TextRole> roles, int lines = 1);
bool board_fits(const Canvas& canvas, std::string_view text, const TextStyle& style, Size size, int lines = 1);

void draw_board_top(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);
void draw_call_card(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);
void draw_call_list(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);
/// Instead of both while nobody was called today, or the hall is closed.
void draw_quiet_card(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);
void draw_quiet_list(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);
/// The lines whose cards are shown.
std::vector<const BoardLine*> shown_lines(const BoardScene& scene);
void draw_waiting_cards(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);
void draw_notice_strip(Canvas& canvas, const BoardScene& scene, const BoardAreas& areas);

/// The whole board.
void draw_board(Canvas& canvas, const BoardScene& scene);
/// Before the hall was ever read: `late` where it has lasted long enough to say so.
enum class Connecting : std::uint8_t { soon, late };
void draw_board_connecting(Canvas& canvas, Connecting connecting);
/// What an installer looks at: every edge and corner, a number, the time, the colours.
void draw_board_test(Canvas& canvas, const BoardScene& scene);

}  // namespace linli::kiosk
