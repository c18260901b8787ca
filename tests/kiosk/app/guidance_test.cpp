// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/guidance.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "kiosk/draw/reading_order.h"
#include "tests/kiosk/support/driver.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/support/places.h"

namespace linli::kiosk::testing {

namespace {

void begin_guided_visit(Driver& driver) {
    driver.clock().advance(1000);
    driver.tap("start");
    REQUIRE(driver.screen() == ScreenId::home);
    driver.tap("bar.voice");
    REQUIRE(driver.kiosk().modes().guided());
}

bool said(const std::vector<std::vector<std::string>>& all, const std::string& text) {
    return !all.empty() && std::ranges::any_of(all.back(), [&](const std::string& sentence) {
        return sentence.find(text) != std::string::npos;
    });
}

/// Does the ring's colour stand to the left of the control, in a picture of this moment?
bool is_ringed(Driver& driver, const std::string& id) {
    constexpr float middle_of_ring = 9, step_s = 1.0F / 60;
    const Picture picture = driver.panel().picture(
        step_s, [&](ImDrawList& list) { driver.kiosk().frame(list, driver.panel().projection(), step_s); });
    const Rect control = driver.record().target(id)->rect;
    const auto x = static_cast<std::size_t>(control.x - middle_of_ring),
               y = static_cast<std::size_t>(control.centre().y);
    const std::uint8_t* pixel = &picture.rgba[(y * static_cast<std::size_t>(picture.width) + x) * 4];
    const Rgba ring = driver.theme().colour(Contrast::normal, Role::focus);
    return pixel[0] == ring.red && pixel[1] == ring.green && pixel[2] == ring.blue;
}

void show_page(Driver& driver, ScreenId page, const Modes& modes) {
    HallPicture picture = *driver.service().picture();
    picture.trouble.reset();
    if (page == ScreenId::out_of_service) picture.trouble = Error{ErrorCode::io, "the disk is gone"};
    driver.service().set_picture(std::move(picture));
    driver.frames();
    driver.spoken().said.clear();
    driver.show(page, sample_session(page, driver.service()), modes);
    driver.pass(500);
    REQUIRE(driver.screen() == page);
}

}  // namespace

TEST_CASE("every page says a title and each of its choices, in both languages and shapes") {
    Driver driver;
    for (const bool landscape : {false, true}) {
        landscape ? driver.resize(1920, 1080) : driver.resize(1080, 1920);
        for (const Language language : {Language::zh, Language::en})
            for (const ScreenRow& row : screen_table()) {
                INFO(row.name << (language == Language::en ? " en" : " zh") << (landscape ? " landscape" : ""));
                show_page(driver, row.id, {.language = language, .guidance = Guided::on});
                REQUIRE_FALSE(driver.spoken().said.empty());
                CHECK(driver.spoken().spoken_in == language);
                const auto& first = driver.record().texts;
                const auto title = std::ranges::find(first, Heard::first, &LayoutRecord::Text::heard);
                REQUIRE(title != first.end());
                CHECK(said(driver.spoken().said, title->text));
                for (const auto& target : driver.record().targets) {
                    if (target.id.starts_with("bar.") || target.kind == LayoutRecord::TargetKind::key ||
                        target.state == LayoutRecord::Target::disabled)
                        continue;
                    INFO(target.id);
                    const std::string label = label_of(driver.record(), target);
                    CHECK_FALSE(label.empty());
                    CHECK(said(driver.spoken().said, label));
                }
            }
    }
}

TEST_CASE("nobody hears anything who has not asked for it") {
    Driver driver;
    driver.clock().advance(1000);
    driver.tap("start");
    driver.tap("take_number");
    CHECK(driver.spoken().said.empty());
}

TEST_CASE("the button reads the page at once, and each page after it when it opens") {
    Driver driver;
    begin_guided_visit(driver);
    CHECK(driver.spoken().said.size() == 1);
    CHECK(said(driver.spoken().said, "您好，想办什么事？"));
    CHECK(said(driver.spoken().said, "取号"));
    driver.tap("take_number");
    REQUIRE(driver.screen() == ScreenId::choose);
    CHECK(driver.spoken().said.size() == 2);
    CHECK(said(driver.spoken().said, "民政"));
}

TEST_CASE("a touch elsewhere silences it in the same frame") {
    Driver driver;
    begin_guided_visit(driver);
    REQUIRE(driver.spoken().is_speaking);
    driver.finger_down({540, 300});
    CHECK_FALSE(driver.spoken().is_speaking);
    driver.finger_up({540, 300});
    driver.pass(5'000);
    CHECK(driver.spoken().said.size() == 1);
    CHECK(driver.kiosk().modes().guided());
}

TEST_CASE("the button pressed again repeats where it is silent, and ends the mode where it speaks") {
    Driver driver;
    begin_guided_visit(driver);
    driver.spoken().is_speaking = false;
    driver.tap("bar.voice");
    REQUIRE(driver.spoken().said.size() == 2);
    CHECK(driver.spoken().said[0] == driver.spoken().said[1]);
    driver.tap("bar.voice");
    CHECK_FALSE(driver.spoken().is_speaking);
    CHECK_FALSE(driver.kiosk().modes().guided());
    driver.tap("take_number");
    CHECK(driver.spoken().said.size() == 2);
}

TEST_CASE("another language is read at once in that language") {
    Driver driver;
    begin_guided_visit(driver);
    driver.tap("bar.language");
    CHECK(driver.spoken().said.size() == 2);
    CHECK(driver.spoken().spoken_in == Language::en);
}

TEST_CASE("the time-out warning is read alone, and the next person hears nothing") {
    Driver driver;
    begin_guided_visit(driver);
    driver.pass(Visit::quiet_ms + 1'000);
    REQUIRE(driver.has("timeout.stay"));
    CHECK(said(driver.spoken().said, "您还在吗？"));
    CHECK_FALSE(said(driver.spoken().said, "取号"));
    const int resets = driver.spoken().volume_resets;
    driver.pass(Visit::warning_ms + 1'000);
    REQUIRE(driver.screen() == ScreenId::attract);
    CHECK_FALSE(driver.spoken().is_speaking);
    CHECK(driver.spoken().volume_resets > resets);
    driver.spoken().said.clear();
    driver.tap("start");
    CHECK(driver.spoken().said.empty());
    CHECK_FALSE(driver.kiosk().modes().guided());
}

TEST_CASE("a ring stands around the control whose sentence is heard, and around none in silence") {
    Driver driver;
    begin_guided_visit(driver);
    const auto& sentences = driver.spoken().said.back();
    const auto parts = reading_of(driver.record());
    REQUIRE(parts.size() == sentences.size());
    for (const char* id : {"take_number", "find_ticket"}) {
        const auto heard = std::ranges::find(parts, id, &ReadingPart::target);
        REQUIRE(heard != parts.end());
        driver.spoken().now = static_cast<int>(heard - parts.begin());
        for (const char* other : {"take_number", "find_ticket"}) {
            INFO("heard: " << id << ", looked at: " << other);
            CHECK(is_ringed(driver, other) == (std::string(id) == other));
        }
        REQUIRE(driver.save(support::pictures_folder() / (std::string("guidance_ring-") + id + ".png")));
    }
    driver.spoken().now = 0;  // the title belongs to no control
    CHECK_FALSE(is_ringed(driver, "find_ticket"));
    driver.spoken().now = 1'000;
    CHECK_FALSE(is_ringed(driver, "find_ticket"));
    driver.spoken().now =
        static_cast<int>(std::ranges::find(parts, "find_ticket", &ReadingPart::target) - parts.begin());
    REQUIRE(is_ringed(driver, "find_ticket"));
    driver.finger_down({540, 300});
    CHECK_FALSE(is_ringed(driver, "find_ticket"));
}

TEST_CASE("the ring moves by itself while the voice goes on, and the screen rests when it has ended") {
    Driver driver;
    begin_guided_visit(driver);
    driver.pass(1'000);
    CHECK(driver.kiosk().next_update_in_ms() <= 150);
    driver.spoken().is_speaking = false;
    driver.pass(1'000);
    CHECK(driver.kiosk().next_update_in_ms() > 1'000);
}

TEST_CASE("where there is no voice the button says why, in every size, shape and language") {
    Driver driver;
    driver.spoken().is_ready = false;
    std::filesystem::create_directories(support::pictures_folder());
    for (const bool landscape : {false, true}) {
        landscape ? driver.resize(1920, 1080) : driver.resize(1080, 1920);
        for (const Language language : {Language::zh, Language::en})
            for (const TextSize size : {TextSize::normal, TextSize::larger})
                for (const Contrast contrast : {Contrast::normal, Contrast::yellow_on_black}) {
                    const std::string name = fmt::format(
                        "no_voice{}{}{}{}", landscape ? "-landscape" : "", language == Language::en ? "-en" : "",
                        size == TextSize::larger ? "-larger" : "", contrast == Contrast::normal ? "" : "-contrast");
                    INFO(name);
                    show_page(driver, ScreenId::home, {.language = language, .size = size, .contrast = contrast});
                    CHECK(driver.shows(language == Language::zh ? "没声音" : "Silent"));
                    CHECK(layout_faults(driver.record(), driver.theme(), contrast) == std::vector<std::string>{});
                    REQUIRE(driver.save(support::pictures_folder() / (name + ".png")));
                }
    }
}

TEST_CASE("the button is off where there is no voice") {
    Driver driver;
    driver.spoken().is_ready = false;
    driver.clock().advance(1000);
    driver.tap("start");
    CHECK_FALSE(driver.enabled("bar.voice"));
    driver.spoken().is_ready = true;
    driver.kiosk().must_draw();
    driver.frames();
    CHECK(driver.enabled("bar.voice"));
}

}  // namespace linli::kiosk::testing
