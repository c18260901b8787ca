// SPDX-License-Identifier: Apache-2.0
#include "hall/content/parse_documents.h"

namespace linli {

void parse_lines(const ContentNode& document, HallContent& content) {
    constexpr std::size_t letters = 10;  // A to K without I
    document.fields({"lines"});
    for (const ContentNode& node : document.at("lines").items(1, letters)) {
        node.fields({"letter", "name", "gloss"});
        Line line;
        line.letter = node.at("letter").letter();
        line.name = node.at("name").localized({8, 24});
        line.gloss = node.at("gloss").localized({8, 28});
        if (content.line(line.letter) != nullptr) node.at("letter").fail("Another line has this letter.");
        content.lines.push_back(std::move(line));
    }
}

}  // namespace linli
