// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>

#include "hall/acts/pause_issuing.h"
#include "hall/acts/set_message.h"
#include "kiosk/render/sample_notices.h"
#include "tests/kiosk/support/driver.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/kiosk/support/variants.h"
#include "tests/support/places.h"

namespace linli::kiosk::testing {

namespace {

std::string joined(const std::vector<std::string>& faults) { return fmt::format("{}", fmt::join(faults, "\n")); }

/// A plain line of Chinese that is as long as the act lets through.
std::string longest_zh(std::size_t characters) {
    const std::string text = "电脑在修请各位先坐一坐恢复了马上告诉大家着急的请到窗口说一声";
    constexpr std::size_t bytes_of_one = 3;
    std::string all;
    while (all.size() < characters * bytes_of_one)
        all += text.substr(0, std::min(text.size(), characters * bytes_of_one - all.size()));
    return all;
}

std::string longest_en(std::size_t characters) {
    std::string all;
    while (all.size() < characters) all += "Computers are being repaired, WAIT a moment; ";
    all.resize(characters);
    if (all.back() == ' ') all.back() = '.';
    return all;
}

void check_layout(Driver& driver, const Variant& variant, const std::string& what) {
    INFO(what << " " << variant.name());
    CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), variant.modes.contrast)),
               Catch::Matchers::Equals(""));
}

void resize(Driver& driver, const Variant& variant) {
    if (variant.shape == Shape::landscape)
        driver.resize(1920, 1080);
    else
        driver.resize(1080, 1920);
}

Refused paused(Refusal why, const std::string& reason) {
    Refused refused{why, {}, {}};
    refused.reason = reason;
    return refused;
}

void set_status(Driver& driver, const HallStatus& status) {
    HallPicture picture = *driver.service().picture();
    picture.status = status;
    driver.service().set_picture(std::move(picture));
    driver.frames();
}

}  // namespace

TEST_CASE("what staff set keeps the design's rules on each page it is seen on, in every mode") {
    Driver driver;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        resize(driver, variant);
        for (const NoticeSampleRow& row : notice_samples()) {
            put_notice(driver.service(), row.notice);
            driver.frames();
            driver.show(row.page, notice_session(row.page, row.notice, driver.service()), variant.modes);
            driver.pass(500);
            REQUIRE(driver.screen() == row.page);
            check_layout(driver, variant, row.name);
            REQUIRE(driver.save(support::pictures_folder() / fmt::format("{}-{}.png", row.name, variant.name())));
        }
    }
}

TEST_CASE("the longest message has room on every page in every mode") {
    Driver driver;
    HallStatus status = driver.service().picture()->status;
    status.message = LocalizedText{longest_zh(message_zh_characters_max), longest_en(message_en_characters_max)};
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        resize(driver, variant);
        set_status(driver, status);
        for (const ScreenRow& row : screen_table()) {
            if (row.id == ScreenId::out_of_service) continue;  // nothing is known of the hall then
            driver.show(row.id, sample_session(row.id, driver.service()), variant.modes);
            driver.pass(300);
            REQUIRE(driver.screen() == row.id);
            check_layout(driver, variant, std::string("message on ") + row.name);
            if (row.bars == Bars::both) CHECK(driver.shows(status.message->in(variant.modes.language)));
        }
        REQUIRE(driver.save(support::pictures_folder() / fmt::format("longest_message-{}.png", variant.name())));
    }
}

TEST_CASE("the longest reasons, and none, keep the design's rules in every mode") {
    Driver driver;
    const HallStatus usual = driver.service().picture()->status;
    const std::string first = driver.service().picture()->content->matters.front().id;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        resize(driver, variant);
        for (const std::string& reason : {longest_zh(pause_reason_characters_max), std::string()}) {
            const std::string size = reason.empty() ? "no_reason" : "longest_reason";
            HallStatus status = usual;
            status.issuing = paused(Refusal::issuing_paused, reason);
            set_status(driver, status);
            for (const ScreenId page : {ScreenId::attract, ScreenId::home, ScreenId::choose}) {
                driver.show(page, Session{}, variant.modes);
                driver.pass(300);
                check_layout(driver, variant, fmt::format("{} paused {}", name_of(page), size));
                REQUIRE(driver.save(support::pictures_folder() /
                                    fmt::format("{}_{}-{}.png", name_of(page), size, variant.name())));
            }
            REQUIRE(driver.screen() == ScreenId::refused);
            status = usual;
            status.paused_matters = {{first, {reason, {}, 0}}};
            set_status(driver, status);
            for (const ScreenId page : {ScreenId::choose, ScreenId::matters, ScreenId::search, ScreenId::refused}) {
                Session session = sample_session(page, driver.service());
                if (page == ScreenId::refused) session.refused = paused(Refusal::matter_paused, reason);
                driver.show(page, std::move(session), variant.modes);
                driver.pass(300);
                REQUIRE(driver.screen() == page);
                check_layout(driver, variant, fmt::format("{} matter paused {}", name_of(page), size));
            }
            // What is said once the pause has ended.
            set_status(driver, usual);
            check_layout(driver, variant, "pause over");
            CHECK(driver.has("go_on"));
        }
    }
}

}  // namespace linli::kiosk::testing
