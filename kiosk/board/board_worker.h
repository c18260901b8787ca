// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

#include "hall/acts/kept_hall.h"
#include "hall/base/live_mark.h"
#include "hall/queue/device.h"
#include "kiosk/board/board_source.h"

namespace linli::kiosk {

/// The real BoardSource: one thread that owns an open hall and follows what others commit. Where the hall cannot be
/// read the last good picture stays, and it tries again by itself. It also answers for the board as a device: says how
/// it is, holds the mark that a board runs, and takes the installer's request for the test picture.
class BoardWorker final : public BoardSource {
public:
    static constexpr const char* place = "board";
    static constexpr std::int64_t test_ms = 10'000;
    enum class Display : std::uint8_t { shown, missing };

    BoardWorker(std::filesystem::path database, const Clock& clock);
    ~BoardWorker() override;

    std::shared_ptr<const BoardPicture> picture() const override;
    std::optional<BoardReading> last_reading() const override;
    void on_news(std::function<void()> wake) override;

    /// Whether people can see the board at this moment, as its window knows it.
    void set_display(Display display);

private:
    void run();
    /// Opens the hall anew where it is not open, or where its file was replaced under us.
    void keep_open();
    void follow();
    void note_reading();
    void take_test();
    void end_test();
    void report();
    void lose_hall(const Error& error);
    void publish(BoardPicture picture);
    Display display() const;

    const std::filesystem::path database_;
    const Clock& clock_;

    mutable std::mutex mutex_;
    std::condition_variable stopping_;
    std::shared_ptr<const BoardPicture> picture_;
    std::optional<BoardReading> reading_;
    std::function<void()> wake_;
    Display display_ = Display::missing;
    bool stop_ = false;

    // Below: the worker's thread only.
    KeptHall hall_;
    std::optional<LiveMark> mark_;
    std::int64_t change_mark_ = -1;
    std::int64_t read_minute_ = -1;
    std::optional<DeviceRequest> test_;
    std::int64_t test_ends_boot_ms_ = 0;
    std::optional<Display> reported_;
    bool told_trouble_ = false;

    std::thread thread_;  // last: it starts when everything else is there
};

}  // namespace linli::kiosk
