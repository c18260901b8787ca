// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/reading_order.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace linli::kiosk {
namespace {

// Things whose middles are nearer than this stand in one line.
constexpr float same_line = 24;

bool before(const Rect& a, const Rect& b) {
    const float y_a = a.centre().y, y_b = b.centre().y;
    if (std::abs(y_a - y_b) > same_line) return y_a < y_b;
    return a.x < b.x;
}

// An insertion sort, because "in one line" is no strict order over more than two.
template <class T, class RectOf>
std::vector<const T*> in_reading_order(std::vector<const T*> things, RectOf rect_of) {
    std::vector<const T*> sorted;
    for (const T* thing : things) {
        auto place = sorted.end();
        while (place != sorted.begin() && before(rect_of(*thing), rect_of(**(place - 1)))) --place;
        sorted.insert(place, thing);
    }
    return sorted;
}

float area(const Rect& rect) { return rect.width * rect.height; }

const LayoutRecord::Touchable* smallest_around(const LayoutRecord& record, const LayoutRecord::Text& text) {
    const LayoutRecord::Touchable* smallest = nullptr;
    for (const auto& target : record.targets)
        if (target.order > record.covered_before && target.rect.contains(text.ink.centre()) &&
            (smallest == nullptr || area(target.rect) < area(smallest->rect)))
            smallest = &target;
    return smallest;
}

bool is_heard(const LayoutRecord& record, const LayoutRecord::Touchable& target) {
    return target.order > record.covered_before && target.state == LayoutRecord::Target::enabled &&
           target.kind == LayoutRecord::TargetKind::button && !std::string_view(target.id).starts_with("bar.");
}

std::string joined(const std::vector<const LayoutRecord::Text*>& texts) {
    std::string all;
    for (const LayoutRecord::Text* text : texts) {
        if (!all.empty()) all += ", ";
        all += text->text;
    }
    return all;
}

}  // namespace

std::string label_of(const LayoutRecord& record, const LayoutRecord::Touchable& target) {
    if (!target.spoken.empty()) return target.spoken;
    std::vector<const LayoutRecord::Text*> texts;
    for (const auto& text : record.texts)
        if (text.order > record.covered_before && text.heard == Heard::with_target &&
            target.rect.contains(text.ink.centre()) && smallest_around(record, text) == &target)
            texts.push_back(&text);
    return joined(in_reading_order(std::move(texts), [](const LayoutRecord::Text& text) { return text.ink; }));
}

std::vector<ReadingPart> reading_of(const LayoutRecord& record) {
    std::vector<ReadingPart> parts;
    struct HeardFirst {
        const std::string* words;
        Rect rect;
    };
    std::vector<HeardFirst> all;
    for (const auto& text : record.texts)
        if (text.heard == Heard::first && text.order > record.covered_before) all.push_back({&text.text, text.ink});
    for (const auto& image : record.images)
        if (image.order > record.covered_before) all.push_back({&image.words, image.rect});
    std::vector<const HeardFirst*> first;
    for (const auto& one : all) first.push_back(&one);
    for (const auto* one : in_reading_order(std::move(first), [](const HeardFirst& one) { return one.rect; }))
        parts.push_back({*one->words, {}});
    std::vector<const LayoutRecord::Touchable*> targets;
    for (const auto& target : record.targets)
        if (is_heard(record, target)) targets.push_back(&target);
    for (const auto* target :
         in_reading_order(std::move(targets), [](const LayoutRecord::Touchable& one) { return one.rect; }))
        if (std::string label = label_of(record, *target); !label.empty())
            parts.push_back({std::move(label), target->id});
    return parts;
}

}  // namespace linli::kiosk
