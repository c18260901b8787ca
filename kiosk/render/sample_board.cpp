// SPDX-License-Identifier: Apache-2.0
#include "kiosk/render/sample_board.h"

#include <array>
#include <utility>

#include "hall/text/catalogue.h"
#include "kiosk/render/sample_notices.h"

namespace linli::kiosk {

namespace {

constexpr std::array rows{
    BoardSampleRow{BoardSample::calls, "board"},
    BoardSampleRow{BoardSample::stale, "board_stale"},
    BoardSampleRow{BoardSample::first_call, "board_first_call"},
    BoardSampleRow{BoardSample::nothing_called, "board_nothing_called"},
    BoardSampleRow{BoardSample::closed, "board_closed"},
    BoardSampleRow{BoardSample::many_lines, "board_many_lines"},
    BoardSampleRow{BoardSample::connecting, "board_connecting"},
    BoardSampleRow{BoardSample::test, "board_test"},
    BoardSampleRow{BoardSample::message, "board_message"},
    BoardSampleRow{BoardSample::paused, "board_paused"},
};

constexpr std::int64_t minute_ms = 60'000;
// The sample's day, and from its 9:42 to the next day's 8:30.
constexpr LocalDate sample_day{2026, 11, 23};
constexpr std::int64_t to_next_opening_ms = (22 * 60 + 48) * minute_ms;

struct SampleCall {
    const char* code;
    int counter;
    int minutes_ago;
};
constexpr std::array sample_calls{SampleCall{"A023", 1, 0}, SampleCall{"B014", 2, 2},  SampleCall{"A022", 1, 5},
                                  SampleCall{"C009", 3, 7}, SampleCall{"A021", 1, 11}, SampleCall{"K003", 2, 13}};

struct SampleLine {
    char letter;
    int waiting;
    const char* next;
};
constexpr std::array sample_lines{SampleLine{'A', 4, "A024"}, SampleLine{'B', 3, "B015"}, SampleLine{'C', 1, "C010"},
                                  SampleLine{'K', 1, "K004"}};

}  // namespace

std::span<const BoardSampleRow> board_samples() { return rows; }

std::optional<BoardSample> board_sample_from(std::string_view name) {
    for (const BoardSampleRow& row : rows)
        if (name == row.name) return row.sample;
    return {};
}

SampleBoard::SampleBoard(const Clock& clock, std::shared_ptr<const HallContent> content)
    : clock_(clock), content_(std::move(content)) {
    show(BoardSample::calls);
}

std::optional<BoardReading> SampleBoard::last_reading() const {
    if (lost_) return lost_->wall_ms > 0 ? lost_ : std::nullopt;
    return BoardReading{clock_.wall_ms(), clock_.boot_ms()};
}

void SampleBoard::set_picture(BoardPicture picture) {
    picture_ = std::make_shared<const BoardPicture>(std::move(picture));
    if (wake_) wake_();
}

void SampleBoard::reads_again() {
    lost_.reset();
    if (wake_) wake_();
}

BoardPicture SampleBoard::calls() const {
    BoardPicture picture;
    picture.content = content_;
    BoardView& view = picture.view;
    for (const SampleCall& call : sample_calls)
        view.calls.push_back({call.code, call.code[0], call.counter, 1, clock_.wall_ms() - call.minutes_ago * minute_ms,
                              call.minutes_ago == 0 ? TicketState::called : TicketState::done});
    for (const Line& line : content_->lines) {
        BoardLine shown{line.letter, 0, {}};
        for (const SampleLine& sample : sample_lines)
            if (sample.letter == line.letter) shown = {line.letter, sample.waiting, sample.next};
        view.waiting += shown.waiting;
        view.lines.push_back(std::move(shown));
    }
    view.open_counters = 3;
    return picture;
}

void SampleBoard::show(BoardSample sample) {
    BoardPicture picture = calls();
    lost_.reset();
    switch (sample) {
        case BoardSample::calls:
        case BoardSample::stale:
            break;
        case BoardSample::first_call:
            picture.view.calls.resize(1);
            break;
        case BoardSample::nothing_called:
            picture.view.calls.clear();
            break;
        case BoardSample::closed: {
            HallContent content = *content_;
            content.hours.exceptions[sample_day] = {};
            picture.content = std::make_shared<const HallContent>(std::move(content));
            for (BoardLine& line : picture.view.lines) line = {line.letter, 0, {}};
            picture.view.calls.clear();
            picture.view.waiting = picture.view.open_counters = 0;
            picture.view.rest = BoardRest{Refusal::closed_today, clock_.wall_ms() + to_next_opening_ms};
            break;
        }
        case BoardSample::many_lines: {
            HallContent content = *content_;
            content.board.lines.clear();
            picture.content = std::make_shared<const HallContent>(std::move(content));
            break;
        }
        case BoardSample::connecting:
            picture = {};
            lost_ = BoardReading{};
            break;
        case BoardSample::test:
            picture.testing = true;
            break;
        case BoardSample::message:
            picture.news.message = sample_message();
            break;
        case BoardSample::paused:
            picture.news.paused = Catalogue::embedded("zh-CN").text("sample.issuing_reason");
            break;
    }
    set_picture(std::move(picture));
    if (sample == BoardSample::stale) loses_hall();
}

}  // namespace linli::kiosk
