// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_search.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr std::int64_t ten_days_hours = 240;

std::int64_t rows(TestHall& test) { return test.count("SELECT count(*) FROM vain_search"); }

}  // namespace

TEST_CASE("words are folded before they are counted") {
    CHECK(countable_words("  Ｐet ＤOG!! ") == "pet dog");
    CHECK(countable_words("养狗  证") == "养狗 证");
    CHECK(countable_words("养狗，证") == "养狗 证");
    CHECK(countable_words("80岁") == "80岁");
    CHECK(countable_words("狗") == "狗");
    CHECK_FALSE(countable_words("z").has_value());
    CHECK_FALSE(countable_words("").has_value());
    CHECK_FALSE(countable_words(" ?! ").has_value());
    CHECK_FALSE(countable_words("\xFF\xFE").has_value());
    CHECK(countable_words(std::string(200, 'x'))->size() == searched_characters_max);
    CHECK(countable_words("dog \x1b[31m 'x'") == "dog 31m x");
}

TEST_CASE("what may be somebody's number is never kept, however it is written") {
    const char* typed = GENERATE("13800138000", "138 0013 8000", "110101199003070011", "１１０１０１", "my no. 123-456",
                                 "一三八零零一", "低保 110 101", "三零五〇12");
    INFO(typed);
    CHECK_FALSE(countable_words(typed).has_value());
    // Also where it stands behind what is kept.
    CHECK_FALSE(countable_words(std::string(80, 'x') + typed).has_value());
    TestHall test;
    CHECK(note_search(test.hall(), typed).has_value());
    CHECK(rows(test) == 0);
    CHECK(countable_words("12345").has_value());
}

TEST_CASE("searches in vain are counted by month with the last day, and the journal knows nothing of them") {
    TestHall test;
    const auto entries = test.journal().size();
    for (const char* typed : {"养狗", "宠物", "养狗"}) CHECK(note_search(test.hall(), typed).has_value());
    test.clock.pass_hours(ten_days_hours);
    CHECK(note_search(test.hall(), "养狗").has_value());
    const auto found = value_of(show_searches(test.hall()));
    REQUIRE(found.size() == 3);
    CHECK(found[0].month == 12);
    CHECK(found[0].times == 1);
    CHECK(found[0].last.text() == "2026-12-03");
    CHECK(found[1].month == 11);
    CHECK(found[1].words == "养狗");
    CHECK(found[1].times == 2);
    CHECK(found[1].last.text() == "2026-11-23");
    CHECK(found[2].words == "宠物");
    CHECK(test.journal().size() == entries);
}

TEST_CASE("of too many words in a month the least frequent go, and the newest comes in") {
    TestHall test;
    for (int i = 0; i < 2; ++i) CHECK(note_search(test.hall(), "often").has_value());
    for (int i = 0; i < searched_words_a_month_max + 20; ++i)
        REQUIRE(note_search(test.hall(), "word" + std::to_string(i)).has_value());
    const auto found = value_of(show_searches(test.hall()));
    CHECK(found.size() == static_cast<std::size_t>(searched_words_a_month_max));
    CHECK(found.front().words == "often");
    CHECK(test.count("SELECT count(*) FROM vain_search WHERE words = 'word519'") == 1);
    CHECK(test.count("SELECT count(*) FROM vain_search WHERE words = 'word0'") == 0);
}

TEST_CASE("what is older than thirteen months goes") {
    TestHall test;
    test.run("INSERT INTO vain_search VALUES (202511, 'kept', 1, 20251130), (202510, 'gone', 1, 20251031)");
    CHECK(note_search(test.hall(), "new").has_value());
    CHECK(rows(test) == 2);
    CHECK(test.count("SELECT count(*) FROM vain_search WHERE words = 'gone'") == 0);
}
