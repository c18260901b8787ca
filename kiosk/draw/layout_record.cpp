// SPDX-License-Identifier: Apache-2.0
#include "kiosk/draw/layout_record.h"

#include <algorithm>

namespace linli::kiosk {

const LayoutRecord::Touchable* LayoutRecord::target_at(Point point) const {
    for (auto target = targets.rbegin(); target != targets.rend(); ++target)
        if (target->order > covered_before && target->rect.contains(point)) return &*target;
    return nullptr;
}

const LayoutRecord::Touchable* LayoutRecord::target(std::string_view id) const {
    const auto found = std::ranges::find(targets, id, &Touchable::id);
    return found == targets.end() ? nullptr : &*found;
}

void LayoutRecord::speak_of(std::string_view id, const std::string& text) {
    const auto found = std::ranges::find(targets, id, &Touchable::id);
    if (found != targets.end()) found->spoken = text;
}

}  // namespace linli::kiosk
