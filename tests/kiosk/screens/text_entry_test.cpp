// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/base/utf8.h"
#include "kiosk/draw/reading_order.h"
#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {
namespace {

void press(Driver& driver, const std::string& letters) {
    for (const char letter : letters) driver.tap(std::string("key.") + letter);
}

/// The target of a word that is offered; empty where it is not.
std::string offered(const Driver& driver, const std::string& word) {
    for (const auto& target : driver.record().targets)
        if (target.id.starts_with("candidate.") && label_of(driver.record(), target) == word) return target.id;
    return {};
}

void choose(Driver& driver, const std::string& word) {
    INFO("choose " << word);
    REQUIRE_FALSE(offered(driver, word).empty());
    driver.tap(offered(driver, word));
}

const TypedText& query(Driver& driver) { return driver.kiosk().session().query; }

void open(Driver& driver, const Modes& modes = {}, const Session& session = {}) {
    driver.show(ScreenId::look_up, session, modes);
    driver.pass(400);
}

}  // namespace

TEST_CASE("letters that are typed become the word that is touched, and the search finds it") {
    Driver driver;
    open(driver);
    press(driver, "jintie");
    CHECK(driver.shows("jin'tie"));
    CHECK(driver.shows("jin tie"));
    CHECK(driver.has("document.old-age-allowance"));
    choose(driver, "津贴");
    CHECK(query(driver).text() == "津贴");
    CHECK(query(driver).letters().empty());
    CHECK(driver.shows("津贴"));
    CHECK(driver.has("document.old-age-allowance"));
    CHECK(offered(driver, "津贴").empty());
}

TEST_CASE("words are chosen one after another, and what is left of the letters stays") {
    Driver driver;
    open(driver);
    press(driver, "dibaojintie");
    CHECK_FALSE(offered(driver, "低保津贴").empty());
    choose(driver, "低保");
    CHECK(query(driver).text() == "低保");
    CHECK(query(driver).letters() == "jintie");
    choose(driver, "津贴");
    CHECK(query(driver).text() == "低保津贴");
    CHECK(query(driver).letters().empty());
}

TEST_CASE("a search is asked with what is written and the letters behind it at every key") {
    Driver driver;
    driver.show(ScreenId::search, Session{.line = 'A'});
    driver.pass(400);
    press(driver, "gaoling");
    choose(driver, "高龄");
    CHECK(driver.has("matter.old-age-allowance"));
    press(driver, "jin");
    CHECK(query(driver).all() == "高龄jin");
    CHECK(driver.has("matter.old-age-allowance"));
    press(driver, "qqq");
    CHECK(driver.shows("没找到"));
}

TEST_CASE("the space bar takes the first word, and parts words where there are no letters") {
    Driver driver;
    open(driver);
    press(driver, "gaoling");
    driver.tap("key.space");
    CHECK(query(driver).text() == "高龄");
    driver.tap("key.space");
    CHECK(query(driver).text() == "高龄 ");
}

TEST_CASE("paging on shows many more words in the keys' place, and the way back") {
    Driver driver;
    open(driver);
    press(driver, "yan");
    CHECK(offered(driver, "䶮").empty());
    driver.tap("more_words");
    CHECK_FALSE(driver.has("key.q"));
    CHECK_FALSE(driver.has("candidate.0"));
    for (int i = 0; i < 12 && offered(driver, "䶮").empty(); ++i) driver.tap("words_after");
    REQUIRE_FALSE(offered(driver, "䶮").empty());
    driver.tap("words_before");
    driver.tap("words_after");
    choose(driver, "䶮");
    CHECK(query(driver).text() == "䶮");
    CHECK(driver.has("key.q"));
    press(driver, "yan");
    driver.tap("more_words");
    driver.tap("back_to_keys");
    CHECK(driver.has("key.q"));
    CHECK(driver.has("candidate.0"));
}

TEST_CASE("paging back from the first page that was opened shows the words from the beginning") {
    Driver driver;
    open(driver);
    press(driver, "yi");
    driver.tap("more_words");
    CHECK_FALSE(driver.has("candidate.0"));
    driver.tap("words_before");
    CHECK(driver.has("candidate.0"));
    CHECK_FALSE(driver.enabled("words_before"));
}

TEST_CASE("erasing takes letters first, then whole characters, those of four bytes as well") {
    Driver driver;
    Session session;
    session.query = TypedText("王\U00020510", "tu");
    open(driver, {}, session);
    driver.tap("key.erase");
    driver.tap("key.erase");
    CHECK(query(driver).letters().empty());
    CHECK(query(driver).text() == "王\U00020510");
    driver.tap("key.erase");
    CHECK(query(driver).text() == "王");
    driver.tap("key.erase");
    CHECK(query(driver).empty());
    driver.tap("key.erase");
    CHECK(query(driver).empty());
}

TEST_CASE("the field's own key and the clear key empty it") {
    Driver driver;
    for (const char* id : {"query_clear", "key.clear"}) {
        Session session;
        session.query = TypedText("高龄", "jin");
        open(driver, {}, session);
        driver.tap(id);
        CHECK(query(driver).empty());
        CHECK_FALSE(driver.has("query_clear"));
    }
}

