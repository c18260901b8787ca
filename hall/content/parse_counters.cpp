// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr int counters_max = 99;
constexpr std::size_t named_matters_max = 500;

CounterPlan parse_counter(const ContentNode& node, const HallContent& content) {
    node.fields({"number", "place", "lines", "matters"});
    CounterPlan counter;
    counter.number = node.at("number").integer(1, counters_max);
    counter.place = node.at("place").localized({10, 32});
    for (const ContentNode& item : node.at("lines").items(0, 10)) {
        const char letter = item.letter();
        if (content.line(letter) == nullptr) item.fail("lines.json has no line of this letter.");
        if (std::ranges::find(counter.lines, letter) != counter.lines.end()) item.fail("This line is named twice.");
        counter.lines.push_back(letter);
    }
    for (const ContentNode& item : node.at("matters").items(0, named_matters_max)) {
        std::string id = item.id();
        if (content.matter(id) == nullptr) item.fail("matters.json has no matter of this id.");
        if (std::ranges::find(counter.matters, id) != counter.matters.end()) item.fail("This matter is named twice.");
        counter.matters.push_back(std::move(id));
    }
    if (counter.lines.empty() && counter.matters.empty()) node.fail("This counter takes no line and no matter.");
    return counter;
}

}  // namespace

void parse_counters(const ContentNode& document, HallContent& content) {
    document.fields({"counters"});
    for (const ContentNode& node : document.at("counters").items(1, counters_max)) {
        CounterPlan counter = parse_counter(node, content);
        if (!document.well()) return;
        if (content.counter(counter.number) != nullptr) node.at("number").fail("Another counter has this number.");
        content.counters.push_back(std::move(counter));
    }
}

}  // namespace linli
