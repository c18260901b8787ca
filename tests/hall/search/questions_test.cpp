// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/hall/search/truth_set.h"
#include "tests/support/places.h"
#include "tests/support/test_hall.h"

namespace linli::support {

TEST_CASE("everyday questions find what a clerk would show among the first three answers") {
    const auto content = parse_hall_content(embedded_content());
    REQUIRE(content.has_value());
    const auto search = value_of(ContentSearch::build(*content, {2026, 11, 23}));
    const auto questions = read_questions(source_folder() / "tests/hall/search/questions.json");
    REQUIRE(questions.size() >= 300);
    const TruthFigures figures = figures_of(*search, questions);
    INFO(figures.missed);
    INFO(figures.in_first << " first, " << figures.in_first_three << " among three of " << figures.asked);
    CHECK(figures.share_in_three() >= 0.95);
}

}  // namespace linli::support
