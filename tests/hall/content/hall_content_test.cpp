// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "hall/base/embedded.h"
#include "tests/hall/content/small_hall.h"

using namespace linli;

namespace {

HallContent parsed(const ContentDocuments& documents) {
    auto content = parse_hall_content(documents);
    INFO((content ? std::string() : content.error().text()));
    REQUIRE(content.has_value());
    return *std::move(content);
}

}  // namespace

TEST_CASE("every field of the documents arrives in the content") {
    const HallContent content = parsed(small_hall());
    CHECK(content.hall_name == LocalizedText{"桂花里社区服务大厅", "Guihuali Community Hall"});
    CHECK(content.hall_short_name.in(Language::zh) == "桂花里社区");
    CHECK(content.hall_short_name.in(Language::en) == "Guihuali");
    CHECK(content.time_zone == "Asia/Shanghai");
    CHECK(content.waiting_area.en == "Tea is free");

    REQUIRE(content.lines.size() == 2);
    CHECK(content.lines[1].letter == 'K');
    CHECK(content.lines[1].gloss == LocalizedText{"志愿", "Volunteering"});

    REQUIRE(content.matters.size() == 2);
    const Matter& matter = content.matters[0];
    CHECK(matter.id == "allowance");
    CHECK(matter.line == 'A');
    CHECK(matter.name.zh == "高龄津贴");
    CHECK(matter.note.en == "Some 5 days");
    CHECK(matter.bring == std::vector<LocalizedText>{{"身份证", "ID card"}});
    CHECK(matter.keywords == std::vector<std::string>{"老人"});
    CHECK(matter.service_minutes == 10);
    CHECK(matter.daily_limit == 40);
    CHECK_FALSE(content.matters[1].daily_limit.has_value());

    REQUIRE(content.counters.size() == 1);
    CHECK(content.counters[0].place.zh == "左边");
    CHECK(content.priorities[1].icon == "military_tech");
    CHECK(content.priorities[1].head_start_minutes == 10);
    CHECK(content.rules.rejoin_after == 4);
    CHECK(content.rules.rejoin_times_max == 2);
    CHECK(content.rules.calls_before_miss == 5);
    CHECK(content.rules.numbers_a_day_max == 900);
    CHECK(content.rules.wait_amber_minutes == 12);
    CHECK(content.rules.wait_red_minutes == 25);
    CHECK(content.hours.issue_before_open_minutes == 25);
    CHECK(content.hours.stop_before_close_minutes == 15);
    CHECK_FALSE(content.hours.issue_in_breaks);

    REQUIRE(content.reminders.size() == 1);
    CHECK(content.reminders[0].label.en == "Wed");
    CHECK(content.reminders[0].tone == "warning");
    CHECK(content.reminders[0].until == LocalDate{2026, 11, 30});
}

TEST_CASE("things are found by letter, id and number, and nothing by another") {
    const HallContent content = parsed(small_hall());
    CHECK(content.line('K')->name.en == "Other");
    CHECK(content.line('B') == nullptr);
    CHECK(content.matter("question")->line == 'K');
    CHECK(content.matter("") == nullptr);
    CHECK(content.counter(7)->place.en == "Left");
    CHECK(content.counter(1) == nullptr);
    CHECK(content.priority("elder")->icon == "elderly");
    CHECK(content.priority("none") == nullptr);
}

TEST_CASE("a counter takes the matters of its lines and those named, and no others") {
    ContentDocuments documents = small_hall();
    documents["counters.json"] = R"({"counters": [
        {"number": 1, "place": {"zh": "左", "en": "Left"}, "lines": ["A"], "matters": []},
        {"number": 2, "place": {"zh": "右", "en": "Right"}, "lines": [], "matters": ["question"]}]})";
    const HallContent content = parsed(documents);
    const Matter& allowance = *content.matter("allowance");
    const Matter& question = *content.matter("question");
    CHECK(content.takes(*content.counter(1), allowance));
    CHECK_FALSE(content.takes(*content.counter(1), question));
    CHECK_FALSE(content.takes(*content.counter(2), allowance));
    CHECK(content.takes(*content.counter(2), question));
}

TEST_CASE("an exception takes the place of its weekday's hours") {
    const HallContent content = parsed(small_hall());
    const auto& monday = content.hours.on({2026, 11, 23}, 1);
    REQUIRE(monday.size() == 2);
    CHECK(monday[0].begin_minute == 8 * 60 + 30);
    CHECK(monday[1].end_minute == 17 * 60 + 30);
    CHECK(content.hours.on({2026, 10, 5}, 1).empty());
    CHECK(content.hours.on({2026, 11, 22}, 7).empty());
    REQUIRE(content.hours.on({2026, 10, 11}, 7).size() == 1);
    CHECK(content.hours.on({2026, 10, 11}, 7)[0].begin_minute == 9 * 60 + 15);
    CHECK(content.hours.on({2026, 11, 21}, 6)[0].end_minute == 24 * 60);
}

TEST_CASE("the demo hall is sound and whole") {
    const HallContent content = parsed(embedded_content());
    CHECK(content.hall_name.zh == "桂花里社区服务大厅");
    CHECK(content.lines.size() == 10);
    CHECK(content.matters.size() >= 45);
    CHECK(content.counters.size() == 5);
    for (const Line& line : content.lines) {
        INFO(line.name.zh);
        const auto of_line = [&](const Matter& matter) { return matter.line == line.letter; };
        const auto taking = [&](const CounterPlan& counter) {
            return std::ranges::find(counter.lines, line.letter) != counter.lines.end();
        };
        const auto matters = std::ranges::count_if(content.matters, of_line);
        CHECK((matters >= 3 && matters <= 11));
        CHECK(std::ranges::count_if(content.counters, taking) >= 2);
    }
    for (const Matter& matter : content.matters) {
        INFO(matter.id);
        CHECK((matter.service_minutes >= 3 && matter.service_minutes <= 25));
        CHECK_FALSE(matter.keywords.empty());
    }
}

TEST_CASE("no two matters of the demo hall have one name") {
    const HallContent content = parsed(embedded_content());
    std::set<std::string> names;
    for (const Matter& matter : content.matters) {
        CHECK(names.insert(matter.name.zh).second);
        CHECK(names.insert(matter.name.en).second);
    }
}

TEST_CASE("the theme draws every line and every priority icon of the demo hall") {
    const HallContent content = parsed(embedded_content());
    const auto theme = nlohmann::json::parse(embedded_file("assets/theme/theme.json"));
    for (const Line& line : content.lines) CHECK(theme.at("line").contains(std::string(1, line.letter)));
    for (const PriorityClass& priority : content.priorities) CHECK(theme.at("icon").contains(priority.icon));
}
