// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_worker.h"

#include <spdlog/spdlog.h>

#include <chrono>

#include "hall/acts/care_for_device.h"
#include "hall/acts/show_board.h"
#include "hall/acts/show_hall.h"

namespace linli::kiosk {
namespace {

// A call must stand on the board within 0.3 seconds. Asking costs some microseconds, but each time wakes the processor.
constexpr std::chrono::milliseconds follow_every{100};
constexpr std::int64_t retry_ms = 1000;
// Opening hours and midnight come with the clock, though nothing is committed: read anew with every minute.
constexpr std::int64_t minute_ms = 60'000;
// After a pause in reading whoever draws may think the picture old and must look again.
constexpr std::int64_t pause_ms = 1000;

BoardNews news_of(const HallStatus& status) {
    BoardNews news{status.message, {}};
    if (status.issuing && status.issuing->why == Refusal::issuing_paused)
        news.paused = status.issuing->reason.value_or(std::string());
    return news;
}

}  // namespace

BoardWorker::BoardWorker(std::filesystem::path database, const Clock& clock)
    : database_(std::move(database)),
      clock_(clock),
      picture_(std::make_shared<const BoardPicture>()),
      hall_({.database = database_, .clock = clock_, .place = place, .retry_ms = retry_ms}),
      thread_([this] { run(); }) {}

BoardWorker::~BoardWorker() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    stopping_.notify_one();
    thread_.join();
}

std::shared_ptr<const BoardPicture> BoardWorker::picture() const {
    const std::lock_guard lock(mutex_);
    return picture_;
}

std::optional<BoardReading> BoardWorker::last_reading() const {
    const std::lock_guard lock(mutex_);
    return reading_;
}

void BoardWorker::on_news(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

void BoardWorker::set_display(Display display) {
    const std::lock_guard lock(mutex_);
    display_ = display;
}

BoardWorker::Display BoardWorker::display() const {
    const std::lock_guard lock(mutex_);
    return display_;
}

void BoardWorker::run() {
    std::unique_lock lock(mutex_);
    while (!stop_) {
        lock.unlock();
        keep_open();
        if (hall_) follow();
        if (hall_) report();
        if (test_) end_test();
        lock.lock();
        stopping_.wait_for(lock, follow_every, [this] { return stop_; });
    }
}

void BoardWorker::keep_open() {
    const KeptHall::Look look = hall_.look();
    if (look == KeptHall::Look::failed) return lose_hall(hall_.error());
    if (look != KeptHall::Look::opened) return;
    change_mark_ = -1;
    reported_.reset();
    // Anew with every opening: the folder may be another one.
    mark_.reset();
    if (auto mark = LiveMark::hold(LiveMark::path(database_, place)))
        mark_ = std::move(*mark);
    else
        spdlog::warn("nobody will see that a board runs: {}", mark.error().message);
}

void BoardWorker::follow() {
    const auto mark = hall_->change_mark();
    if (!mark) return lose_hall(mark.error());
    const std::int64_t minute = clock_.wall_ms() / minute_ms;
    if (*mark == change_mark_ && minute == read_minute_) return note_reading();
    const auto content = hall_->content();
    auto view = content ? show_board(*hall_) : tl::unexpected<Error>(content.error());
    if (!view) return lose_hall(view.error());
    const auto status = show_hall(*hall_);
    if (!status) return lose_hall(status.error());
    BoardNews news = news_of(*status);
    change_mark_ = *mark;
    read_minute_ = minute;
    if (told_trouble_) spdlog::info("the hall can be read again");
    told_trouble_ = false;
    const auto before = picture();
    if (before->content != *content || before->view != *view || before->news != news)
        publish({*content, std::move(*view), before->testing, std::move(news)});
    note_reading();
    take_test();
}

void BoardWorker::note_reading() {
    const BoardReading now{clock_.wall_ms(), clock_.boot_ms()};
    const std::lock_guard lock(mutex_);
    const bool paused = !reading_ || now.boot_ms - reading_->boot_ms > pause_ms;
    reading_ = now;
    if (paused && wake_) wake_();
}

void BoardWorker::take_test() {
    if (test_) return;
    const auto asked = take_device_request(*hall_, Device::board);
    if (!asked) return spdlog::warn("a test cannot be taken: {}", asked.error().message);
    if (!*asked) return;
    if (display() == Display::missing) {
        if (const auto ended = finish_device_request(*hall_, **asked, "no_display"); !ended)
            spdlog::warn("a test cannot be ended: {}", ended.error().message);
        return;
    }
    test_ = *asked;
    test_ends_boot_ms_ = clock_.boot_ms() + test_ms;
    BoardPicture testing = *picture();
    testing.testing = true;
    publish(std::move(testing));
}

void BoardWorker::end_test() {
    if (clock_.boot_ms() < test_ends_boot_ms_) return;
    const bool seen = display() == Display::shown;
    // Where the hall is away nobody can be told, but the calls are what must be seen.
    if (hall_)
        if (const auto ended = finish_device_request(*hall_, *test_, seen ? "" : "no_display"); !ended)
            spdlog::warn("a test cannot be ended: {}", ended.error().message);
    test_.reset();
    change_mark_ = -1;  // another may have been asked for meanwhile
    BoardPicture picture = *this->picture();
    picture.testing = false;
    publish(std::move(picture));
}

void BoardWorker::report() {
    const Display now = display();
    if (reported_ == now) return;
    const bool shown = now == Display::shown;
    const auto told = report_device(*hall_, {place, Device::board, shown ? DeviceHealth::good : DeviceHealth::absent,
                                             shown ? "ready" : "no_display", 0});
    if (told) reported_ = now;
}

void BoardWorker::lose_hall(const Error& error) {
    if (!told_trouble_) spdlog::warn("the hall cannot be read, the last picture stays: {}", error.message);
    told_trouble_ = true;
    hall_.drop();
}

void BoardWorker::publish(BoardPicture picture) {
    const std::lock_guard lock(mutex_);
    picture_ = std::make_shared<const BoardPicture>(std::move(picture));
    if (wake_) wake_();
}

}  // namespace linli::kiosk
