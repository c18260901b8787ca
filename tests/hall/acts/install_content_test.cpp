// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/install_content.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/open_counter.h"
#include "hall/acts/show_content.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/support/pictures.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string name_of_hall(Hall& hall) { return value_of(hall.content())->hall_name.en; }

ContentDocuments named(const std::string& name) { return hall_with("/name/en", "\"" + name + "\""); }

}  // namespace

TEST_CASE("new content counts at once, in the program that installs it and in the others") {
    TestHall test;
    const auto other = test.another();
    CHECK(name_of_hall(*other) == "Guihuali Community Hall");
    CHECK(value_of(install_content(test.hall(), named("East Hall"))).value() == 2);
    CHECK(name_of_hall(test.hall()) == "East Hall");
    CHECK(name_of_hall(*other) == "East Hall");
    CHECK(value_of(install_content(*other, named("West Hall"))).value() == 3);
    CHECK(name_of_hall(test.hall()) == "West Hall");
    const auto recorded = test.journal_of("content.installed");
    REQUIRE(recorded.size() == 2);
    CHECK(recorded[0].subject == "content:2");
    CHECK(recorded[0].body.find("matters.json=") != std::string::npos);
}

TEST_CASE("content with a fault changes nothing: the last good stays") {
    TestHall test;
    ContentDocuments broken = named("East Hall");
    broken["matters.json"] = "{\"matters\": [";
    const auto outcome = value_of(install_content(test.hall(), broken));
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().file == "matters.json");
    ContentDocuments without_lines = named("East Hall");
    without_lines.erase("lines.json");
    CHECK_FALSE(value_of(install_content(test.hall(), without_lines)).has_value());
    CHECK(name_of_hall(test.hall()) == "Guihuali Community Hall");
    test.reopen();
    CHECK(name_of_hall(test.hall()) == "Guihuali Community Hall");
    CHECK(test.journal_of("content.installed").empty());
    CHECK(test.count("SELECT max(version) FROM content_version") == 1);
}

TEST_CASE("the content before the newest is kept, and no older one") {
    TestHall test;
    for (const char* name : {"Two", "Three", "Four"})
        CHECK(value_of(install_content(test.hall(), named(name))).has_value());
    CHECK(test.count("SELECT count(*) FROM content_version") == 2);
    CHECK(test.count("SELECT min(version) FROM content_version") == 3);
    CHECK(test.count("SELECT count(*) FROM content_document WHERE version < 3") == 0);
    CHECK(value_of(test.stores().content.load(3)).at("hall.json").find("Three") != std::string::npos);
    test.reopen();
    CHECK(name_of_hall(test.hall()) == "Four");
}

TEST_CASE("what is installed decides from then on, also about a counter that is gone") {
    TestHall test;
    done(open_counter(test.hall(), 5));
    ContentDocuments documents = hall_with("/queue/numbers_a_day_max", "1");
    CHECK(value_of(install_content(test.hall(), documents)).has_value());
    test.take("senior-card");
    CHECK(refusal(issue_number(test.hall(), {"senior-card", {}, new_key(), {}})) == "daily_limit");
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
}

TEST_CASE("installed content that was damaged on the disk is told, not used") {
    TestHall test;
    test.run("UPDATE content_document SET document = '{' WHERE name = 'hall.json'");
    test.close();
    CHECK(error_of(Hall::open(test.database(), test.clock, Actor{"test"})) == "corrupt");
}

TEST_CASE("going back brings the documents before as a new version, and once more comes back again") {
    TestHall test;
    const auto other = test.another();
    CHECK_FALSE(value_of(rollback_content(test.hall())).has_value());
    CHECK(value_of(install_content(test.hall(), named("East Hall"))).value() == 2);
    const auto back = value_of(rollback_content(test.hall()));
    REQUIRE(back.has_value());
    CHECK(back->version == 3);
    CHECK(back->restored == 1);
    CHECK(back->left == 2);
    CHECK(name_of_hall(test.hall()) == "Guihuali Community Hall");
    CHECK(name_of_hall(*other) == "Guihuali Community Hall");
    CHECK(value_of(test.stores().content.load(3)) == embedded_content());
    const auto again = value_of(rollback_content(*other));
    REQUIRE(again.has_value());
    CHECK(again->version == 4);
    CHECK(name_of_hall(test.hall()) == "East Hall");
    CHECK(test.count("SELECT count(*) FROM content_version") == 2);
    const auto recorded = test.journal_of("content.installed");
    REQUIRE(recorded.size() == 3);
    CHECK(recorded[1].subject == "content:3");
    CHECK(recorded[1].body.find("\"restored\":1") != std::string::npos);
    CHECK(recorded[1].body.find("matters.json=") != std::string::npos);
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
}

