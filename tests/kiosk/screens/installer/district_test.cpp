// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {
namespace {

MachineFacts facts_with(LinkState state, SyncTrouble trouble = SyncTrouble::none) {
    MachineFacts facts;
    SyncView& district = facts.district.emplace();
    district.state = state;
    district.address = "https://district.example:8443";
    district.fingerprint = "3f2a-91c0-77de-0b1c";
    district.trouble = trouble;
    district.agent_runs = true;
    return facts;
}

void show_with(Driver& driver, const MachineFacts& facts) {
    driver.service().answer_next(AnswerValue(facts));
    driver.show(ScreenId::installer_district);
    driver.frames();
}

/// The pairing strings that were asked for.
std::vector<std::string> asked_pairings(Driver& driver) {
    std::vector<std::string> pairings;
    for (const Question& question : driver.service().asked())
        if (const auto* enrol = std::get_if<AskEnrol>(&question)) pairings.push_back(enrol->pairing);
    return pairings;
}

}  // namespace

TEST_CASE("an installer sees how the box stands with its district, what is unsent and what to do") {
    Driver driver;
    MachineFacts facts = facts_with(LinkState::approved, SyncTrouble::unreachable);
    facts.district->unsent = 1234;
    facts.district->oldest_unsent_ms = 3 * 86'400'000LL;
    facts.district->since_contact_ms = 7'300'000;
    show_with(driver, facts);
    for (const char* words : {"这会儿传不上去", "连不上区级平台", "1234", "3 天", "2 小时", "district.example"}) {
        INFO(words);
        CHECK(driver.shows(words));
    }
    CHECK_FALSE(driver.has("pairing"));
    facts.district->agent_runs = false;
    show_with(driver, facts);
    CHECK(driver.shows("systemctl start linli-sync"));
    show_with(driver, facts_with(LinkState::revoked, SyncTrouble::hall_revoked));
    CHECK(driver.shows("区里已停用"));
    CHECK(driver.has("pairing"));
    show_with(driver, facts_with(LinkState::none, SyncTrouble::code_expired));
    CHECK(driver.shows("配对串过期了"));
}

TEST_CASE("the page follows by itself while the district decides") {
    Driver driver;
    show_with(driver, facts_with(LinkState::waiting));
    CHECK(driver.shows("3f2a-91c0-77de-0b1c"));
    driver.service().answer_next(AnswerValue(facts_with(LinkState::approved)));
    driver.pass(4'000);
    CHECK(driver.shows("正在等区里批准"));
    driver.pass(2'000);
    CHECK(driver.shows("已接入"));
}

TEST_CASE("a scanner that types the pairing string joins the box with it") {
    Driver driver;
    driver.show(ScreenId::installer_district);
    show_with(driver, facts_with(LinkState::none));
    driver.tap("pairing");
    REQUIRE(driver.screen() == ScreenId::pairing);
    driver.type("linli1:eyJhZGR-_9\n");
    REQUIRE(asked_pairings(driver) == std::vector<std::string>{"linli1:eyJhZGR-_9"});
    CHECK(driver.screen() == ScreenId::installer_district);
}

TEST_CASE("a pairing string is typed on the screen's own keys, small and capital, and can be mended") {
    Driver driver;
    driver.show(ScreenId::pairing);
    CHECK_FALSE(driver.enabled("key.find"));
    driver.tap("key.e");
    driver.tap("key.case");
    driver.tap("key.J");
    driver.tap("key.page");
    driver.tap("key.7");
    driver.tap("key._");
    driver.tap("key.erase");
    driver.type("x\b?");  // what no pairing string holds is not taken
    CHECK(driver.shows("eJ7"));
    driver.service().answer_next(Error{ErrorCode::invalid_input, "damaged"});
    driver.tap("key.find");
    CHECK(asked_pairings(driver).back() == "linli1:eJ7");
    CHECK(driver.screen() == ScreenId::pairing);
    CHECK(driver.shows("配对串不对"));
    CHECK(driver.shows("eJ7"));
    driver.service().answer_next(Refused{Refusal::enrolled_already, {}, {}});
    driver.tap("key.find");
    CHECK(driver.shows("已经接入了"));
    driver.type(std::string(700, 'a'));
    driver.tap("key.find");
    CHECK(asked_pairings(driver).back().size() <= 600);
}

TEST_CASE("what a keyboard types where nobody asked for it is dropped") {
    Driver driver;
    driver.show(ScreenId::installer_district);
    driver.type("linli1:abc\n");
    driver.show(ScreenId::pairing);
    CHECK_FALSE(driver.shows("abc"));
    CHECK(asked_pairings(driver).empty());
}

}  // namespace linli::kiosk::testing
