// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "hall/content/document_kinds.h"
#include "tests/hall/content/small_hall.h"

using namespace linli;

namespace {

// One spoilt place in one document, and what must be said about it.
struct Spoilt {
    const char* what;
    const char* file;
    const char* sound;
    const char* spoilt;
    const char* place;
    const char* field;
    const char* reason;
};

constexpr const char* thirteen = "一二三四五六七八九十一二三";

const Spoilt broken_json[] = {
    {"a comma too few", "lines.json", "\"K\", \"name\"", "\"K\" \"name\"", "line 3, column 23", "", "This is no JSON"},
    {"cut off", "counters.json", "\n]}", "\n", "line 3, column 1", "", "This is no JSON"},
    {"something after the end", "counters.json", "\n]}", "\n]} x", "line 3, column 4", "", "This is no JSON"},
    {"bytes that are no UTF-8", "matters.json", "高龄津贴", "高\xE9\xBE津贴", "line 2, column 55", "",
     "This is no JSON"},
    {"an overlong UTF-8 form", "matters.json", "Ask us", "Ask\xC0\xAFus", "line 4, column 67", "", "This is no JSON"},
    {"half a surrogate pair", "matters.json", "Ask us", "Ask\\ud800us", "line 4, column 73", "", "This is no JSON"},
    {"a number too large for any type", "counters.json", "7", "1e999", "line 2, column 18", "", "This is no JSON"},
    {"one key twice", "matters.json", "\"line\": \"K\"", "\"line\": \"K\", \"line\": \"A\"", "/matters/1/line", "line",
     "This field is given twice."},
    {"one key twice, deep in", "hall.json", "\"en\": \"Military\"", "\"en\": \"Military\", \"zh\": \"x\"",
     "/priorities/1/name/zh", "zh", "This field is given twice."},
    {"endless nesting", "reminders.json", "\"warning\"", "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
     "/reminders/0/tone/0/0/0/0/0/0/0/0/0/0/0/0/0", "", "Nothing may be nested deeper than 16."},
};

const Spoilt wrong_shape[] = {
    {"no object", "lines.json", "{\"lines\": [", "[[", "line 4, column 2", "", "This is no JSON"},
    {"a mistyped field", "matters.json", "\"en\": \"Ask us\"", "\"eng\": \"Ask us\"", "/matters/1/name/eng", "eng",
     "There is no such field here."},
    {"a mistyped top field", "counters.json", "\"counters\"", "\"counter\"", "/counter", "counter",
     "There is no such field here."},
    {"a field name with slash and tilde", "counters.json", "\"counters\"", "\"a/b~c\"", "/a~1b~0c", "a/b~c",
     "There is no such field here."},
    {"a missing field", "matters.json", ", \"service_minutes\": 5", "", "/matters/1/service_minutes", "service_minutes",
     "This field is missing."},
    {"a missing language", "hall.json", ", \"en\": \"Guihuali\"", "", "/short_name/en", "en", "This field is missing."},
    {"a missing week day", "hall.json", "\"wednesday\": [], ", "", "/hours/week/wednesday", "wednesday",
     "This field is missing."},
    {"a text where a number belongs", "counters.json", "7", "\"7\"", "/counters/0/number", "number",
     "This must be a whole number."},
    {"a fraction", "matters.json", "\"service_minutes\": 10", "\"service_minutes\": 10.5", "/matters/0/service_minutes",
     "service_minutes", "This must be a whole number."},
    {"a number where a text belongs", "hall.json", "\"Asia/Shanghai\"", "8", "/time_zone", "time_zone",
     "This must be a text."},
    {"a text where an object belongs", "reminders.json", "{\"zh\": \"周三\", \"en\": \"Wed\"}", "\"周三\"",
     "/reminders/0/label", "label", "This must be an object."},
    {"an object where an array belongs", "matters.json", "\"bring\": []", "\"bring\": {}", "/matters/1/bring", "bring",
     "This must be an array."},
    {"a number where yes or no belongs", "hall.json", "\"issue_in_breaks\": false", "\"issue_in_breaks\": 0",
     "/hours/issue_in_breaks", "issue_in_breaks", "This must be true or false."},
    {"null", "matters.json", "\"daily_limit\": 40", "\"daily_limit\": null", "/matters/0/daily_limit", "daily_limit",
     "This must be a whole number."},
};

const Spoilt wrong_values[] = {
    {"the letter I", "lines.json", "\"letter\": \"K\"", "\"letter\": \"I\"", "/lines/1/letter", "letter", "without I"},
    {"a letter after K", "lines.json", "\"letter\": \"K\"", "\"letter\": \"L\"", "/lines/1/letter", "letter", "A to K"},
    {"a small letter", "lines.json", "\"letter\": \"K\"", "\"letter\": \"k\"", "/lines/1/letter", "letter", "A to K"},
    {"two letters", "lines.json", "\"letter\": \"K\"", "\"letter\": \"KA\"", "/lines/1/letter", "letter", "A to K"},
    {"one letter for two lines", "lines.json", "\"letter\": \"K\"", "\"letter\": \"A\"", "/lines/1/letter", "letter",
     "Another line has this letter."},
    {"one id for two matters", "matters.json", "\"id\": \"question\"", "\"id\": \"allowance\"", "/matters/1/id", "id",
     "Another matter has this id."},
    {"an id with a capital", "matters.json", "\"id\": \"question\"", "\"id\": \"Question\"", "/matters/1/id", "id",
     "An id is"},
    {"an empty id", "hall.json", "\"id\": \"elder\"", "\"id\": \"\"", "/priorities/0/id", "id", "An id is"},
    {"one id for two priority classes", "hall.json", "\"id\": \"military\"", "\"id\": \"elder\"", "/priorities/1/id",
     "id", "Another priority class has this id."},
    {"a matter of a line that is not there", "matters.json", "\"line\": \"K\"", "\"line\": \"B\"", "/matters/1/line",
     "line", "lines.json has no line of this letter."},
    {"a matter that no counter takes", "counters.json", "[\"question\"]", "[]", "/matters/1", "id",
     "No counter takes the matter \"question\"."},
    {"a counter of a line that is not there", "counters.json", "[\"A\"]", "[\"A\", \"B\"]", "/counters/0/lines/1",
     "lines", "lines.json has no line of this letter."},
    {"a counter of a matter that is not there", "counters.json", "[\"question\"]", "[\"question\", \"answer\"]",
     "/counters/0/matters/1", "matters", "matters.json has no matter of this id."},
    {"a line named twice", "counters.json", "[\"A\"]", "[\"A\", \"A\"]", "/counters/0/lines/1", "lines",
     "This line is named twice."},
    {"counter 0", "counters.json", "7", "0", "/counters/0/number", "number", "This must be 1 to 99."},
    {"counter 100", "counters.json", "7", "100", "/counters/0/number", "number", "This must be 1 to 99."},
    {"a number beyond 64 bits signed", "counters.json", "7", "18446744073709551615", "/counters/0/number", "number",
     "This must be 1 to 99."},
    {"a service of no time", "matters.json", "\"service_minutes\": 5", "\"service_minutes\": 0",
     "/matters/1/service_minutes", "service_minutes", "This must be 1 to 240."},
    {"a head start that starves others", "hall.json", "\"head_start_minutes\": 15", "\"head_start_minutes\": 600",
     "/priorities/0/head_start_minutes", "head_start_minutes", "This must be 0 to 120."},
    {"a red limit below the amber one", "hall.json", "\"wait_red_minutes\": 25", "\"wait_red_minutes\": 11",
     "/queue/wait_red_minutes", "wait_red_minutes", "The red limit must not be below the amber one."},
    {"an amber limit above the usual red one", "hall.json", "12, \"wait_red_minutes\": 25", "31",
     "/queue/wait_amber_minutes", "wait_amber_minutes", "The red limit must not be below the amber one."},
    {"a limit of no time", "hall.json", "\"wait_amber_minutes\": 12", "\"wait_amber_minutes\": 0",
     "/queue/wait_amber_minutes", "wait_amber_minutes", "This must be 1 to 240."},
    {"a zone that nobody knows", "hall.json", "Asia/Shanghai", "Asia/Guihuali", "/time_zone", "time_zone",
     "This machine's time zone database has no such zone."},
    {"an unknown tone", "reminders.json", "\"warning\"", "\"alarm\"", "/reminders/0/tone", "tone", "A tone is"},
    {"a day that is in no calendar", "reminders.json", "2026-11-30", "2026-11-31", "/reminders/0/until", "until",
     "A date is"},
    {"no matters at all", "matters.json", "{\"matters\": [", "{\"matters\": [], \"spare\": [", "/spare", "spare",
     "There is no such field here."},
};

const Spoilt wrong_times[] = {
    {"an hour of one digit", "hall.json", "08:30", "8:30", "/hours/week/monday/0/from", "from", "A time is"},
    {"61 minutes", "hall.json", "08:30", "08:61", "/hours/week/monday/0/from", "from", "A time is"},
    {"after midnight", "hall.json", "24:00", "24:01", "/hours/week/saturday/0/to", "to", "A time is"},
    {"an end before the begin", "hall.json", "17:30", "13:00", "/hours/week/monday/1/to", "to",
     "A span must end after it begins."},
    {"an end at the begin", "hall.json", "17:30", "13:30", "/hours/week/monday/1/to", "to",
     "A span must end after it begins."},
    {"spans that overlap", "hall.json", "13:30", "11:59", "/hours/week/monday/1/from", "from",
     "A span must not begin before the one above has ended."},
    {"a date given twice", "hall.json", "2026-10-11", "2026-10-05", "/hours/exceptions/1/date", "date",
     "This date is given twice."},
    {"an exception with a wrong time", "hall.json", "09:15", "11:15", "/hours/exceptions/1/open/0/to", "to",
     "A span must end after it begins."},
};

const Spoilt wrong_texts[] = {
    {"a Chinese name of 13 characters", "matters.json", "高龄津贴", thirteen, "/matters/0/name/zh", "zh",
     "This text is 13 Han characters wide; 12 fit."},
    {"an English name of 29", "matters.json", "\"Allowance\"", "\"Allowance allowance allowance\"",
     "/matters/0/name/en", "en", "This text has 29 characters; 28 fit."},
    {"an empty text", "reminders.json", "量血压", "", "/reminders/0/text/zh", "zh", "This text must not be empty."},
    {"a line break", "reminders.json", "量血压", "量\\n血压", "/reminders/0/text/zh", "zh",
     "This text must not hold U+000A."},
    {"a character that turns the writing", "matters.json", "[\"老人\"]", "[\"老\\u202e人\"]", "/matters/0/keywords/0",
     "keywords", "This text must not hold U+202E."},
    {"a blank before", "counters.json", "\"Left\"", "\" Left\"", "/counters/0/place/en", "en", "blank"},
};

void check(const Spoilt& row) {
    INFO(row.what);
    const auto content = parse_hall_content(small_hall_with(row.file, row.sound, row.spoilt));
    REQUIRE_FALSE(content.has_value());
    INFO(content.error().text());
    // A matter's counters are counted once every document stands, so that one fault is told of another document.
    const bool across = std::string_view(row.place) == "/matters/1";
    CHECK(content.error().file == (across ? "matters.json" : row.file));
    CHECK(content.error().place == row.place);
    CHECK(content.error().field == row.field);
    CHECK(content.error().reason.find(row.reason) != std::string::npos);
}

std::string many(std::size_t count, std::string_view item) {
    std::string all;
    for (std::size_t index = 0; index < count; ++index) all.append(index ? "," : "").append(item);
    return all;
}

}  // namespace

