// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>

#include "tests/kiosk/board/board_driver.h"
#include "tests/kiosk/support/gallery.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/support/places.h"

namespace linli::kiosk::testing {

namespace {

struct Look {
    BoardLanguages languages;
    const char* name;
};
constexpr Look looks[] = {{BoardLanguages::both, "both"}, {BoardLanguages::zh, "zh"}, {BoardLanguages::en, "en"}};

struct Shape {
    int width, height;
    const char* name;
};
constexpr Shape shapes[] = {{1920, 1080, "landscape"}, {1080, 1920, "portrait"}};

std::string faults_of(const BoardDriver& driver) {
    return fmt::format("{}", fmt::join(layout_faults(driver.record(), driver.theme(), Contrast::normal), "\n"));
}

/// The longest that the content format lets through, and the highest numbers.
HallContent widest(HallContent content) {
    content.hall_name = {"桂花里社区党群与政务服务大厅", "Guihuali Community Hall of All Services"};
    for (Line& line : content.lines) line.name = {"综合治理司法调解", "Justice, Homes, Veterans"};
    content.waiting_area = {"茶水和老花镜在饮水机旁边的小桌上，请您自己取用哦",
                            "Tea and reading glasses are on the table by the water dispenser."};
    const LocalizedText notice{"居民医保缴费到十一月三十日截止请早点来窗口办理好",
                               "Health insurance for next year: please come and pay by 30 November 2026"};
    content.board.notices = {{notice, {}}, {notice, {}}};
    return content;
}

BoardPicture with_high_numbers(BoardPicture picture) {
    for (BoardCall& call : picture.view.calls) {
        call.code = fmt::format("{}1{:03}", call.line, call.counter);
        call.counter += 87;
        call.called_ms += 8LL * 3'600'000;
    }
    for (BoardLine& line : picture.view.lines) line = {line.letter, 88, fmt::format("{}1088", line.letter)};
    picture.view.waiting = 880;
    return picture;
}

}  // namespace

TEST_CASE("the board keeps the design's rules in every state, shape and language") {
    BoardDriver driver;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Shape& shape : shapes) {
        driver.resize(shape.width, shape.height);
        for (const Look& look : looks)
            for (const BoardSampleRow& row : board_samples()) {
                INFO(row.name << " " << shape.name << " " << look.name);
                HallContent content = driver.content();
                content.board.languages = look.languages;
                driver.show(row.sample, std::move(content));
                CHECK_THAT(faults_of(driver), Catch::Matchers::Equals(""));
                REQUIRE(driver.save(support::pictures_folder() /
                                    fmt::format("{}-{}-{}.png", row.name, shape.name, look.name)));
            }
    }
    write_pictures_index();
}

TEST_CASE("the longest texts and highest numbers have room on the board") {
    BoardDriver driver;
    for (const Shape& shape : shapes) {
        driver.resize(shape.width, shape.height);
        for (const Look& look : looks)
            for (const std::size_t lines : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 10U})
                for (const BoardSample sample :
                     {BoardSample::calls, BoardSample::stale, BoardSample::nothing_called, BoardSample::closed}) {
                    INFO(shape.name << " " << look.name << " " << lines << " lines, state "
                                    << static_cast<int>(sample));
                    HallContent content = widest(driver.content());
                    content.board.languages = look.languages;
                    content.board.lines.clear();
                    for (std::size_t line = 0; line < lines; ++line)
                        content.board.lines.push_back(content.lines[line].letter);
                    driver.show(sample, std::move(content));
                    driver.show_picture(with_high_numbers(*driver.hall().picture()));
                    CHECK_THAT(faults_of(driver), Catch::Matchers::Equals(""));
                    if (lines != 5 && lines != 10) continue;
                    REQUIRE(driver.save(support::pictures_folder() / fmt::format("board_widest-{}-{}-{}-{}.png", lines,
                                                                                 static_cast<int>(sample), shape.name,
                                                                                 look.name)));
                }
    }
}

TEST_CASE("every closed state has its words and room for them") {
    BoardDriver driver;
    for (const Shape& shape : shapes) {
        driver.resize(shape.width, shape.height);
        for (const Look& look : looks)
            for (const Refusal why :
                 {Refusal::closed_today, Refusal::before_opening, Refusal::after_closing, Refusal::on_break}) {
                INFO(shape.name << " " << look.name << " " << name_of(why));
                HallContent content = driver.content();
                content.board.languages = look.languages;
                for (auto& day : content.hours.week) day = {{510, 720}, {810, 1050}};
                driver.show(BoardSample::closed, std::move(content));
                BoardPicture picture = *driver.hall().picture();
                picture.view.rest->why = why;
                driver.show_picture(std::move(picture));
                CHECK_THAT(faults_of(driver), Catch::Matchers::Equals(""));
            }
    }
}

TEST_CASE("a panel of any size shows the whole board") {
    BoardDriver driver;
    for (const auto& [width, height] : {std::pair{1366, 768}, {3840, 2160}, {1280, 1024}, {768, 1366}}) {
        driver.resize(width, height);
        INFO(width << " × " << height);
        driver.show(BoardSample::calls);
        CHECK_THAT(faults_of(driver), Catch::Matchers::Equals(""));
    }
}

}  // namespace linli::kiosk::testing
