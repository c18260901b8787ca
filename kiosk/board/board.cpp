// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "kiosk/board/board_scene.h"
#include "kiosk/draw/draw_list.h"

namespace linli::kiosk {

namespace {

constexpr std::int64_t minute_ms = 60'000;
// While the picture is stale the reader wakes us when it reads again; this only makes sure.
constexpr std::int64_t stale_look_ms = 1000;

}  // namespace

Board::Board(const Parts& parts, Motion motion)
    : parts_(parts),
      blinking_(motion),
      picture_(std::make_shared<const BoardPicture>()),
      began_boot_ms_(parts.clock.boot_ms()) {}

bool Board::stale() const {
    const auto reading = parts_.hall.last_reading();
    const std::int64_t since = reading ? reading->boot_ms : began_boot_ms_;
    return parts_.clock.boot_ms() - since > board_fresh_ms_max;
}

Board::Look Board::look() const {
    return {picture_, stale(), parts_.clock.wall_ms() / minute_ms, blinking_.step(parts_.clock.boot_ms())};
}

void Board::keep_zone() {
    const std::string& name = picture_->content->time_zone;
    if (zone_ && zone_name_ == name) return;
    auto zone = TimeZone::open(name);
    if (!zone) {
        spdlog::warn("time zone {}: {}", name, zone.error().message);
        zone = TimeZone::open("UTC");
    }
    if (zone) zone_ = *zone;
    zone_name_ = name;
}

bool Board::update() {
    if (auto picture = parts_.hall.picture(); picture != picture_) {
        picture_ = std::move(picture);
        if (picture_->content) {
            keep_zone();
            blinking_.look(picture_->view.calls, parts_.clock.boot_ms());
        }
    }
    return !drawn_ || *drawn_ != look();
}

std::int64_t Board::next_update_in_ms() const {
    const std::int64_t now = parts_.clock.boot_ms();
    std::int64_t next = minute_ms - parts_.clock.wall_ms() % minute_ms;
    if (const std::int64_t blink = blinking_.next_change_in_ms(now); blink >= 0) next = std::min(next, blink);
    if (stale()) return std::min(next, stale_look_ms);
    const auto reading = parts_.hall.last_reading();
    const std::int64_t since = reading ? reading->boot_ms : began_boot_ms_;
    return std::clamp<std::int64_t>(since + board_fresh_ms_max + 1 - now, 0, next);
}

void Board::frame(ImDrawList& list, const Fonts& fonts, const Projection& projection) {
    drawn_ = look();
    begin_list(list);
    record_ = LayoutRecord{};
    record_.space = projection.space;
    Canvas canvas(list, parts_.theme, fonts, Contrast::normal, TextSize::normal, projection, record_);
    if (!picture_->content || !zone_) {
        draw_board_connecting(canvas, drawn_->stale ? Connecting::late : Connecting::soon);
    } else {
        const BoardWords words(picture_->content->board.languages);
        std::optional<LocalTime> stopped;
        if (drawn_->stale)
            if (const auto reading = parts_.hall.last_reading()) stopped = zone_->at(reading->wall_ms);
        const BoardScene scene{
            *picture_->content,     picture_->view, picture_->news, words, blinking_, zone_->at(parts_.clock.wall_ms()),
            parts_.clock.boot_ms(), stopped};
        if (picture_->testing)
            draw_board_test(canvas, scene);
        else
            draw_board(canvas, scene);
    }
    // Characters beyond what one frame may make come with the next.
    if (record_.new_glyphs.spent) drawn_.reset();
}

}  // namespace linli::kiosk
