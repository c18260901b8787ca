// SPDX-License-Identifier: Apache-2.0
#include "hall/content/hall_content.h"

#include <algorithm>

namespace linli {
namespace {

template <class Item, class Matches>
const Item* first(const std::vector<Item>& items, Matches matches) {
    const auto found = std::ranges::find_if(items, matches);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Line* HallContent::line(char letter) const {
    return first(lines, [&](const Line& line) { return line.letter == letter; });
}

const Matter* HallContent::matter(std::string_view id) const {
    return first(matters, [&](const Matter& matter) { return matter.id == id; });
}

const CounterPlan* HallContent::counter(int number) const {
    return first(counters, [&](const CounterPlan& counter) { return counter.number == number; });
}

const PriorityClass* HallContent::priority(std::string_view id) const {
    return first(priorities, [&](const PriorityClass& priority) { return priority.id == id; });
}

bool HallContent::takes(const CounterPlan& counter, const Matter& matter) const {
    return std::ranges::find(counter.lines, matter.line) != counter.lines.end() ||
           std::ranges::find(counter.matters, matter.id) != counter.matters.end();
}

}  // namespace linli
