// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/board/board_driver.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/render/render_content.h"

namespace linli::kiosk::testing {

namespace {

constexpr float step_s = 1.0F / 60;

}  // namespace

BoardDriver::BoardDriver(Motion motion) : motion_(motion) {
    auto theme = Theme::embedded();
    REQUIRE(theme);
    theme_ = std::make_unique<Theme>(std::move(*theme));
    auto content = render_content({});
    REQUIRE(content);
    content_ = *content;
    auto panel = Panel::open(
        {.width = 1920, .height = 1080, .window = Panel::Window::offscreen, .renderer = Panel::Renderer::software});
    REQUIRE(panel);
    panel_ = std::move(*panel);
    show(BoardSample::calls);
}

void BoardDriver::show(BoardSample sample, HallContent content) {
    hall_ = std::make_unique<SampleBoard>(clock_, std::make_shared<const HallContent>(std::move(content)));
    hall_->show(sample);
    board_ = std::make_unique<Board>(Board::Parts{*hall_, clock_, *theme_}, motion_);
    frames();
    if (sample == BoardSample::stale || sample == BoardSample::connecting) {
        clock_.advance(board_fresh_ms_max + 1);
        frames();
    }
}

void BoardDriver::show_picture(BoardPicture picture) {
    hall_->set_picture(std::move(picture));
    frames();
}

void BoardDriver::draw() {
    panel_->frame(step_s, [&](ImDrawList& list) { board_->frame(list, panel_->fonts(), panel_->projection()); });
}

int BoardDriver::frames(int steps) {
    int drawn = 0;
    for (int step = 0; step < steps; ++step) {
        if (!board_->update()) continue;
        draw();
        ++drawn;
    }
    return drawn;
}

int BoardDriver::pass(std::int64_t milliseconds) {
    int drawn = 0;
    while (milliseconds > 0) {
        const std::int64_t sleep = std::clamp<std::int64_t>(board_->next_update_in_ms(), 1, milliseconds);
        clock_.advance(sleep);
        milliseconds -= sleep;
        drawn += frames(1);
    }
    return drawn;
}

Status BoardDriver::save(const std::filesystem::path& file) {
    const auto drawn = [&](ImDrawList& list) { board_->frame(list, panel_->fonts(), panel_->projection()); };
    return panel_->picture(step_s, drawn).save_png(file);
}

bool BoardDriver::shows(const std::string& text) const {
    return std::ranges::any_of(record().texts,
                               [&](const auto& shown) { return shown.text.find(text) != std::string::npos; });
}

Tint BoardDriver::tint_of(const std::string& text) const {
    for (const auto& shown : record().texts)
        if (shown.text == text) return shown.tint;
    FAIL("the board does not show " << text);
    return {};
}

}  // namespace linli::kiosk::testing
