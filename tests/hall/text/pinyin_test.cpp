// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall/text/pinyin_table.h"

using namespace linli;

namespace {

bool reads(char32_t character, std::string_view reading) {
    return std::ranges::find(pinyin_readings(character), reading) != pinyin_readings(character).end();
}

}  // namespace

TEST_CASE("the most usual reading comes first") {
    CHECK(pinyin_readings(U'高').front() == "gao");
    CHECK(pinyin_readings(U'行').front() == "xing");
    CHECK(pinyin_readings(U'参').front() == "can");
    CHECK(pinyin_readings(U'的').front() == "de");
}

TEST_CASE("all readings of a character are there") {
    CHECK(reads(U'行', "hang"));
    CHECK(reads(U'调', "tiao"));
    CHECK(reads(U'调', "diao"));
    CHECK(reads(U'长', "chang"));
    CHECK(reads(U'长', "zhang"));
    CHECK(reads(U'重', "chong"));
    CHECK(reads(U'参', "shen"));
}

TEST_CASE("u with two dots is v, and tones are gone") {
    CHECK(reads(U'女', "nv"));
    CHECK(reads(U'绿', "lv"));
    CHECK(reads(U'略', "lve"));
    CHECK(reads(U'欸', "ei"));
    for (const std::string_view reading : pinyin_table.readings) {
        const bool plain = std::ranges::all_of(reading, [](char byte) { return byte >= 'a' && byte <= 'z'; });
        CHECK((plain && !reading.empty()));
    }
}

TEST_CASE("no reading is listed twice for one character") {
    for (const PinyinTable::List& list : pinyin_table.lists) {
        const auto readings = pinyin_table.readings.subspan(list.begin, list.count);
        for (std::size_t index = 0; index < readings.size(); ++index)
            CHECK(std::ranges::count(readings, readings[index]) == 1);
    }
}

TEST_CASE("rare characters of other planes have readings") {
    CHECK(reads(U'㐀', "qiu"));
    CHECK(reads(U'𠀀', "he"));
}

TEST_CASE("what is no Han character has no reading") {
    for (const char32_t character : {U'\0', U'a', U'，', U'あ', U'한', U'😀', char32_t{0x10FFFF}, char32_t{0xFFFFFFFF}})
        CHECK(pinyin_readings(character).empty());
}

TEST_CASE("every common character is there") {
    std::size_t missing = 0;
    for (char32_t character = 0x4E00; character <= 0x9FA5; ++character) missing += pinyin_readings(character).empty();
    CHECK(missing < 300);
}
