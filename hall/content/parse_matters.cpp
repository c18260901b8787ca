// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t matters_max = 500;
constexpr std::size_t bring_max = 12;
constexpr std::size_t keywords_max = 24;

Matter parse_matter(const ContentNode& node) {
    node.fields({"id", "line", "name", "note", "bring", "keywords", "service_minutes"}, {"daily_limit"});
    Matter matter;
    matter.id = node.at("id").id();
    matter.line = node.at("line").letter();
    matter.name = node.at("name").localized({12, 28});
    matter.note = node.at("note").localized({18, 40});
    for (const ContentNode& item : node.at("bring").items(0, bring_max))
        matter.bring.push_back(item.localized({20, 60}));
    for (const ContentNode& word : node.at("keywords").items(0, keywords_max)) matter.keywords.push_back(word.text(16));
    matter.service_minutes = node.at("service_minutes").integer(1, 240);
    if (node.has("daily_limit")) matter.daily_limit = node.at("daily_limit").integer(1, 5000);
    return matter;
}

}  // namespace

void parse_matters(const ContentNode& document, HallContent& content) {
    document.fields({"matters"});
    std::set<std::string> ids;
    for (const ContentNode& node : document.at("matters").items(1, matters_max)) {
        Matter matter = parse_matter(node);
        if (!document.well()) return;
        if (!ids.insert(matter.id).second) node.at("id").fail("Another matter has this id.");
        if (content.line(matter.line) == nullptr) node.at("line").fail("lines.json has no line of this letter.");
        content.matters.push_back(std::move(matter));
    }
}

}  // namespace linli
