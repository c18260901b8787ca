// SPDX-License-Identifier: Apache-2.0
#include "tests/hall/search/truth_set.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace linli::support {

std::vector<Question> read_questions(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<Question> questions;
    const auto read = nlohmann::json::parse(stream);
    for (const auto& row : read.at("questions"))
        questions.push_back({row.at("ask"), row.at("how"), row.at("expect").get<std::vector<std::string>>()});
    return questions;
}

TruthFigures figures_of(const ContentSearch& search, const std::vector<Question>& questions) {
    constexpr std::size_t first = 3;
    TruthFigures figures;
    for (const Question& question : questions) {
        const auto found = search.find(question.ask, first);
        const auto wanted = [&](const ContentSearch::Hit& hit) {
            return std::ranges::find(question.expect, hit.id) != question.expect.end();
        };
        ++figures.asked;
        if (!found.hits.empty() && wanted(found.hits.front())) ++figures.in_first;
        if (std::ranges::any_of(found.hits, wanted)) {
            ++figures.in_first_three;
            continue;
        }
        figures.missed += question.how + ": " + question.ask + " ->";
        for (const auto& hit : found.hits) figures.missed += " " + hit.id;
        figures.missed += ", wanted";
        for (const std::string& id : question.expect) figures.missed += " " + id;
        figures.missed += "\n";
    }
    return figures;
}

}  // namespace linli::support
