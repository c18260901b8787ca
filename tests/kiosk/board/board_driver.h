// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/board/board.h"
#include "kiosk/platform/panel.h"
#include "kiosk/render/sample_board.h"
#include "kiosk/render/sample_service.h"

namespace linli::kiosk::testing {

/// The board without a display: the painter, a sample hall, a clock that stands.
class BoardDriver {
public:
    explicit BoardDriver(Motion motion = Motion::full);

    /// The demo hall's content with other languages on the board, and whatever else the test changes.
    HallContent content() const { return *content_; }
    /// Begins anew with this state and content.
    void show(BoardSample sample, HallContent content);
    void show(BoardSample sample) { show(sample, *content_); }
    void show_picture(BoardPicture picture);

    /// Draws where the board wants to; how many frames of `steps` chances were drawn.
    int frames(int steps = 3);
    /// Lets time pass as a loop would: sleeps as long as the board says, draws what it wants. The frames drawn.
    int pass(std::int64_t milliseconds);
    void resize(int width, int height) { panel_->set_size(width, height); }
    Status save(const std::filesystem::path& file);
    bool shows(const std::string& text) const;
    /// The colour of the text that is exactly this.
    Tint tint_of(const std::string& text) const;

    Board& board() { return *board_; }
    SampleBoard& hall() { return *hall_; }
    SampleClock& clock() { return clock_; }
    const LayoutRecord& record() const { return board_->shown(); }
    const Theme& theme() const { return *theme_; }

private:
    void draw();

    Motion motion_;
    SampleClock clock_;
    std::unique_ptr<Theme> theme_;
    std::shared_ptr<const HallContent> content_;
    std::unique_ptr<Panel> panel_;
    std::unique_ptr<SampleBoard> hall_;
    std::unique_ptr<Board> board_;
};

}  // namespace linli::kiosk::testing