TEST_CASE("letters that nobody reads are kept and searched, and it is said that there is no word") {
    Driver driver;
    open(driver);
    press(driver, "vvvv");
    CHECK(query(driver).letters() == "vvvv");
    CHECK_FALSE(driver.has("candidate.0"));
    CHECK(driver.shows("没有这样读的字"));
    press(driver, "iuv");
    driver.tap("key.space");
    CHECK(query(driver).text().starts_with("vvvviuv"));
}

TEST_CASE("in English letters stand as they are, also those of a word that was begun in Chinese") {
    Driver driver;
    open(driver, {.language = Language::en});
    press(driver, "social");
    CHECK(query(driver).text() == "social");
    CHECK_FALSE(driver.has("candidate.0"));
    driver.tap("bar.language");
    press(driver, "jin");
    CHECK(query(driver).letters() == "jin");
    driver.tap("bar.language");
    CHECK(query(driver).text() == "socialjin");
    CHECK(query(driver).letters().empty());
}

TEST_CASE("digits stand at once, and letters before them as they are") {
    Driver driver;
    open(driver);
    press(driver, "gl");
    driver.tap("key.page");
    press(driver, "80");
    CHECK(query(driver).text() == "gl80");
    CHECK(query(driver).letters().empty());
}

TEST_CASE("a field takes so many characters and no more, however they come") {
    Driver driver;
    open(driver);
    driver.type(std::string(100, 'a'));
    CHECK(query(driver).letters().size() == 40);
    press(driver, "b");
    CHECK(query(driver).letters().size() == 40);
    while (!query(driver).letters().empty()) {
        REQUIRE(driver.has("candidate.0"));
        driver.tap("candidate.0");
    }
    CHECK(characters(query(driver).text()).size() <= 40);
}

TEST_CASE("sixty-four letters wait at most, also where a text may be long") {
    TypedText typed;
    for (int i = 0; i < 200; ++i) typed.add(U'a', TypedText::Letters::wait, 500);
    CHECK(typed.letters().size() == TypedText::letters_max);
    typed.add(U'1', TypedText::Letters::wait, 500);
    CHECK(typed.text().size() == TypedText::letters_max + 1);
}

TEST_CASE("controls and what nobody sees are not text") {
    TypedText typed;
    for (const char32_t sign : {U'\t', U'\u200B', U'\u202E', U'\uFEFF', U'\0', U' '})
        typed.add(sign, TypedText::Letters::wait, 40);
    CHECK(typed.empty());
    typed.add(U'\'', TypedText::Letters::wait, 40);
    CHECK(typed.text() == "'");
}

TEST_CASE("a keyboard that is plugged in types into the same field") {
    Driver driver;
    open(driver);
    driver.type("jintiee\b");
    CHECK(query(driver).letters() == "jintie");
    driver.type(" ");
    CHECK(query(driver).text() == "津贴");
    driver.type("低保\U00020510\b");
    CHECK(query(driver).text() == "津贴低保");
    driver.type("xi'an");
    choose(driver, "西安");
    CHECK(query(driver).all() == "津贴低保西安");
    driver.type("\n");
    CHECK_FALSE(driver.has("key.q"));
    driver.type("a");
    CHECK(driver.has("key.q"));
    CHECK(query(driver).letters() == "a");
}

TEST_CASE("the time-out's dialog hides what was typed, and takes nothing more") {
    for (const Reach reach : {Reach::normal, Reach::low}) {
        Driver driver;
        Session session;
        session.query = TypedText("王伟", "zhangqq");
        open(driver, {.reach = reach}, session);
        REQUIRE(driver.shows("zhang"));
        driver.pass(Visit::quiet_ms + 4'000);
        REQUIRE(driver.has("timeout.stay"));
        CHECK_FALSE(driver.shows("王伟"));
        CHECK_FALSE(driver.shows("zhang"));
        CHECK_FALSE(driver.has("candidate.0"));
        driver.type("abc");
        CHECK(query(driver).letters() == "zhangqq");
        driver.tap("timeout.stay");
        CHECK(driver.shows("王伟"));
    }
}

TEST_CASE("when the visit ends nothing of what was typed is left, and the next person's words are not learnt from") {
    Driver driver;
    open(driver);
    press(driver, "shi");
    const auto first_word = [&] { return label_of(driver.record(), *driver.record().target("candidate.0")); };
    const std::string before = first_word();
    const std::string other = label_of(driver.record(), *driver.record().target("candidate.3"));
    REQUIRE(other != before);
    for (int i = 0; i < 3; ++i) {
        choose(driver, other);
        press(driver, "shi");
    }
    driver.pass(Visit::quiet_ms + Visit::warning_ms + 2'000);
    REQUIRE(driver.screen() == ScreenId::attract);
    CHECK(query(driver).empty());
    open(driver);
    CHECK_FALSE(driver.shows(other));
    press(driver, "shi");
    CHECK(first_word() == before);
}

TEST_CASE("leaving the page and coming back, the letters and their words are still there") {
    Driver driver;
    driver.show(ScreenId::home, Session{});
    driver.pass(400);
    driver.tap("policy");
    press(driver, "gaolin");
    driver.tap("document.old-age-allowance");
    driver.tap("bar.back");
    REQUIRE(driver.screen() == ScreenId::look_up);
    CHECK(query(driver).letters() == "gaolin");
    CHECK(driver.has("candidate.0"));
}

}  // namespace linli::kiosk::testing
