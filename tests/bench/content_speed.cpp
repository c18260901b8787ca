// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/content_speed.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "hall/acts/install_content.h"
#include "hall/search/content_search.h"
#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

constexpr std::size_t documents_wanted = 500;
constexpr int installs = 7;
constexpr double bound_s = 0.5;

/// The demo hall and copies of its policies under other names.
ContentDocuments many_documents(int version) {
    ContentDocuments documents = embedded_content();
    std::vector<nlohmann::json> policies;
    for (const auto& [name, bytes] : documents)
        if (name.starts_with("policies/")) policies.push_back(nlohmann::json::parse(bytes));
    for (std::size_t i = 0; documents.size() < documents_wanted; ++i) {
        nlohmann::json policy = policies[i % policies.size()];
        const std::string id = fmt::format("copy-{}", i);
        policy["id"] = id;
        policy["version"] = version;
        documents[fmt::format("policies/{}.json", id)] = policy.dump(2);
    }
    return documents;
}

}  // namespace

bool bench_content() {
    const ScratchFolder folder;
    const SystemClock clock;
    auto made = Hall::create(folder.file("hall.db"), clock, Actor{"bench"}, embedded_content());
    auto other = made ? Hall::open(folder.file("hall.db"), clock, Actor{"bench"}) : std::move(made);
    if (!made || !other) return false;
    std::vector<double> parse_ms, install_s, met_ms;
    for (int i = 0; i < installs; ++i) {
        const ContentDocuments documents = many_documents(i + 1);
        // As a program that has met what is installed so far.
        if (!(*made)->content()) return false;
        const double begun = now_seconds();
        if (!parse_hall_content(documents)) return false;
        const double parsed = now_seconds();
        const auto installed = install_content(**made, documents);
        const double done = now_seconds();
        if (!installed || !*installed) return false;
        const auto content = (*other)->content();
        if (!content || !ContentSearch::build(**content, (*other)->local_now().date)) return false;
        const double met = now_seconds();
        parse_ms.push_back((parsed - begun) * 1000);
        install_s.push_back(done - parsed);
        met_ms.push_back((met - done) * 1000);
    }
    print_figure(fmt::format("content: {} documents parsed and checked", documents_wanted), percentile(parse_ms, 0.5),
                 "ms");
    print_figure("content: met by another program, with its search made anew", percentile(met_ms, 0.5), "ms");
    return print_row(
        fmt::format("content: {} documents installed, durably (slowest of {})", documents_wanted, installs),
        percentile(install_s, 1), "s", Budget::at_most, bound_s);
}

}  // namespace linli::bench
