// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/guidance.h"

#include <algorithm>
#include <utility>

namespace linli::kiosk {
namespace {

// What the hall answers within this time belongs to the opening of the page, and it is read anew.
constexpr std::int64_t opening_ms = 3'000;
constexpr std::size_t parts_max = 60;
constexpr float ring_gap = 6;

}  // namespace

void Guidance::finger_down(const LayoutRecord& shown, Point at) {
    const auto* target = shown.target_at(at);
    if (target != nullptr && target->id == "bar.voice") return;
    touched_ = true;
    if (on_) narrator_.stop();
}

void Guidance::button_pressed(Modes& modes) {
    if (!modes.guided())
        modes.guidance = Guided::on;
    else if (narrator_.speaking())
        modes.guidance = Guided::off;
    else
        again_ = true;
}

void Guidance::drawn(const LayoutRecord& record, const Page& page, const Modes& modes, std::int64_t now_ms) {
    const bool was_on = std::exchange(on_, modes.guided());
    if (!on_) {
        if (was_on) narrator_.stop();
        return;
    }
    const Seen now{page.count, page.language, record.covered_before > 0};
    const bool opened = !was_on || now != seen_;
    if (opened) {
        touched_ = false;
        opened_ms_ = now_ms;
        seen_ = now;
    }
    std::vector<ReadingPart> parts = reading_of(record);
    auto place = std::ranges::find_if(parts, [](const ReadingPart& part) { return !part.target.empty(); });
    for (const std::string& more : page.more) place = parts.insert(place, {more, {}}) + 1;
    if (parts.size() > parts_max) parts.resize(parts_max);
    const bool came_late = !touched_ && now_ms - opened_ms_ < opening_ms && parts != read_;
    const bool again = std::exchange(again_, false);
    // Over a page lies a dialog alone; behind it nothing is news.
    const std::string message = now.covered ? std::string() : page.message;
    const bool is_new = !message.empty() && message != told_;
    if (!opened && !came_late && !again) {
        // What is being said is said to its end first.
        if (!is_new || narrator_.speaking()) return;
        told_ = message;
        return say({{message, {}}}, page.language);
    }
    read_ = parts;
    if (is_new || (!message.empty() && (again || told_on_ == page.count))) {
        told_ = message;
        told_on_ = page.count;
        parts.insert(parts.begin(), {message, {}});
    }
    say(std::move(parts), page.language);
}

void Guidance::say(std::vector<ReadingPart> parts, Language language) {
    said_ = std::move(parts);
    std::vector<std::string> sentences;
    for (const ReadingPart& part : said_) sentences.push_back(part.text);
    if (sentences.empty())
        narrator_.stop();  // not the page before
    else
        narrator_.say(sentences, language);
}

void Guidance::person_gone() {
    if (on_) narrator_.stop();
    narrator_.reset_volume();
    on_ = again_ = touched_ = false;
    seen_ = {};
    read_.clear();
    said_.clear();
    told_.clear();
    told_on_ = -1;
}

void Guidance::ring(Canvas& canvas) const {
    const int sentence = on_ ? narrator_.sentence() : -1;
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= said_.size()) return;
    const auto* target = canvas.record().target(said_[static_cast<std::size_t>(sentence)].target);
    if (target == nullptr) return;
    const float stroke = canvas.length("stroke.focus"), outside = ring_gap + stroke;
    canvas.edge(target->rect.inset(-outside), Role::focus, stroke, canvas.length("radius.tile") + outside);
}

}  // namespace linli::kiosk