TEST_CASE("where the documents before can no longer be read nothing changes") {
    TestHall test;
    CHECK(value_of(install_content(test.hall(), named("East Hall"))).has_value());
    test.run("UPDATE content_document SET document = '{' WHERE version = 1 AND name = 'lines.json'");
    CHECK(error_of(rollback_content(test.hall())) == "invalid_content");
    CHECK(name_of_hall(test.hall()) == "East Hall");
    CHECK(test.count("SELECT max(version) FROM content_version") == 2);
    CHECK(test.journal_of("content.installed").size() == 1);
}

TEST_CASE("the kept versions are shown with their documents, and no other") {
    TestHall test;
    const auto first = value_of(show_content(test.hall()));
    REQUIRE(first.has_value());
    CHECK(first->version == 1);
    CHECK(first->before == 0);
    CHECK(first->documents == embedded_content());
    test.clock.pass_ms(60'000);
    for (const char* name : {"Two", "Three"}) CHECK(value_of(install_content(test.hall(), named(name))).has_value());
    const auto newest = value_of(show_content(test.hall()));
    CHECK(newest->version == 3);
    CHECK(newest->before == 2);
    CHECK(newest->installed_ms == first->installed_ms + 60'000);
    CHECK(value_of(show_content(test.hall(), 2))->documents.at("hall.json").find("Two") != std::string::npos);
    CHECK_FALSE(value_of(show_content(test.hall(), 1)).has_value());
    CHECK_FALSE(value_of(show_content(test.hall(), 4)).has_value());
}

namespace {

constexpr const char* plan_file = "pictures/roof-plan.png";

ContentDocuments with_plan(const std::string& bytes) {
    ContentDocuments documents = named("Pictures");
    documents[plan_file] = bytes;
    return documents;
}

}  // namespace

TEST_CASE("a picture's bytes are kept as they are, zeros and all, and come back with a rollback") {
    TestHall test;
    const std::string plan = png_picture(100, 80, PngKind::grey_16);
    REQUIRE(plan.find('\0') != std::string::npos);
    CHECK(value_of(install_content(test.hall(), with_plan(plan))).value() == 2);
    CHECK(value_of(show_content(test.hall()))->documents == with_plan(plan));
    CHECK(*value_of(test.hall().content())->knowledge.picture("roof-plan")->bytes == plan);
    CHECK(value_of(install_content(test.hall(), embedded_content())).value() == 3);
    CHECK(value_of(rollback_content(test.hall()))->version == 4);
    test.reopen();
    CHECK(value_of(show_content(test.hall()))->documents.at(plan_file) == plan);
    CHECK(*value_of(test.hall().content())->knowledge.picture("roof-plan")->bytes == plan);
    CHECK(test.count("SELECT count(DISTINCT version) FROM content_picture") == 2);
    // Another picture is other content in the journal too.
    const auto recorded = test.journal_of("content.installed");
    REQUIRE(recorded.size() == 3);
    CHECK(recorded[0].body != recorded[1].body);
    CHECK_FALSE(value_of(verify_journal(test.hall())).fault.has_value());
}

TEST_CASE("content with a picture whose pixels are damaged is not installed, nor is a hall made with it") {
    TestHall test;
    std::string plan = png_picture(100, 80);
    plan[plan.find("IDAT") + 9] ^= 0x55;
    const auto outcome = value_of(install_content(test.hall(), with_plan(plan)));
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().text() == "pictures/roof-plan.png: document: This PNG is damaged or cut off.");
    CHECK(test.count("SELECT max(version) FROM content_version") == 1);
    const auto made = Hall::create(test.database().string() + ".other", test.clock, Actor{"test"}, with_plan(plan));
    CHECK(error_of(made) == "invalid_content");
}
