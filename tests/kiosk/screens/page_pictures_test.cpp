// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/page_pictures.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "kiosk/draw/reading_order.h"
#include "tests/kiosk/support/driver.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/kiosk/support/variants.h"
#include "tests/support/pictures.h"
#include "tests/support/places.h"

namespace linli::kiosk::testing {
namespace {

constexpr const char* notice_id = "elder-meal-purchase";

Session reading(const std::string& notice) {
    Session session;
    session.document = notice;
    return session;
}

/// The demo hall where this notice shows these pictures alone, and says one short thing.
void put_pictures(Driver& driver, const std::vector<std::string>& pictures) {
    HallPicture picture = *driver.service().picture();
    HallContent content = *picture.content;
    content.knowledge.pictures.clear();
    PublicNotice& notice =
        *std::ranges::find_if(content.knowledge.notices, [](const auto& one) { return one.head.id == notice_id; });
    notice.pictures.clear();
    notice.objection.reset();
    notice.body.resize(1);
    for (const std::string& bytes : pictures) {
        ContentPicture one;
        one.head.id = "p" + std::to_string(notice.pictures.size());
        one.head.title = {"说明", "Caption"};
        one.description = {"描述文字", "What is seen"};
        one.header = *read_picture_header(bytes);
        one.bytes = std::make_shared<const std::string>(bytes);
        notice.pictures.push_back(one.head.id);
        content.knowledge.pictures.push_back(std::move(one));
    }
    picture.content = std::make_shared<const HallContent>(std::move(content));
    driver.service().set_picture(std::move(picture));
    driver.frames();
}

std::uint32_t colour_at(Driver& driver, Point at) {
    const Projection projection = driver.panel().projection();
    driver.kiosk().must_draw();
    const Picture frame =
        driver.panel().picture(0.016F, [&](ImDrawList& list) { driver.kiosk().frame(list, projection, 0.016F); });
    const auto x = static_cast<std::size_t>(at.x * projection.scale + projection.offset_x),
               y = static_cast<std::size_t>(at.y * projection.scale + projection.offset_y);
    const std::uint8_t* texel = frame.rgba.data() + (y * static_cast<std::size_t>(frame.width) + x) * 4;
    return static_cast<std::uint32_t>(texel[0]) << 16 | static_cast<std::uint32_t>(texel[1]) << 8 | texel[2];
}

/// Turns the pages of what is read until a picture shows.
bool turn_to_picture(Driver& driver) {
    for (int i = 0; i < 8 && driver.record().images.empty() && driver.has("read_on"); ++i) driver.tap("read_on");
    driver.frames();
    return !driver.record().images.empty();
}

std::vector<AskPicture> pictures_asked(Driver& driver) {
    std::vector<AskPicture> asked;
    for (const Question& question : driver.service().asked())
        if (const auto* one = std::get_if<AskPicture>(&question)) asked.push_back(*one);
    return asked;
}

}  // namespace

TEST_CASE("every notice's pictures keep the design's rules in every mode, and are all shown") {
    Driver driver;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        if (variant.shape == Shape::landscape)
            driver.resize(1920, 1080);
        else
            driver.resize(1080, 1920);
        for (const PublicNotice& notice : driver.service().picture()->content->knowledge.notices) {
            if (notice.pictures.empty()) continue;
            driver.show(ScreenId::public_notice, reading(notice.head.id), variant.modes);
            driver.pass(400);
            INFO(notice.head.id << ' ' << variant.name());
            REQUIRE(turn_to_picture(driver));
            CHECK_THAT(
                fmt::format("{}",
                            fmt::join(layout_faults(driver.record(), driver.theme(), variant.modes.contrast), "\n")),
                Catch::Matchers::Equals(""));
            REQUIRE(driver.save(support::pictures_folder() /
                                fmt::format("notice-{}-{}.png", notice.head.id, variant.name())));
        }
    }
}

