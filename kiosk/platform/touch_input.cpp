// SPDX-License-Identifier: Apache-2.0
#include "kiosk/platform/touch_input.h"

#include <SDL.h>

namespace linli::kiosk {

namespace {

struct Raw {
    FingerEvent::Kind kind;
    std::int64_t finger;
    float x_px, y_px;
};

std::optional<Raw> finger_of(const SDL_TouchFingerEvent& event, FingerEvent::Kind kind, Size panel_px) {
    return Raw{kind, event.fingerId, event.x * panel_px.width, event.y * panel_px.height};
}

std::optional<Raw> raw_of(const SDL_Event& event, Size panel_px, std::int64_t mouse_finger) {
    const auto as_float = [](Sint32 value) { return static_cast<float>(value); };
    switch (event.type) {
        case SDL_FINGERDOWN:
            return finger_of(event.tfinger, FingerEvent::Kind::down, panel_px);
        case SDL_FINGERMOTION:
            return finger_of(event.tfinger, FingerEvent::Kind::move, panel_px);
        case SDL_FINGERUP:
            return finger_of(event.tfinger, FingerEvent::Kind::up, panel_px);
        case SDL_MOUSEMOTION:
            return Raw{FingerEvent::Kind::move, mouse_finger, as_float(event.motion.x), as_float(event.motion.y)};
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
            return Raw{event.type == SDL_MOUSEBUTTONDOWN ? FingerEvent::Kind::down : FingerEvent::Kind::up,
                       mouse_finger, as_float(event.button.x), as_float(event.button.y)};
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<FingerEvent> TouchInput::read(const SDL_Event& event, const Projection& projection, Size panel_px,
                                            std::int64_t now_ms) {
    const bool lost = event.type == SDL_WINDOWEVENT && (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST ||
                                                        event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED);
    if (lost && finger_) {
        finger_.reset();
        return FingerEvent{FingerEvent::Kind::cancel, {}, now_ms};
    }
    const auto raw = raw_of(event, panel_px, mouse_finger);
    if (!raw) return std::nullopt;
    if (raw->kind == FingerEvent::Kind::down) {
        if (finger_) return FingerEvent{FingerEvent::Kind::another, {}, now_ms};
        finger_ = raw->finger;
    } else if (finger_ != raw->finger) {
        return std::nullopt;
    }
    if (raw->kind == FingerEvent::Kind::up) finger_.reset();
    return FingerEvent{raw->kind, projection.to_units(raw->x_px, raw->y_px), now_ms};
}

}  // namespace linli::kiosk
