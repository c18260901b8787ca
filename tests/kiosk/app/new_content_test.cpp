// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <nlohmann/json.hpp>

#include "hall/acts/install_content.h"
#include "hall/acts/note_read.h"
#include "hall/acts/note_search.h"
#include "tests/kiosk/support/live_kiosk.h"

namespace linli::kiosk::testing {

using nlohmann::json;
using support::value_of;

namespace {

constexpr const char* policy_id = "old-age-allowance";
constexpr const char* policy_file = "policies/old-age-allowance.json";

void type(LiveKiosk& kiosk, const std::string& letters) {
    for (const char letter : letters) kiosk.tap(std::string("key.") + letter);
}

void open_policy(LiveKiosk& kiosk) {
    kiosk.tap("start");
    kiosk.tap("policy");
    kiosk.until_on(ScreenId::look_up);
    type(kiosk, "gljt");
    kiosk.tap(std::string("document.") + policy_id);
    kiosk.until_on(ScreenId::policy);
    kiosk.until_shown("80 岁以上");
}

ContentDocuments with_other_policy(const std::string& title, const std::string& answer) {
    ContentDocuments documents = support::always_open();
    json policy = json::parse(documents.at(policy_file));
    policy["title"]["zh"] = title;
    policy["answer"]["zh"] = answer;
    documents[policy_file] = policy.dump();
    return documents;
}

/// Nothing names it any more either.
ContentDocuments without_policy() {
    ContentDocuments documents = support::always_open();
    documents.erase(policy_file);
    for (auto& [name, bytes] : documents) {
        if (!name.ends_with(".json")) continue;
        json document = json::parse(bytes);
        const auto forget = [](json& names) {
            for (std::size_t i = names.size(); i-- > 0;)
                if (names[i] == policy_id) names.erase(i);
        };
        if (document.contains("related")) forget(document["related"]);
        if (document.contains("synonyms"))
            for (json& synonym : document["synonyms"])
                if (std::ranges::find(synonym["find"], policy_id) != synonym["find"].end()) {
                    forget(synonym["find"]);
                    if (synonym["find"].empty()) synonym["find"] = {"senior-card"};
                }
        bytes = document.dump();
    }
    return documents;
}

template <class Holds>
double seconds_until(LiveKiosk& kiosk, const char* what, Holds holds) {
    const auto before = std::chrono::steady_clock::now();
    kiosk.until(what, holds);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

/// The policy is found by this title, all of it.
bool finds(LiveKiosk& kiosk, const std::string& title) {
    const auto search = kiosk.worker().picture()->search;
    if (!search) return false;
    constexpr std::size_t most = 20;
    return std::ranges::any_of(search->find(title, most).hits, [&](const ContentSearch::Hit& hit) {
        return hit.kind == FoundKind::policy && hit.id == policy_id && hit.title_end - hit.title_begin == title.size();
    });
}

}  // namespace

TEST_CASE("new content is read and found within a second, and whoever reads stays on the page", "[timed]") {
    LiveKiosk kiosk;
    open_policy(kiosk);
    CHECK(finds(kiosk, "高龄津贴"));
    CHECK_FALSE(finds(kiosk, "尊老长寿金"));
    const auto documents = with_other_policy("尊老长寿金", "年满七十九岁，每月都能领。");
    REQUIRE(value_of(install_content(*kiosk.hall, documents)).has_value());
    const double shown = seconds_until(kiosk, "the new answer", [&] { return kiosk.shows("年满七十九岁"); });
    const double found = seconds_until(kiosk, "the new title", [&] { return finds(kiosk, "尊老长寿金"); });
    CHECK(shown + found < 1.0);
    CHECK(kiosk.kiosk().screen() == ScreenId::policy);
    CHECK(kiosk.shows("尊老长寿金"));
    CHECK(kiosk.kiosk().session().document == policy_id);
    CHECK(kiosk.kiosk().session().query.all() == "gljt");
    kiosk.tap("bar.back");
    kiosk.until_on(ScreenId::look_up);
    CHECK(kiosk.kiosk().session().query.all() == "gljt");
}

TEST_CASE("a document that has gone says so where it is read, and is found no more", "[timed]") {
    LiveKiosk kiosk;
    open_policy(kiosk);
    REQUIRE(value_of(install_content(*kiosk.hall, without_policy())).has_value());
    const double gone = seconds_until(kiosk, "that it has gone", [&] { return !kiosk.shows("80 岁以上"); });
    CHECK(gone < 1.0);
    CHECK(kiosk.kiosk().screen() == ScreenId::policy);
    CHECK(kiosk.shows("撤下"));
    kiosk.until("a search without it", [&] { return !finds(kiosk, "高龄津贴"); });
    REQUIRE(value_of(rollback_content(*kiosk.hall)).has_value());
    const double back = seconds_until(kiosk, "that it is back", [&] { return kiosk.shows("80 岁以上"); });
    CHECK(back < 1.0);
}

TEST_CASE("words that are typed stay while new content comes, and their results follow it", "[timed]") {
    LiveKiosk kiosk;
    kiosk.tap("start");
    kiosk.tap("policy");
    kiosk.until_on(ScreenId::look_up);
    type(kiosk, "zlcsj");
    REQUIRE(value_of(install_content(*kiosk.hall, with_other_policy("尊老长寿金", "每月都能领。"))).has_value());
    const double found = seconds_until(kiosk, "the new title", [&] {
        return kiosk.kiosk().shown().target(std::string("document.") + policy_id) != nullptr &&
               kiosk.shows("尊老长寿金");
    });
    CHECK(found < 1.0);
    CHECK(kiosk.kiosk().session().query.all() == "zlcsj");
}

TEST_CASE("what somebody looked up in vain is counted when they go home, and what was found is not") {
    LiveKiosk kiosk;
    kiosk.tap("start");
    kiosk.tap("policy");
    kiosk.until_on(ScreenId::look_up);
    type(kiosk, "gljt");
    kiosk.tap("bar.home");
    kiosk.until_on(ScreenId::home);
    kiosk.tap("policy");
    kiosk.until_on(ScreenId::look_up);
    type(kiosk, "qqxxvv");
    kiosk.tap("bar.home");
    kiosk.until("the words", [&] { return !value_of(show_searches(*kiosk.hall)).empty(); });
    const auto found = value_of(show_searches(*kiosk.hall));
    REQUIRE(found.size() == 1);
    CHECK(found[0].words == "qqxxvv");
    CHECK(found[0].times == 1);
}

TEST_CASE("what somebody reads is counted in the hall") {
    LiveKiosk kiosk;
    open_policy(kiosk);
    kiosk.until("the count", [&] { return !value_of(show_reads(*kiosk.hall)).empty(); });
    const auto found = value_of(show_reads(*kiosk.hall));
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == policy_id);
}

}  // namespace linli::kiosk::testing