TEST_CASE("a picture's pixels stand where its place is, one to one") {
    using Shown = std::pair<int, int>;
    const Shown size = GENERATE(Shown{1080, 1920}, Shown{1920, 1080}, Shown{540, 960});
    Driver driver(Driver::Options{.width = size.first, .height = size.second});
    put_pictures(driver, {support::png_picture(984, 600)});
    driver.show(ScreenId::public_notice, reading(notice_id));
    REQUIRE(turn_to_picture(driver));
    const Rect place = driver.record().images.front().rect;
    const Point quarter{place.width / 4, place.height / 4};
    CHECK(colour_at(driver, {place.x + quarter.x, place.y + quarter.y}) == 0xFF0000);
    CHECK(colour_at(driver, {place.right() - quarter.x, place.y + quarter.y}) == 0x00FF00);
    CHECK(colour_at(driver, {place.x + quarter.x, place.bottom() - quarter.y}) == 0x0000FF);
    CHECK(colour_at(driver, {place.right() - quarter.x, place.bottom() - quarter.y}) == 0xFFFFFF);
    // Its corners are round: there the page shows.
    const Rgba page = driver.theme().colour(Contrast::normal, Role::background);
    const std::uint32_t ground =
        static_cast<std::uint32_t>(page.red) << 16 | static_cast<std::uint32_t>(page.green) << 8 | page.blue;
    CHECK(colour_at(driver, {place.x + 3, place.y + 3}) == ground);
    const auto asked = pictures_asked(driver);
    REQUIRE(asked.size() == 1);
    const float scale = driver.panel().projection().scale;
    CHECK(std::abs(static_cast<float>(asked[0].size.width) - place.width * scale) <= 1);
    CHECK(std::abs(static_cast<float>(asked[0].size.height) - place.height * scale) <= 1);
}

TEST_CASE("until a picture has come a quiet place of its size stands there, and nothing moves") {
    Driver driver;
    put_pictures(driver, {support::jpeg_picture(800, 600)});
    driver.service().hold();
    driver.show(ScreenId::public_notice, reading(notice_id));
    REQUIRE(turn_to_picture(driver));
    const LayoutRecord before = driver.record();
    const Rgba sunk = driver.theme().colour(Contrast::normal, Role::surface_sunk);
    CHECK(colour_at(driver, before.images.front().rect.centre()) ==
          (static_cast<std::uint32_t>(sunk.red) << 16 | static_cast<std::uint32_t>(sunk.green) << 8 | sunk.blue));
    CHECK(driver.record().images.front().words.find("描述文字") != std::string::npos);
    driver.service().release();
    driver.frames();
    REQUIRE(driver.record().images.size() == 1);
    CHECK(driver.record().images.front().rect == before.images.front().rect);
    REQUIRE(driver.record().texts.size() == before.texts.size());
    for (std::size_t i = 0; i < before.texts.size(); ++i) CHECK(driver.record().texts[i].ink == before.texts[i].ink);
    CHECK(colour_at(driver, before.images.front().rect.centre().x > 0
                                ? Point{before.images.front().rect.x + 60, before.images.front().rect.y + 60}
                                : Point{}) != 0);
    CHECK(pictures_asked(driver).size() == 1);
}

TEST_CASE("in the place of a picture that cannot be shown its description stands") {
    Driver driver;
    for (const Variant& variant : all_variants()) {
        driver.resize(variant.shape == Shape::landscape ? 1920 : 1080, variant.shape == Shape::landscape ? 1080 : 1920);
        std::string damaged = support::png_picture(400, 300);
        damaged[damaged.find("IDAT") + 9] ^= 0x55;
        put_pictures(driver, {damaged});
        driver.show(ScreenId::public_notice, reading(notice_id), variant.modes);
        driver.pass(400);
        for (int i = 0; i < 8 && !driver.shows("描述文字") && !driver.shows("What is seen"); ++i)
            driver.has("read_on") ? driver.tap("read_on") : driver.pass(100);
        INFO(variant.name());
        CHECK(driver.shows(variant.modes.english() ? "Picture: What is seen" : "图片：描述文字"));
        CHECK(driver.record().images.empty());
        CHECK_THAT(
            fmt::format("{}", fmt::join(layout_faults(driver.record(), driver.theme(), variant.modes.contrast), "\n")),
            Catch::Matchers::Equals(""));
    }
}

