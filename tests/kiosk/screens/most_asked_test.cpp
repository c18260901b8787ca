// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {
namespace {

constexpr int touches_max = 4, far_away = 99;

/// What a community is asked most, and the first letters that somebody would type for it.
struct Asked {
    const char* document;
    const char* letters;
};
constexpr Asked most_asked[] = {
    {"old-age-allowance", "gljt"},   {"senior-card", "lnz"},         {"health-join", "ybjf"},
    {"pension-check", "zgrz"},       {"social-card", "sbk"},         {"minimum-living", "db"},
    {"disability-card", "cjz"},      {"disability-subsidies", "bt"}, {"childcare-subsidy", "yebt"},
    {"birth-register", "sydj"},      {"chronic-illness", "mtb"},     {"unemployment-register", "sydj"},
    {"unemployment-benefit", "syj"}, {"flexible-insurance", "lhjy"}, {"public-rental", "gzf"},
    {"residence-permit", "jzz"},     {"temporary-relief", "lsjz"},   {"not-kinship", "qsgx"},
    {"not-marital", "hyzk"},         {"not-no-crime", "wfzz"},
};

/// Touches from the home page to the document by the search's letters; the last one opens it.
int touches_by_letters(Driver& driver, const Asked& asked) {
    driver.show(ScreenId::home, Session{});
    driver.frames();
    driver.tap("policy");
    int touches = 1;
    for (const char* letter = asked.letters; *letter != 0; ++letter) {
        driver.tap(std::string("key.") + *letter);
        ++touches;
        const std::string row = std::string("document.") + asked.document;
        if (!driver.has(row)) continue;
        driver.tap(row);
        return driver.kiosk().session().document == asked.document ? touches + 1 : far_away;
    }
    return far_away;
}

/// The button that shows more of a list; empty where all is shown.
std::string page_down(Driver& driver) {
    for (const char* button : {"categories.more", "categories.down", "documents.more", "documents.down"})
        if (driver.has(button)) return button;
    return {};
}

/// The same by groups.
int touches_by_groups(Driver& driver, const Asked& asked) {
    const Policy* policy = driver.service().picture()->content->knowledge.policy(asked.document);
    driver.show(ScreenId::home, Session{});
    driver.frames();
    driver.tap("policy");
    driver.tap("by_line");
    const std::string group = "category." + (policy ? policy->category : std::string("not_issued"));
    const std::string row = std::string("document.") + asked.document;
    int touches = 2;
    for (const std::string& target : {group, row}) {
        // The next page of the list, as long as there is one.
        constexpr int pages_max = 5;
        for (int page = 0; !driver.has(target) && !page_down(driver).empty() && page < pages_max; ++page, ++touches)
            driver.tap(page_down(driver));
        if (!driver.has(target)) return far_away;
        driver.tap(target);
        ++touches;
    }
    return driver.kiosk().session().document == asked.document ? touches : far_away;
}

}  // namespace

TEST_CASE("from the home page each of the twenty most asked answers is four touches away") {
    const Shape shape = GENERATE(Shape::portrait, Shape::landscape);
    Driver driver(shape == Shape::portrait ? Driver::Options{} : Driver::Options{.width = 1920, .height = 1080});
    // They are asked most, so they are read most.
    HallPicture picture = *driver.service().picture();
    ReadCounts reads;
    for (const Asked& asked : most_asked) reads[asked.document] = 20;
    picture.reads = std::make_shared<const ReadCounts>(std::move(reads));
    driver.service().set_picture(picture);
    const auto touches = [](int number) { return number == far_away ? "-" : std::to_string(number); };
    fmt::print("{:<24} {:>8} {:>8}\n", shape == Shape::portrait ? "portrait" : "landscape", "letters", "groups");
    for (const Asked& asked : most_asked) {
        const int letters = touches_by_letters(driver, asked), groups = touches_by_groups(driver, asked);
        fmt::print("{:<24} {:>8} {:>8}\n", asked.document, touches(letters), touches(groups));
        INFO(asked.document << ": " << letters << " by letters, " << groups << " by groups");
        CHECK(std::min(letters, groups) <= touches_max);
    }
}

}  // namespace linli::kiosk::testing
