// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/board_eye.h"

#include "kiosk/board/board.h"
#include "kiosk/board/board_worker.h"
#include "kiosk/platform/panel.h"
#include "kiosk/platform/wake.h"
#include "tests/bench/figures.h"

namespace linli::bench {

using namespace linli::kiosk;

namespace {
constexpr float frame_s = 1.0F / 60;
}

struct BoardEye::Parts {
    Parts(const std::filesystem::path& database, Theme board_theme, std::unique_ptr<Panel> board_panel)
        : theme(std::move(board_theme)), panel(std::move(board_panel)), worker(database, clock) {
        worker.on_news([this] { wake.wake(); });
    }
    ~Parts() { worker.on_news({}); }

    SystemClock clock;
    Theme theme;
    std::unique_ptr<Panel> panel;
    Wake wake{Wake::Sleep::here};
    BoardWorker worker;
    Board board{{worker, clock, theme}, Motion::full};
};

BoardEye::BoardEye(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
BoardEye::~BoardEye() = default;

std::unique_ptr<BoardEye> BoardEye::open(const std::filesystem::path& database) {
    auto theme = Theme::embedded();
    auto panel = Panel::open(
        {.width = 1920, .height = 1080, .window = Panel::Window::offscreen, .renderer = Panel::Renderer::software});
    if (!theme || !panel) return nullptr;
    return std::unique_ptr<BoardEye>(
        new BoardEye(std::make_unique<Parts>(database, std::move(*theme), std::move(*panel))));
}

bool BoardEye::sees(const std::string& code) {
    Board& board = parts_->board;
    const double begin = now_seconds();
    while (now_seconds() - begin < 5) {
        parts_->wake.clear();
        if (!board.update()) {
            parts_->wake.wait(board.next_update_in_ms());
            continue;
        }
        parts_->panel->frame(
            frame_s, [&](ImDrawList& list) { board.frame(list, parts_->panel->fonts(), parts_->panel->projection()); });
        for (const auto& text : board.shown().texts)
            if (text.text == code) return true;
    }
    return false;
}

}  // namespace linli::bench