TEST_CASE("tall, wide and small pictures keep the design's rules in every mode") {
    Driver driver;
    for (const auto& [width, height] : {std::pair{400, 3000}, {4096, 300}, {64, 64}, {900, 900}}) {
        put_pictures(driver,
                     {support::png_picture(width, height), support::png_picture(width, height),
                      support::png_picture(height > 100 ? height : 100, 300), support::jpeg_picture(300, height)});
        for (const Variant& variant : all_variants()) {
            driver.resize(variant.shape == Shape::landscape ? 1920 : 1080,
                          variant.shape == Shape::landscape ? 1080 : 1920);
            driver.show(ScreenId::public_notice, reading(notice_id), variant.modes);
            driver.pass(400);
            for (int page = 0; page < 6; ++page) {
                INFO(width << " by " << height << ' ' << variant.name() << " page " << page);
                CHECK_THAT(
                    fmt::format(
                        "{}", fmt::join(layout_faults(driver.record(), driver.theme(), variant.modes.contrast), "\n")),
                    Catch::Matchers::Equals(""));
                if (!driver.has("read_on")) break;
                driver.tap("read_on");
            }
        }
    }
}

TEST_CASE("somebody who only hears the page hears what a picture shows, between what stands above and below") {
    Driver driver;
    put_pictures(driver, {support::png_picture(984, 500)});
    driver.show(ScreenId::public_notice, reading(notice_id));
    REQUIRE(turn_to_picture(driver));
    const auto parts = reading_of(driver.record());
    const auto found = std::ranges::find(parts, "图片：描述文字", &ReadingPart::text);
    REQUIRE(found != parts.end());
    CHECK(found->target.empty());
    CHECK(found != parts.begin());
}

TEST_CASE("a notice's pixels go with its page, whoever leaves it or however the visit ends") {
    Driver driver;
    put_pictures(driver, {support::png_picture(984, 600), support::jpeg_picture(984, 700),
                          support::png_picture(500, 400), support::jpeg_picture(984, 800)});
    const auto leave = GENERATE(0, 1);
    for (int round = 0; round < 3; ++round) {
        driver.show(ScreenId::public_notice, reading(notice_id));
        for (int i = 0; i < 8; ++i) {
            driver.pass(400);
            if (driver.has("read_on")) driver.tap("read_on");
        }
        const std::size_t held = Image::bytes_held();
        CHECK(held > 984UL * 600 * 4);
        // Four at most, none larger than its place on the panel.
        CHECK(held < 4UL * 984 * 1400 * 4);
        if (leave == 0)
            driver.tap("bar.home");
        else
            driver.pass(Visit::quiet_ms + Visit::warning_ms + 2'000);
        for (int i = 0; i < 3; ++i) {
            driver.kiosk().must_draw();
            driver.frames(1);
        }
        CHECK(driver.screen() != ScreenId::public_notice);
        CHECK(Image::bytes_held() == 0);
    }
}

TEST_CASE("another size of the page asks for other pixels and lets the former go") {
    Driver driver;
    put_pictures(driver, {support::png_picture(984, 600)});
    driver.show(ScreenId::public_notice, reading(notice_id));
    REQUIRE(turn_to_picture(driver));
    driver.resize(540, 960);
    driver.pass(400);
    REQUIRE(turn_to_picture(driver));
    driver.frames();
    CHECK(pictures_asked(driver).size() == 2);
    for (int i = 0; i < 3; ++i) {
        driver.kiosk().must_draw();
        driver.frames(1);
    }
    CHECK(Image::bytes_held() <= 492UL * 301 * 4);
}

TEST_CASE("a list of notices marks those with pictures") {
    Driver driver;
    driver.show(ScreenId::notices);
    CHECK(std::ranges::any_of(driver.record().icons, [](const auto& icon) { return icon.name == "image"; }));
    put_pictures(driver, {});
    HallPicture picture = *driver.service().picture();
    HallContent content = *picture.content;
    for (PublicNotice& notice : content.knowledge.notices) notice.pictures.clear();
    picture.content = std::make_shared<const HallContent>(std::move(content));
    driver.service().set_picture(std::move(picture));
    driver.show(ScreenId::notices);
    CHECK(std::ranges::none_of(driver.record().icons, [](const auto& icon) { return icon.name == "image"; }));
}

}  // namespace linli::kiosk::testing
