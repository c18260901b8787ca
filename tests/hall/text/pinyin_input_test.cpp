// SPDX-License-Identifier: Apache-2.0
#include "hall/text/pinyin_input.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "hall/base/utf8.h"
#include "hall/text/pinyin_lattice.h"

namespace linli {
namespace {

bool all(char32_t) { return true; }

PinyinReading read(std::string_view letters) { return read_pinyin(letters, all); }

std::ptrdiff_t place_of(const PinyinReading& reading, std::string_view text) {
    const auto at = std::ranges::find(reading.candidates, text, &PinyinCandidate::text);
    return at == reading.candidates.end() ? -1 : at - reading.candidates.begin();
}

std::size_t letters_of(std::string_view letters, std::string_view text) {
    const PinyinReading reading = read(letters);
    const auto place = place_of(reading, text);
    return place < 0 ? 0 : reading.candidates[static_cast<std::size_t>(place)].letters;
}

std::string first(std::string_view letters) {
    const PinyinReading reading = read(letters);
    return reading.candidates.empty() ? "" : reading.candidates.front().text;
}

}  // namespace

TEST_CASE("letters become the word that is meant, whole ones first") {
    CHECK(first("jintie") == "津贴");
    CHECK(first("gaoling") == "高龄");
    CHECK(first("shequ") == "社区");
    CHECK(first("zhangwei") == "张伟");
    CHECK(first("canjiren") == "残疾人");
    CHECK(first("fangan") == "方案");
    CHECK(place_of(read("wode"), "我的") == 0);
}

TEST_CASE("what is no single word is put together out of likely ones") {
    CHECK(first("dibaojintie") == "低保津贴");
    CHECK(first("gaolingjintie") == "高龄津贴");
    CHECK(letters_of("gaolingjintie", "高龄津贴") == 13);
    CHECK(first("woyaobanshebaoka").starts_with("我要"));
}

TEST_CASE("shorter words stand behind, and say how many letters they take") {
    CHECK(letters_of("jintie", "津贴") == 6);
    CHECK(letters_of("jintie", "金") == 3);
    CHECK(letters_of("dibaojintie", "低保") == 5);
    const PinyinReading reading = read("dibaojintie");
    CHECK(place_of(reading, "低保津贴") < place_of(reading, "低保"));
    CHECK(place_of(reading, "低保") < place_of(reading, "低"));
    std::size_t before = 99;
    for (const PinyinCandidate& one : reading.candidates) {
        CHECK(one.letters <= before);
        before = one.letters;
    }
}

TEST_CASE("syllables are parted as they are read, and an apostrophe parts them by force") {
    CHECK(read("jintie").ends == std::vector<std::size_t>{3, 6});
    CHECK(read("fangan").ends == std::vector<std::size_t>{4, 6});
    CHECK(read("xian").ends == std::vector<std::size_t>{4});
    CHECK(read("xi'an").ends == std::vector<std::size_t>{3, 5});
    CHECK(first("xi'an") == "西安");
    CHECK(letters_of("xi'an", "西") == 3);
    CHECK(place_of(read("xian"), "西安") >= 0);
    CHECK(place_of(read("xi'an"), "先") == -1);
}

TEST_CASE("initials stand for whole words, and a syllable may be only begun") {
    CHECK(place_of(read("bj"), "北京") >= 0);
    CHECK(place_of(read("cjr"), "残疾人") >= 0);
    CHECK(place_of(read("jint"), "今天") == 0);
    CHECK(place_of(read("qion"), "穷") >= 0);
    CHECK(place_of(read("zh"), "这") >= 0);
    CHECK(place_of(read("g"), "个") >= 0);
}

TEST_CASE("ü is v after l and n, and also where it is written u") {
    CHECK(place_of(read("lv"), "绿") >= 0);
    CHECK(first("nver") == "女儿");
    CHECK(place_of(read("lve"), "略") >= 0);
    CHECK(place_of(read("lue"), "略") >= 0);
    CHECK(place_of(read("nve"), "虐") >= 0);
    CHECK(place_of(read("jv"), "局") >= 0);
    CHECK(place_of(read("xvyao"), "需要") == 0);
}

TEST_CASE("characters that names are made of are there, behind the usual ones") {
    for (const auto& [letters, character] : {std::pair{"yue", "玥"},
                                             {"chong", "翀"},
                                             {"jun", "珺"},
                                             {"ben", "犇"},
                                             {"hua", "婳"},
                                             {"yan", "䶮"},
                                             {"lve", "䤣"},
                                             {"bang", "\U00020CD0"},
                                             {"wei", "\U00023C97"}}) {
        INFO(letters << ' ' << character);
        CHECK(place_of(read(letters), character) > 0);
    }
    const PinyinReading reading = read("yan");
    CHECK(place_of(reading, "言") < place_of(reading, "䶮"));
    // The list of standard characters before what nobody is called.
    const auto standard = place_of(reading, "䶮"), obscure = place_of(reading, "㓧");
    CHECK((obscure < 0 || standard < obscure));
}

TEST_CASE("rare characters are offered also where more syllables follow") {
    CHECK(letters_of("yanming", "䶮") == 3);
    CHECK(letters_of("wanghua", "婳") == 0);
    CHECK(letters_of("hua", "婳") == 3);
}

TEST_CASE("what no font can draw is not offered") {
    const auto basic = [](char32_t code) { return code <= 0x9FFF && code >= 0x4E00; };
    for (const PinyinCandidate& one : read_pinyin("yan", basic).candidates)
        for (const Character& character : characters(one.text)) CHECK(basic(character.code));
}

TEST_CASE("letters that nobody reads give nothing, and what can be read before them is read") {
    for (const char* letters : {"", "v", "vvvv", "iiii", "uu", "'", "''a", "3a", "A"}) {
        INFO(letters);
        CHECK(read(letters).candidates.empty());
    }
    const PinyinReading reading = read("jintievv");
    CHECK(reading.ends == std::vector<std::size_t>{3, 6});
    CHECK(reading.candidates.front() == PinyinCandidate{"津贴", 6});
}

TEST_CASE("any letters at all are read without harm, and each candidate takes some of them") {
    std::mt19937 random(7);
    const std::string_view alphabets[] = {"abcdefghijklmnopqrstuvwxyz'", "an'eo", "zhcsgn", "angeri"};
    for (int i = 0; i < 400; ++i) {
        const std::string_view alphabet = alphabets[static_cast<std::size_t>(i) % 4];
        std::string letters(1 + random() % 64, 'a');
        for (char& letter : letters) letter = alphabet[random() % alphabet.size()];
        INFO(letters);
        const PinyinReading reading = read(letters);
        for (const PinyinCandidate& one : reading.candidates) {
            REQUIRE(one.letters > 0);
            REQUIRE(one.letters <= letters.size());
            REQUIRE_FALSE(one.text.empty());
        }
        REQUIRE(std::ranges::is_sorted(reading.ends));
        if (!reading.ends.empty()) REQUIRE(reading.ends.back() <= letters.size());
    }
}

TEST_CASE("of very many letters the first are read and the rest wait for their turn") {
    std::string letters;
    for (int i = 0; i < 16; ++i) letters += "shan";
    const PinyinReading reading = read(letters);
    REQUIRE_FALSE(reading.candidates.empty());
    CHECK(reading.candidates.front().letters == 32);
    CHECK(characters(reading.candidates.front().text).size() == 8);
}

TEST_CASE("a table's spelling keeps every letter in its place") {
    CHECK(table_spelling("lve") == "lue");
    CHECK(table_spelling("lv") == "lv");
    CHECK(table_spelling("jv") == "ju");
    CHECK(table_spelling("v") == "v");
}

}  // namespace linli