TEST_CASE("the hall that the faults are put into is itself sound") {
    const auto content = parse_hall_content(small_hall());
    INFO((content ? std::string() : content.error().text()));
    REQUIRE(content.has_value());
}

TEST_CASE("broken JSON is told by line and column, a repeated key by its pointer") {
    check(GENERATE(from_range(std::begin(broken_json), std::end(broken_json))));
}

TEST_CASE("a field that is unknown, missing or of a wrong type is told by its pointer") {
    check(GENERATE(from_range(std::begin(wrong_shape), std::end(wrong_shape))));
}

TEST_CASE("a value out of its bounds or naming what is not there is told by its pointer") {
    check(GENERATE(from_range(std::begin(wrong_values), std::end(wrong_values))));
}

TEST_CASE("opening times must be times, in order and apart") {
    check(GENERATE(from_range(std::begin(wrong_times), std::end(wrong_times))));
}

TEST_CASE("a text must fit its place and hold nothing that cannot be shown") {
    check(GENERATE(from_range(std::begin(wrong_texts), std::end(wrong_texts))));
}

TEST_CASE("a NUL byte does not hide what follows it") {
    ContentDocuments documents = small_hall();
    documents["lines.json"] += '\0';
    const auto content = parse_hall_content(documents);
    REQUIRE_FALSE(content.has_value());
    CHECK(content.error().text() == "lines.json: line 4, column 3: This is no JSON: a NUL byte.");
}

