// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/hall/content/small_hall.h"

using namespace linli;

namespace {

tl::expected<HallContent, ContentFault> with_board(const char* board) {
    ContentDocuments documents = small_hall();
    documents["board.json"] = board;
    return parse_hall_content(documents);
}

std::string fault_of(const char* board) {
    const auto content = with_board(board);
    REQUIRE_FALSE(content.has_value());
    return content.error().text();
}

bool fault_has(const char* board, const char* words) {
    const std::string fault = fault_of(board);
    INFO(fault);
    return fault.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("board.json gives the board's language, lines and notices") {
    const auto content = with_board(R"({"language": "en", "lines": ["K", "A"], "notices": [
        {"text": {"zh": "茶水自取", "en": "Tea is free"}, "until": "2026-12-01"}, {"text": {"zh": "好", "en": "Good"}}]})");
    INFO((content ? "" : content.error().text()));
    REQUIRE(content.has_value());
    const BoardPlan& board = content->board;
    CHECK(board.languages == BoardLanguages::en);
    CHECK(board.lines == std::vector<char>{'K', 'A'});
    REQUIRE(board.notices.size() == 2);
    CHECK(board.notices[0].text.en == "Tea is free");
    CHECK(board.notices[0].until == LocalDate{2026, 12, 1});
    CHECK_FALSE(board.notices[1].until.has_value());
}

TEST_CASE("a board without lines shows the cards of all; one without notices is sound") {
    const auto content = with_board(R"({"language": "zh", "notices": []})");
    REQUIRE(content.has_value());
    CHECK(content->board.languages == BoardLanguages::zh);
    CHECK(content->board.lines.empty());
}

TEST_CASE("the demo hall's board stands in where a hall has none, with the lines that the hall has") {
    const auto content = parse_hall_content(small_hall());
    REQUIRE(content.has_value());
    CHECK(content->board.languages == BoardLanguages::both);
    CHECK(content->board.lines == std::vector<char>{'A', 'K'});
    CHECK_FALSE(content->board.notices.empty());
}

TEST_CASE("a spoilt board.json is told by its pointer") {
    CHECK(fault_of(R"({"language": "fr", "notices": []})") ==
          "board.json: /language (language): The board's language is \"zh\", \"en\" or \"both\".");
    CHECK(fault_of(R"({"notices": []})") == "board.json: /language (language): This field is missing.");
    CHECK(fault_of(R"({"language": "zh", "notices": [], "names": true})") ==
          "board.json: /names (names): There is no such field here.");
    CHECK(fault_of(R"({"language": "zh", "lines": ["A", "A"], "notices": []})") ==
          "board.json: /lines/1 (lines): This line is named twice.");
    CHECK(fault_has(R"({"language": "zh", "lines": ["I"], "notices": []})", "/lines/0"));
    CHECK(fault_has(R"({"language": "zh", "lines": [], "notices": []})", "There must be 1 to 10 here, not 0."));
    CHECK(fault_has(R"({"language": "zh", "notices": [{"text": {"zh": "好"}}]})", "/notices/0/text/en"));
    CHECK(fault_has(R"({"language": "zh", "notices": [{"text": {"zh": "好", "en": "Good"}, "until": "soon"}]})",
                    "/notices/0/until"));
    CHECK(fault_has(R"({"language": "zh", "notices": [{"text":
        {"zh": "一二三四五六七八九十一二三四五六七八九十一二三四五", "en": "Good"}}]})",
                    "This text is 25 Han characters wide; 24 fit."));
    CHECK(fault_has(R"({"language": "zh", "notices": [{}, {}, {}, {}, {}, {}, {}, {}, {}]})",
                    "There must be 0 to 8 here, not 9."));
}
