// SPDX-License-Identifier: Apache-2.0
#include "hall/search/content_search.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "hall/search/query_terms.h"
#include "hall/search/syllables.h"
#include "tests/support/test_hall.h"

namespace linli::support {
namespace {

const HallContent& demo() {
    static const HallContent content = *parse_hall_content(embedded_content());
    return content;
}

const ContentSearch& search() {
    static const auto made = value_of(ContentSearch::build(demo(), {2026, 11, 23}));
    return *made;
}

std::string first(std::string_view query) {
    const auto found = search().find(query, 1);
    return found.hits.empty() ? "" : found.hits.front().id;
}

}  // namespace

TEST_CASE("a policy is found by characters, pinyin, first letters, English and a mixture") {
    const char* query = GENERATE("高龄津贴", "高龄", "gaolingjintie", "gaolingjin", "gljt", "GLJT", "高龄jintie",
                                 "ｇａｏｌｉｎｇ", "old-age allowance", "尊老金", "zunlaojin", " 高龄 津贴 ");
    INFO(query);
    CHECK(first(query) == "old-age-allowance");
}

TEST_CASE("what sounds the same is found though it is written otherwise") {
    CHECK(first("底保") == "minimum-living");
    CHECK(first("高铃津铁") == "old-age-allowance");
    CHECK(first("gaolinjingtie") == "old-age-allowance");
}

TEST_CASE("the matched part of a title is told in bytes") {
    const auto found = search().find("津贴", 5);
    const auto hit = std::ranges::find(found.hits, "old-age-allowance", &ContentSearch::Hit::id);
    REQUIRE(hit != found.hits.end());
    const std::string& title = demo().knowledge.policy("old-age-allowance")->head.title.zh;
    CHECK(title.substr(hit->title_begin, hit->title_end - hit->title_begin) == "津贴");
}

TEST_CASE("nothing that can be typed gives an empty page, but for nothing") {
    CHECK(search().find("", 5).hits.empty());
    CHECK(search().find("  ?!，。", 5).hits.empty());
    for (const char* query : {"锟斤拷", "zzzzzzzz", "qqq", "\"", "title:*", "a AND b OR (", "~ling =zi ~0a", "NEAR(",
                              "99999", "\xC3\x28\xFF", "😀😀", "𠀀𠀁"}) {
        INFO(query);
        const auto found = search().find(query, 5);
        if (!query_terms(query).empty()) CHECK_FALSE(found.hits.empty());
    }
    CHECK(search().find("锟斤拷", 5).nearest);
    CHECK_FALSE(search().find("低保", 5).nearest);
}

TEST_CASE("a query of ten thousand characters is read to its limit and answered") {
    std::string query;
    for (int i = 0; i < 10'000; ++i) query += "低";
    CHECK_FALSE(search().find(query, 5).hits.empty());
    CHECK(query_terms(query).plain.size() == query_characters_max);
    CHECK_FALSE(search().find(std::string(10'000, 'a'), 5).hits.empty());
    CHECK(search().find(std::string(10'000, '*'), 5).hits.empty());
}

TEST_CASE("documents that do not hold today are not found") {
    HallContent content = demo();
    auto found = std::ranges::find_if(content.knowledge.policies,
                                      [](const Policy& one) { return one.head.id == "old-age-allowance"; });
    REQUIRE(found != content.knowledge.policies.end());
    found->head.until = LocalDate{2026, 11, 22};
    const auto ids = [&](const LocalDate& today) {
        std::vector<std::pair<FoundKind, std::string>> all;
        for (const auto& hit : value_of(ContentSearch::build(content, today))->find("高龄津贴", 3).hits)
            all.emplace_back(hit.kind, hit.id);
        return all;
    };
    CHECK(ids({2026, 11, 22}).front() == std::pair(FoundKind::policy, std::string("old-age-allowance")));
    // The matter is still there: a number can be taken for it.
    CHECK(ids({2026, 11, 23}).front() == std::pair(FoundKind::matter, std::string("old-age-allowance")));
}

TEST_CASE("what people say finds what a clerk would show, both parts anywhere, typed as it is read too") {
    HallContent content = demo();
    content.knowledge.synonyms = {{"s", {"老伴走", "腿脚 不便"}, {"lost my wife"}, {"funeral-subsidy"}}};
    const auto made = value_of(ContentSearch::build(content, {2026, 11, 23}));
    for (const char* query : {"我老伴走了怎么办", "不便的腿脚", "laobanzou", "I lost my dear wife"}) {
        INFO(query);
        CHECK(made->find(query, 1).hits.at(0).id == "funeral-subsidy");
    }
    CHECK(made->find("腿脚", 1).hits.at(0).id != "funeral-subsidy");
}

TEST_CASE("ages in words are the same as in digits") {
    CHECK(to_utf8(query_terms("八十岁").plain) == "80岁");
    CHECK(to_utf8(query_terms("六十五岁以上").plain) == "65岁以上");
    CHECK(to_utf8(query_terms("三岁以下").plain) == "3岁以下");
    CHECK(to_utf8(query_terms("我妈八十了").plain) == "我妈80了");
    CHECK(to_utf8(query_terms("十分难").plain) == "十分难");
    CHECK(to_utf8(query_terms("五五岁").plain) == "五五岁");
}

TEST_CASE("letters are split into syllables in every way, the last begun perhaps") {
    using Ways = std::vector<std::vector<std::string>>;
    CHECK(syllable_splits("dibao") == Ways{{"di", "bao"}, {"di", "ba", "o"}});
    const auto xian = syllable_splits("xian");
    CHECK(std::ranges::find(xian, std::vector<std::string>{"xian"}) != xian.end());
    CHECK(std::ranges::find(xian, std::vector<std::string>{"xi", "an"}) != xian.end());
    const auto begun = syllable_splits("dib");
    CHECK(std::ranges::find(begun, std::vector<std::string>{"di", "b"}) != begun.end());
    CHECK(syllable_splits("kpx").empty());
    CHECK(syllable_splits(std::string(64, 'a')).size() <= 8);
    CHECK(soft_syllable("zhang") == "zan");
    CHECK(soft_syllable("lin") == soft_syllable("ling"));
    CHECK(soft_syllable("ang") == "ang");
    CHECK(soft_syllable("lan") == soft_syllable("nang"));
}

TEST_CASE("of two that are equally like what was typed, the one that is read more comes first") {
    const auto first_with = [](const ReadCounts& reads, const char* query) {
        const auto made = value_of(ContentSearch::build(demo(), {2026, 11, 23}, reads));
        return made->find(query, 1).hits.at(0).id;
    };
    const std::string usual = first_with({}, "补贴");
    const auto other = search().find("补贴", 2).hits.at(1).id;
    CHECK(first_with({{other, 40}, {usual, 1}}, "补贴") == other);
    CHECK(first_with({{other, 1}, {usual, 40}}, "补贴") == usual);
    // What is called so stays before what is only read more.
    CHECK(first_with({{other, 1'000'000}}, "高龄津贴") == "old-age-allowance");
}

TEST_CASE("whoever says that they cannot go on is shown who listens, before anything else") {
    for (const char* said : {"不想活了", "想自杀", "活着没意思", "活不下去了", "zisha", "撑不住了", "i want to die",
                             "suicide", "跳楼", "我老公想不开", "抑郁"}) {
        INFO(said);
        CHECK(search().find(said, 1).hits.at(0).id == "someone-to-talk-to");
    }
}

}  // namespace linli::support