TEST_CASE("a missing document, an unknown one and one too large are told by their names") {
    ContentDocuments documents = small_hall();
    SECTION("missing") {
        documents.erase("counters.json");
        CHECK(parse_hall_content(documents).error().text() == "counters.json: document: This document is missing.");
    }
    SECTION("unknown") {
        documents["matter.json"] = "{}";
        CHECK(parse_hall_content(documents).error().text() ==
              "matter.json: document: There is no content document of this name.");
    }
    SECTION("too large by one byte") {
        documents["lines.json"].resize(document_bytes_max, ' ');
        CHECK(parse_hall_content(documents).has_value());
        documents["lines.json"] += ' ';
        CHECK(parse_hall_content(documents).error().text() ==
              "lines.json: document: A document has at most 4194304 bytes.");
    }
}

TEST_CASE("a document that is no object is told as a whole") {
    ContentDocuments documents = small_hall();
    documents["lines.json"] = "[]";
    CHECK(parse_hall_content(documents).error().text() == "lines.json: document: This must be an object.");
}

TEST_CASE("no document may hold more than its bound") {
    ContentDocuments documents = small_hall();
    SECTION("matters") {
        documents["matters.json"] = "{\"matters\": [" + many(501, "{}") + "]}";
        CHECK(parse_hall_content(documents).error().text() ==
              "matters.json: /matters (matters): There must be 1 to 500 here, not 501.");
    }
    SECTION("counters") {
        documents["counters.json"] = "{\"counters\": [" + many(100, "{}") + "]}";
        CHECK(parse_hall_content(documents).error().text() ==
              "counters.json: /counters (counters): There must be 1 to 99 here, not 100.");
    }
    SECTION("none") {
        documents["matters.json"] = "{\"matters\": []}";
        CHECK(parse_hall_content(documents).error().text() ==
              "matters.json: /matters (matters): There must be 1 to 500 here, not 0.");
    }
}

TEST_CASE("two counters may not have one number") {
    ContentDocuments documents = small_hall();
    const std::string_view counter =
        R"({"number": 7, "place": {"zh": "左边", "en": "Left"}, "lines": ["A", "K"], "matters": []})";
    documents["counters.json"] = "{\"counters\": [" + many(2, counter) + "]}";
    CHECK(parse_hall_content(documents).error().text() ==
          "counters.json: /counters/1/number (number): Another counter has this number.");
}

TEST_CASE("a counter must take something") {
    ContentDocuments documents = small_hall_with("counters.json", "[\"A\"]", "[]");
    std::string& counters = documents["counters.json"];
    counters.replace(counters.find("[\"question\"]"), 12, "[]");
    CHECK(parse_hall_content(documents).error().text() ==
          "counters.json: /counters/0 (counters): This counter takes no line and no matter.");
}
