// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {

namespace {

void type(Driver& driver, const std::string& word) {
    for (const char sign : word) driver.tap(std::string("key.") + sign);
}

Session empty_query() {
    Session session;
    session.line = 'A';
    return session;
}

}  // namespace

TEST_CASE("results come while letters are typed, with the matched part standing out") {
    Driver driver;
    driver.show(ScreenId::search, empty_query());
    CHECK_FALSE(driver.has("matter.old-age-allowance"));
    type(driver, "gljt");
    REQUIRE(driver.has("matter.old-age-allowance"));
    driver.tap("matter.old-age-allowance");
    CHECK(driver.screen() == ScreenId::confirm);
    CHECK(driver.kiosk().session().matter == "old-age-allowance");
}

TEST_CASE("English words find matters too") {
    Driver driver;
    driver.show(ScreenId::search, empty_query(), Modes{.language = Language::en});
    type(driver, "social");
    driver.tap("key.space");
    type(driver, "c");
    CHECK(driver.kiosk().session().query.text() == "social c");
    CHECK(driver.has("matter.social-card"));
}

TEST_CASE("letters are taken back one by one or all at once") {
    Driver driver;
    driver.show(ScreenId::search, empty_query());
    type(driver, "sbkk");
    driver.tap("key.erase");
    CHECK(driver.kiosk().session().query.letters() == "sbk");
    driver.tap("key.clear");
    CHECK(driver.kiosk().session().query.empty());
    driver.tap("key.space");
    CHECK(driver.kiosk().session().query.empty());
    driver.tap("key.page");
    type(driver, "12");
    CHECK(driver.kiosk().session().query.text() == "12");
}

TEST_CASE("nothing found is said, with the way to the list of lines") {
    Driver driver;
    driver.show(ScreenId::search, empty_query());
    type(driver, "qqqq");
    CHECK(driver.shows("没找到"));
    driver.tap("by_line");
    CHECK(driver.screen() == ScreenId::choose);
}

TEST_CASE("in low mode what is found is read above and touched below, after the search key") {
    for (const Shape shape : {Shape::portrait, Shape::landscape}) {
        Driver driver(shape == Shape::portrait ? Driver::Options{} : Driver::Options{.width = 1920, .height = 1080});
        driver.show(ScreenId::search, empty_query(), Modes{.reach = Reach::low});
        type(driver, "gljt");
        CHECK_FALSE(driver.has("matter.old-age-allowance"));
        CHECK(driver.shows("申领"));
        driver.tap("key.find");
        REQUIRE(driver.has("matter.old-age-allowance"));
        driver.tap("again");
        CHECK(driver.has("key.q"));
        driver.tap("key.find");
        driver.tap("bar.back");
        CHECK(driver.screen() == ScreenId::search);
        CHECK(driver.has("key.q"));
    }
}

}  // namespace linli::kiosk::testing
