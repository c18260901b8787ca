// SPDX-License-Identifier: Apache-2.0
#include "hall/content/slip_plan.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "tests/hall/content/small_hall.h"

using namespace linli;

namespace {

constexpr const char* every_row = R"({"rows": [
  {"row": "text", "text": {"zh": "{hall}", "en": "At {hall}"}, "size": 36, "weight": "bold", "align": "centre", "line_height": 130, "above": 5},
  {"row": "rule", "thickness": 4},
  {"row": "matter", "size": 34, "mark_size": 28, "align": "right"},
  {"row": "number", "size": 188, "line_height": 112},
  {"row": "facts", "label_size": 26, "value_size": 48, "rules": 0, "facts": [
    {"label": {"zh": "前面", "en": "Ahead"}, "value": {"zh": "{ahead}", "en": "{ahead}"}}]},
  {"row": "code", "side": 203, "beside": [{"text": {"zh": "带{bring}", "en": "Bring {bring}"}, "size": 28}]},
  {"row": "ends", "left": {"zh": "左", "en": "Left"}, "right": {"zh": "右", "en": "Right"}, "size": 24}
]})";

tl::expected<HallContent, ContentFault> with_slip(std::string document) {
    ContentDocuments documents = small_hall();
    documents["slip.json"] = std::move(document);
    return parse_hall_content(documents);
}

std::string with(std::string_view sound, std::string_view spoilt) {
    std::string document = every_row;
    const auto found = document.find(sound);
    REQUIRE(found != std::string::npos);
    REQUIRE(document.find(sound, found + 1) == std::string::npos);
    return document.replace(found, sound.size(), spoilt);
}

// One spoilt place, and what must be said about it.
struct Spoilt {
    const char* what;
    const char* sound;
    const char* spoilt;
    const char* fault;
};

const Spoilt spoilt_slips[] = {
    {"no such row", "\"row\": \"rule\"", "\"row\": \"line\"", "/rows/1/row (row): A row is"},
    {"a row without a kind", "\"row\": \"rule\", ", "", "/rows/1/row (row): This field is missing."},
    {"a field of another row", "\"thickness\": 4", "\"thickness\": 4, \"size\": 3",
     "/rows/1/size (size): There is no such field here."},
    {"a rule of no thickness", "\"thickness\": 4", "\"thickness\": 0", "/rows/1/thickness (thickness): This must be"},
    {"letters that nobody can read", "\"size\": 36", "\"size\": 19", "/rows/0/size (size): This must be 20 to 120."},
    {"a number as high as the paper is wide", "188", "321", "/rows/3/size (size): This must be 48 to 320."},
    {"lines that stand in one another", "130", "99", "/rows/0/line_height (line_height): This must be 100 to 200."},
    {"an unknown weight", "\"bold\"", "\"heavy\"", "/rows/0/weight (weight): A weight is"},
    {"an unknown align", "\"centre\"", "\"middle\"", "/rows/0/align (align): An align is"},
    {"an unknown placeholder", "At {hall}", "At {hal}",
     "/rows/0/text/en (en): There is no placeholder {hal} for a slip."},
    {"a brace alone", "At {hall}", "At {hall", "/rows/0/text/en (en): Braces come in pairs"},
    {"a brace closed twice", "At {hall}", "At {hall}}", "/rows/0/text/en (en): Braces come in pairs"},
    {"a brace in a brace", "At {hall}", "At {{hall}}", "/rows/0/text/en (en): Braces come in pairs"},
    {"too far down", "\"above\": 5", "\"above\": 201", "/rows/0/above (above): This must be 0 to 200."},
    {"a code too small to scan", "203", "159", "/rows/5/side (side): This must be 160 to 352."},
    {"a label that is no text", "{\"zh\": \"前面\", \"en\": \"Ahead\"}", "3",
     "/rows/4/facts/0/label (label): This must be an object."},
    {"no number", "{\"row\": \"number\", \"size\": 188, \"line_height\": 112},", "",
     "/rows (rows): A slip has exactly one \"number\" row."},
    {"two numbers", "{\"row\": \"rule\", \"thickness\": 4}", "{\"row\": \"number\", \"size\": 60}",
     "/rows (rows): A slip has exactly one \"number\" row."},
    {"two codes", "{\"row\": \"rule\", \"thickness\": 4}", "{\"row\": \"code\", \"side\": 200, \"beside\": []}",
     "/rows (rows): A slip has at most one \"code\" row."},
    {"no rows", "\"rows\": [", "\"rows\": [], \"spare\": [", "/spare (spare): There is no such field here."},
};

}  // namespace

TEST_CASE("a slip is read row by row, with its sizes and words") {
    const auto content = with_slip(every_row);
    INFO((content ? std::string() : content.error().text()));
    REQUIRE(content.has_value());
    const auto& rows = content->slip.rows;
    REQUIRE(rows.size() == 7);
    const auto& text = std::get<SlipLine>(rows[0].what);
    CHECK(rows[0].above_dots == 5);
    CHECK(text.words == LocalizedText{"{hall}", "At {hall}"});
    CHECK((text.style.size_dots == 36 && text.style.line_percent == 130));
    CHECK((text.style.weight == SlipWeight::bold && text.style.align == SlipAlign::centre));
    CHECK(std::get<SlipRule>(rows[1].what).thickness_dots == 4);
    const auto& matter = std::get<SlipMatterRow>(rows[2].what);
    CHECK((matter.mark_size_dots == 28 && matter.name.size_dots == 34 && matter.name.align == SlipAlign::right));
    CHECK(matter.name.weight == SlipWeight::regular);
    CHECK(std::get<SlipNumberRow>(rows[3].what).size_dots == 188);
    const auto& facts = std::get<SlipFactsRow>(rows[4].what);
    REQUIRE(facts.facts.size() == 1);
    CHECK((facts.facts[0].label.zh == "前面" && facts.facts[0].value.en == "{ahead}" && facts.rule_dots == 0));
    const auto& code = std::get<SlipCodeRow>(rows[5].what);
    REQUIRE(code.beside.size() == 1);
    CHECK((code.side_dots == 203 && code.beside[0].words.zh == "带{bring}"));
    CHECK(std::get<SlipEndsRow>(rows[6].what).right.zh == "右");
}

TEST_CASE("a hall without a slip of its own has the demo hall's") {
    const auto content = parse_hall_content(small_hall());
    REQUIRE(content.has_value());
    CHECK(content->slip.rows.size() > 5);
}

TEST_CASE("a wrong place in a slip is told by its pointer") {
    const Spoilt& row = GENERATE(from_range(std::begin(spoilt_slips), std::end(spoilt_slips)));
    INFO(row.what);
    const auto content = with_slip(with(row.sound, row.spoilt));
    REQUIRE_FALSE(content.has_value());
    CHECK(content.error().text().substr(0, std::string("slip.json: ").size() + std::string(row.fault).size()) ==
          std::string("slip.json: ") + row.fault);
}

TEST_CASE("a slip has at most forty rows") {
    std::string rows;
    for (int row = 0; row < 41; ++row) rows += R"({"row": "rule", "thickness": 1},)";
    const auto content = with_slip("{\"rows\": [" + rows + R"({"row": "number", "size": 188}]})");
    REQUIRE_FALSE(content.has_value());
    CHECK(content.error().text() == "slip.json: /rows (rows): There must be 1 to 40 here, not 42.");
}
