// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

BoardLanguages languages_of(const ContentNode& node) {
    const std::string name = node.text(4);
    if (name == "zh") return BoardLanguages::zh;
    if (name == "en") return BoardLanguages::en;
    if (name != "both") node.fail("The board's language is \"zh\", \"en\" or \"both\".");
    return BoardLanguages::both;
}

std::vector<char> lines_of(const ContentNode& node, const HallContent& content) {
    constexpr std::size_t letters = 10;  // A to K without I
    std::vector<char> named, known;
    for (const ContentNode& letter : node.items(1, letters)) {
        const char line = letter.letter();
        if (std::ranges::find(named, line) != named.end()) letter.fail("This line is named twice.");
        named.push_back(line);
        // Passed over and no fault: the demo hall's document stands in for halls that have other lines.
        if (content.line(line) != nullptr) known.push_back(line);
    }
    return known;
}

}  // namespace

void parse_board(const ContentNode& document, HallContent& content) {
    constexpr std::size_t notices_max = 8;
    document.fields({"language", "notices"}, {"lines"});
    BoardPlan plan;
    plan.languages = languages_of(document.at("language"));
    if (document.has("lines")) plan.lines = lines_of(document.at("lines"), content);
    for (const ContentNode& node : document.at("notices").items(0, notices_max)) {
        node.fields({"text"}, {"until"});
        BoardNotice notice;
        notice.text = node.at("text").localized({24, 72});
        if (node.has("until")) notice.until = node.at("until").date();
        plan.notices.push_back(std::move(notice));
    }
    content.board = std::move(plan);
}

}  // namespace linli
