// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/board/board_source.h"

namespace linli::kiosk {

/// The board's states that --render and tests show.
enum class BoardSample : std::uint8_t {
    calls,
    stale,
    first_call,
    nothing_called,
    closed,
    many_lines,
    connecting,
    test,
    message,
    paused
};
struct BoardSampleRow {
    BoardSample sample;
    const char* name;  ///< "board_stale"
};
std::span<const BoardSampleRow> board_samples();
std::optional<BoardSample> board_sample_from(std::string_view name);

/// A hall in memory behind the board: the demo hall at 9:42 with six calls. It is read whenever it is asked, until it
/// is told to stop.
class SampleBoard final : public BoardSource {
public:
    SampleBoard(const Clock& clock, std::shared_ptr<const HallContent> content);

    std::shared_ptr<const BoardPicture> picture() const override { return picture_; }
    std::optional<BoardReading> last_reading() const override;
    void on_news(std::function<void()> wake) override { wake_ = std::move(wake); }

    /// Puts the state there. Stale and connecting ones need time to pass besides.
    void show(BoardSample sample);
    void set_picture(BoardPicture picture);
    /// From now on nothing can be read, until reads_again().
    void loses_hall() { lost_ = BoardReading{clock_.wall_ms(), clock_.boot_ms()}; }
    void reads_again();

private:
    BoardPicture calls() const;

    const Clock& clock_;
    std::shared_ptr<const HallContent> content_;
    std::shared_ptr<const BoardPicture> picture_;
    std::optional<BoardReading> lost_;
    std::function<void()> wake_;
};

}  // namespace linli::kiosk
