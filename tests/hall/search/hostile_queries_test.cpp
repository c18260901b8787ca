// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <random>

#include "hall/search/content_search.h"
#include "hall/search/query_terms.h"

using namespace linli;

namespace {

/// Words, signs that mean something to the index, and bytes that mean nothing to anybody.
class Texts {
public:
    explicit Texts(std::uint32_t seed) : draw_(seed) {}
    std::size_t below(std::size_t most) { return draw_() % most; }

    std::string text(std::size_t pieces_max) {
        static const std::string pieces[] = {"高龄津贴",
                                             "低保",
                                             "80岁",
                                             "八十岁",
                                             "二十",
                                             "gaoling",
                                             "gljt",
                                             "zhshchzh",
                                             "xian",
                                             "fangan",
                                             "a",
                                             "I",
                                             " ",
                                             "  ",
                                             "\t",
                                             "\n",
                                             "\"",
                                             "'",
                                             "*",
                                             "^",
                                             "-",
                                             "+",
                                             ":",
                                             "(",
                                             ")",
                                             "{",
                                             "}",
                                             "NEAR(",
                                             "AND",
                                             " OR ",
                                             "NOT ",
                                             "title:",
                                             "~gao",
                                             "=gao",
                                             "~0g",
                                             "0",
                                             "１２",
                                             "ＡＢ",
                                             "、",
                                             "。",
                                             "\xF0\xA0\x80\x80",
                                             "\xF0\x9F\x98\x80",
                                             "é",
                                             "\xCC\x81",
                                             "\xE2\x80\x8B",
                                             "\xE2\x80\xAE",
                                             "\xEF\xBB\xBF",
                                             "\xFF",
                                             "\xC0\x80",
                                             "\xED\xA0\x80",
                                             "\xE9\xAB",
                                             "\xF4\x90\x80\x80",
                                             "%",
                                             "_",
                                             ";--",
                                             "\\"};
        std::string made;
        for (std::size_t count = below(pieces_max + 1); count > 0; --count) {
            if (below(12) == 0)
                made += static_cast<char>(draw_() & 0xFF);  // NUL among them
            else if (below(60) == 0)
                made += std::string(below(3000), "z9g\x80"[below(4)]);
            else
                made += pieces[below(std::size(pieces))];
        }
        return made;
    }

    std::vector<std::string> texts(std::size_t most) {
        std::vector<std::string> all(below(most + 1));
        for (std::string& one : all) one = text(4);
        return all;
    }

private:
    std::mt19937 draw_;
};

std::vector<SearchDocument> documents_of(Texts& texts) {
    constexpr FoundKind kinds[] = {FoundKind::policy, FoundKind::not_issued, FoundKind::matter, FoundKind::notice};
    std::vector<SearchDocument> documents(texts.below(8));
    for (std::size_t i = 0; i < documents.size(); ++i) {
        SearchDocument& one = documents[i];
        one.kind = kinds[texts.below(std::size(kinds))];
        one.id = "d" + std::to_string(i / 2);
        one.title = {texts.text(6), texts.text(6)};
        one.keywords = texts.texts(5);
        one.text = {texts.text(12), texts.text(12), texts.text(200)};
    }
    return documents;
}

Knowledge words_of(Texts& texts) {
    Knowledge words;
    for (std::size_t count = texts.below(6); count > 0; --count)
        words.synonyms.push_back(
            {"s" + std::to_string(count), texts.texts(4), texts.texts(4), {"d0", "d1", "nothing"}});
    words.stop_words = texts.texts(5);
    return words;
}

}  // namespace

TEST_CASE("whatever stands in documents and is typed, a search ends with hits that are there") {
    constexpr int indexes = 60, queries = 30;
    constexpr std::size_t most = 20;
    const std::uint32_t seed = GENERATE(range(1U, 6U));
    Texts texts(seed);
    for (int index = 0; index < indexes; ++index) {
        const std::vector<SearchDocument> documents = documents_of(texts);
        const auto search = ContentSearch::build(documents, words_of(texts));
        REQUIRE(search.has_value());
        for (int query = 0; query < queries; ++query) {
            const std::string typed = texts.text(10);
            INFO(seed << ", " << index << ", " << query << ": " << typed);
            const auto found = (*search)->find(typed, most);
            REQUIRE(found.hits.size() <= most);
            if (!query_terms(typed).empty()) CHECK(found.hits.empty() == documents.empty());
            for (const auto& hit : found.hits) {
                const auto is_it = [&](const SearchDocument& one) { return one.id == hit.id && one.kind == hit.kind; };
                REQUIRE(std::ranges::any_of(documents, is_it));
                const auto fits = [&](const SearchDocument& one) {
                    return is_it(one) && hit.title_begin <= hit.title_end && hit.title_end <= one.title.zh.size();
                };
                CHECK(std::ranges::any_of(documents, fits));
            }
        }
    }
}

TEST_CASE("queries much longer than anybody types are answered") {
    const std::string piece = GENERATE("z", "高", "gao ", "\"", "\xFF", "80岁", "zh");
    std::string typed;
    while (typed.size() < 1'000'000) typed += piece;
    const auto search = ContentSearch::build({}, Knowledge{});
    REQUIRE(search.has_value());
    CHECK((*search)->find(typed, 5).hits.empty());
}
