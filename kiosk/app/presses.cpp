// SPDX-License-Identifier: Apache-2.0
#include "kiosk/app/presses.h"

#include <cmath>
#include <utility>

namespace linli::kiosk {

void Presses::push(const FingerEvent& event) {
    // Only where the finger is now matters: a storm of movements is one movement.
    if (event.kind == FingerEvent::Kind::move && !events_.empty() && events_.back().kind == FingerEvent::Kind::move)
        events_.back() = event;
    else
        events_.push_back(event);
}

bool Presses::begin_frame(const LayoutRecord& shown) {
    moved_y_ = 0;
    const bool was_released = std::exchange(released_, false);
    bool changed = was_released || !tapped_.empty();
    tapped_.clear();
    tapped_elsewhere_ = false;
    bool edge = false;
    while (!events_.empty() && !edge) {
        const FingerEvent event = events_.front();
        events_.pop_front();
        switch (event.kind) {
            case FingerEvent::Kind::down:
                edge = press(event, shown);
                break;
            case FingerEvent::Kind::move:
                changed |= move(event, shown);
                break;
            case FingerEvent::Kind::up:
                edge = release(event, shown);
                break;
            case FingerEvent::Kind::cancel:
                changed |= down_;
                forget();
                break;
            case FingerEvent::Kind::another:
                break;
        }
    }
    return changed || edge;
}

bool Presses::press(const FingerEvent& event, const LayoutRecord& shown) {
    down_ = true;
    dragging_ = false;
    pressed_.clear();
    drag_area_.clear();
    start_ = last_ = event.point;
    last_ms_ = event.at_ms;
    speed_y_ = 0;
    guarded_ = event.at_ms - page_since_ms_ < guard_ms;
    if (guarded_) return true;
    if (shown.covered_before == 0)
        for (const auto& area : shown.drag_areas)
            if (area.rect.contains(event.point)) drag_area_ = area.id;
    const auto* target = shown.target_at(event.point);
    if (target == nullptr || target->state == LayoutRecord::Target::disabled) return true;
    if (target->kind == LayoutRecord::TargetKind::button && target->id == last_tapped_ &&
        event.at_ms - last_tap_ms_ < guard_ms)
        return true;
    pressed_ = target->id;
    return true;
}

bool Presses::move(const FingerEvent& event, const LayoutRecord& shown) {
    if (!down_) return false;
    bool changed = false;
    if (!pressed_.empty()) {
        const auto* target = shown.target(pressed_);
        if (target == nullptr || target->order <= shown.covered_before || !target->rect.contains(event.point)) {
            pressed_.clear();
            changed = true;
        }
    }
    const float moved = event.point.y - start_.y;
    if (!drag_area_.empty() && !dragging_ && std::abs(moved) > drag_threshold_units) {
        dragging_ = true;
        pressed_.clear();
    }
    if (dragging_) {
        const float step = event.point.y - last_.y;
        moved_y_ += step;
        const float seconds = static_cast<float>(std::max<std::int64_t>(event.at_ms - last_ms_, 1)) / 1000;
        speed_y_ = speed_y_ * 0.6F + step / seconds * 0.4F;
        changed = true;
    }
    last_ = event.point;
    last_ms_ = event.at_ms;
    return changed;
}

bool Presses::release(const FingerEvent& event, const LayoutRecord& shown) {
    if (!down_) return false;
    move(event, shown);
    down_ = false;
    if (dragging_) {
        dragging_ = false;
        released_ = true;
        return true;
    }
    drag_area_.clear();
    if (pressed_.empty()) {
        tapped_elsewhere_ = !guarded_ && shown.target_at(event.point) == nullptr;
        return true;
    }
    tapped_ = std::exchange(pressed_, {});
    last_tapped_ = tapped_;
    last_tap_ms_ = event.at_ms;
    return true;
}

void Presses::page_changed(std::int64_t now_ms) {
    forget();
    page_since_ms_ = now_ms;
    last_tapped_.clear();
}

void Presses::acted() {
    tapped_.clear();
    tapped_elsewhere_ = false;
}

void Presses::forget() {
    down_ = dragging_ = false;
    pressed_.clear();
    drag_area_.clear();
    acted();
    moved_y_ = speed_y_ = 0;
}

Touch Presses::touch(std::string_view id) const { return {pressed_ == id, tapped_ == id}; }

Drag Presses::drag(std::string_view id) const {
    if (drag_area_ != id) return {};
    return {dragging_, moved_y_, released_, speed_y_};
}

}  // namespace linli::kiosk
