// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/render_board.h"

#include "kiosk/board/board.h"
#include "kiosk/render/render_content.h"
#include "kiosk/render/sample_service.h"

namespace linli::kiosk {

Status render_board(const BoardOrder& order) {
    LINLI_TRY_ASSIGN(auto content, render_content(order.content));
    if (order.languages) {
        HallContent other = *content;
        other.board.languages = *order.languages;
        content = std::make_shared<const HallContent>(std::move(other));
    }
    LINLI_TRY_ASSIGN(const auto theme, Theme::embedded());
    LINLI_TRY_ASSIGN(const auto panel, Panel::open({.width = order.width,
                                                    .height = order.height,
                                                    .window = Panel::Window::offscreen,
                                                    .renderer = Panel::Renderer::software}));
    SampleClock clock;
    SampleBoard hall(clock, content);
    hall.show(order.sample);
    Board board({hall, clock, theme}, Motion::reduced);
    if (order.sample == BoardSample::stale || order.sample == BoardSample::connecting)
        clock.advance(board_fresh_ms_max + 1);
    constexpr float step_s = 1.0F / 60;
    constexpr int settling_frames = 3;
    const auto draw = [&](ImDrawList& list) { board.frame(list, panel->fonts(), panel->projection()); };
    for (int i = 0; i < settling_frames; ++i) {
        board.update();
        panel->frame(step_s, draw);
    }
    return panel->picture(step_s, draw).save_png(order.out);
}

}  // namespace linli::kiosk
