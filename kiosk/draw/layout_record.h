// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/draw/geometry.h"
#include "kiosk/draw/glyph_budget.h"
#include "kiosk/draw/text_style.h"

namespace linli::kiosk {

/// What one frame really laid out, in the order of drawing; made anew with every frame. Touches are found in it, and
/// tests check the rules of the design on it.
struct LayoutRecord {
    struct Text {
        std::string text;
        Rect box;  ///< where it was allowed to stand
        Rect ink;  ///< what its glyphs really cover
        Tint tint;
        TextRole role = TextRole::body;
        float em = 0;
        std::vector<Tint> other_tints;  ///< of spans that differ
        std::u32string missing;         ///< characters that no font has
        Heard heard = Heard::with_target;
        int order = 0;
    };
    struct Icon {
        std::string name;
        Rect rect;
        Tint tint;
        int order = 0;
        bool found = true;
    };
    /// A picture, or the place where one is to come.
    struct Image {
        Rect rect;
        std::string words;  ///< what somebody hears who cannot see it
        int order = 0;
    };
    struct Fill {
        Rect rect;
        Tint tint;
        int order = 0;
    };
    enum class Target : std::uint8_t { enabled, disabled };
    /// Keys may be narrower than other targets, and repeat quickly.
    enum class TargetKind : std::uint8_t { button, key };
    struct Touchable {
        std::string id;
        Rect rect;
        Target state = Target::enabled;
        TargetKind kind = TargetKind::button;
        int order = 0;
        std::string spoken{};  ///< what is read aloud of a target that shows a symbol alone
    };
    struct DragArea {
        std::string id;
        Rect rect;
    };

    GlyphBudget new_glyphs;  ///< when spent, the next frame shows the rest
    std::vector<Text> texts;
    std::vector<Icon> icons;
    std::vector<Image> images;
    std::vector<Fill> fills;
    std::vector<Touchable> targets;
    std::vector<DragArea> drag_areas;
    Size space;              ///< of the whole screen in units
    float low_limit = 0;     ///< no target may begin above this; 0 outside low mode
    int covered_before = 0;  ///< a dialog lies over everything with a smaller order
    Rect cover;              ///< where the dialog stands

    int next_order = 1;
    /// The enabled or disabled target under the finger, the last drawn first; nothing below a dialog.
    const Touchable* target_at(Point point) const;
    const Touchable* target(std::string_view id) const;
    void speak_of(std::string_view id, const std::string& text);
};

}  // namespace linli::kiosk
