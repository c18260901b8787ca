// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/search_speed.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "hall/search/content_search.h"
#include "hall/search/query_terms.h"
#include "hall/text/pinyin.h"
#include "tests/bench/figures.h"
#include "tests/hall/search/truth_set.h"
#include "tests/support/places.h"

namespace linli::bench {
namespace {

constexpr LocalDate today{2026, 11, 23};
constexpr unsigned seed = 20'261'123;

/// Characters that the demo hall's documents are written in, so that articles are as like one another as real ones.
std::u32string characters_of(const std::vector<SearchDocument>& documents) {
    std::u32string all;
    for (const SearchDocument& document : documents)
        for (const char32_t code : to_utf32(document.text.body))
            if (!pinyin_readings(code).empty()) all += code;
    return all;
}

struct Articles {
    std::vector<SearchDocument> documents;
    std::vector<std::u32string> titles;
    std::size_t bytes = 0;
};

/// As many articles of the usual length as wanted; each title is its own.
Articles articles(std::size_t count) {
    const auto content = parse_hall_content(embedded_content());
    const std::vector<SearchDocument> models = search_documents(*content, today);
    const std::u32string pool = characters_of(models);
    std::mt19937 random(seed);
    const auto run = [&](std::size_t length) {
        std::u32string text;
        while (text.size() < length) text += pool[random() % pool.size()];
        return text;
    };
    Articles made;
    for (std::size_t i = 0; i < count; ++i) {
        const SearchDocument& model = models[i % models.size()];
        const std::u32string title = run(6);
        SearchDocument article = model;
        article.id = fmt::format("article-{}", i);
        article.title.zh = to_utf8(title);
        article.text.title = article.title.zh + "\n" + article.title.en;
        article.text.body += "\n" + to_utf8(run(60));
        made.bytes += article.text.title.size() + article.text.keywords.size() + article.text.body.size();
        made.titles.push_back(title);
        made.documents.push_back(std::move(article));
    }
    return made;
}

std::string spelled(const std::u32string& title) {
    std::string letters;
    for (const char32_t code : title) letters += pinyin_readings(code).front();
    return letters;
}

bool is_found(const ContentSearch& search, const std::string& query, const std::string& id) {
    const auto found = search.find(query, 50);
    return std::ranges::any_of(found.hits, [&](const auto& hit) { return hit.id == id; });
}

/// By its characters, by a part of them, as it is read.
double recall(const ContentSearch& search, const Articles& made) {
    std::size_t asked = 0, found = 0;
    constexpr std::size_t step = 7;
    for (std::size_t i = 0; i < made.titles.size(); i += step) {
        const std::u32string& title = made.titles[i];
        for (const std::string& query : {to_utf8(title), to_utf8(title.substr(1, 4)), spelled(title)}) {
            ++asked;
            found += is_found(search, query, made.documents[i].id) ? 1 : 0;
        }
    }
    return static_cast<double>(found) / static_cast<double>(asked);
}

double p99_ms(const ContentSearch& search, const std::vector<support::Question>& questions) {
    std::vector<double> lengths_ms;
    for (const support::Question& question : questions) {
        const double before = now_seconds();
        (void)search.find(question.ask, 20);
        lengths_ms.push_back((now_seconds() - before) * 1000);
    }
    return percentile(lengths_ms, 0.99);
}

bool bench_articles(std::size_t count, double bound_ms, const std::vector<support::Question>& questions) {
    Articles made = articles(count);
    const auto content = parse_hall_content(embedded_content());
    const double before = now_seconds();
    const auto search = ContentSearch::build(made.documents, content->knowledge);
    if (!search) return false;
    print_figure(fmt::format("the index of {} articles is made in", count), (now_seconds() - before) * 1000, "ms");
    bool holds = print_row(fmt::format("a search among {} articles (99 %), of {} ms", count, bound_ms),
                           p99_ms(**search, questions) / bound_ms, "", Budget::at_most, 1);
    holds &=
        print_row(fmt::format("the index of {} articles, of their text", count),
                  static_cast<double>((*search)->bytes()) / static_cast<double>(made.bytes), "", Budget::at_most, 3);
    holds &= print_row(fmt::format("articles of {} found by title, part and pinyin", count), recall(**search, made), "",
                       Budget::at_least, 1);
    return holds;
}

}  // namespace

bool bench_search() {
    const auto content = parse_hall_content(embedded_content());
    if (!content) return false;
    const auto search = ContentSearch::build(*content, today);
    if (!search) return false;
    const auto apart = support::read_questions(support::source_folder() / "tests/bench/questions_apart.json");
    const support::TruthFigures figures = support::figures_of(**search, apart);
    print_figure("everyday questions set apart, the right answer first",
                 static_cast<double>(figures.in_first) / static_cast<double>(figures.asked), "");
    bool holds = print_row("everyday questions set apart, among the first three", figures.share_in_three(), "",
                           Budget::at_least, 0.95);
    holds &= bench_articles(2'000, 5, apart);
    holds &= bench_articles(20'000, 20, apart);
    return holds;
}

}  // namespace linli::bench
