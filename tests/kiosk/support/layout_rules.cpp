// SPDX-License-Identifier: Apache-2.0
#include "tests/kiosk/support/layout_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

namespace linli::kiosk::testing {

namespace {

constexpr float em_min = 28, target_min = 96, key_width_min = 81, gap_min = 24, rounding = 0.6F;
// A glyph may reach a little beyond its advance.
constexpr float overhang = 4;

std::string shown(const Rect& r) { return fmt::format("({:.0f},{:.0f} {:.0f}×{:.0f})", r.x, r.y, r.width, r.height); }

class Judge {
public:
    Judge(const LayoutRecord& record, const Theme& theme, Contrast contrast)
        : record_(record), theme_(theme), contrast_(contrast) {
        for (const auto& text : record.texts)
            if (text.order > record.covered_before) texts_.push_back(&text);
        for (const auto& target : record.targets)
            if (target.order > record.covered_before) targets_.push_back(&target);
        for (const auto& icon : record.icons)
            if (icon.order > record.covered_before) icons_.push_back(&icon);
        for (const auto& image : record.images)
            if (image.order > record.covered_before) images_.push_back(&image);
    }

    std::vector<std::string> judge() {
        for (const auto* text : texts_) judge_text(*text);
        for (std::size_t i = 0; i < texts_.size(); ++i) judge_neighbours(i);
        for (const auto* icon : icons_)
            if (!icon->found) fault(fmt::format("icon {} is not in the font", icon->name));
        for (std::size_t i = 0; i < images_.size(); ++i) judge_image(i);
        judge_targets();
        return std::move(faults_);
    }

private:
    void fault(std::string what) { faults_.push_back(std::move(what)); }

    void judge_text(const LayoutRecord::Text& text) {
        const Rect screen{0, 0, record_.space.width, record_.space.height};
        if (!text.missing.empty()) fault(fmt::format("“{}” has characters that no font has", text.text));
        if (!screen.contains(text.ink)) fault(fmt::format("“{}” leaves the screen {}", text.text, shown(text.ink)));
        // Descenders of a line set tightly reach a little below its line box.
        const Rect allowed = text.box.inset(-overhang, -(text.em * 0.1F + 2));
        if (!allowed.contains(text.ink))
            fault(fmt::format("“{}” {} leaves its box {}", text.text, shown(text.ink), shown(text.box)));
        if (text.em < em_min) fault(fmt::format("“{}” is only {} units", text.text, text.em));
        static const std::regex key("[a-z_]+(\\.[a-z_0-9]+)+");
        if (std::regex_match(text.text, key)) fault(fmt::format("“{}” is a key without a text", text.text));
        if (text.text.find('{') != std::string::npos) fault(fmt::format("“{}” has an unfilled placeholder", text.text));
        judge_contrast(text, text.tint);
        for (const Tint tint : text.other_tints) judge_contrast(text, tint);
    }

    void judge_contrast(const LayoutRecord::Text& text, Tint tint) {
        const LayoutRecord::Fill* ground = nullptr;
        for (const auto& fill : record_.fills)
            if (fill.order < text.order && fill.rect.contains(text.ink.centre())) ground = &fill;
        if (ground == nullptr) return fault(fmt::format("“{}” stands on nothing", text.text));
        const double needed = contrast_ == Contrast::normal ? 4.5 : 7;
        const double ratio = contrast_ratio(theme_.colour(contrast_, tint), theme_.colour(contrast_, ground->tint));
        if (ratio < needed) fault(fmt::format("“{}” has a contrast of only {:.1f}", text.text, ratio));
    }

    void judge_neighbours(std::size_t index) {
        const auto& text = *texts_[index];
        if (text.ink.empty()) return;
        const Rect ink = text.ink.inset(1.5F);
        for (std::size_t k = index + 1; k < texts_.size(); ++k)
            if (!texts_[k]->ink.empty() && ink.intersects(texts_[k]->ink.inset(1.5F)))
                fault(fmt::format("“{}” {} and “{}” {} overlap", text.text, shown(text.ink), texts_[k]->text,
                                  shown(texts_[k]->ink)));
        for (const auto* icon : icons_)
            if (ink.intersects(icon->rect.inset(icon->rect.width / 8)))
                fault(fmt::format("“{}” lies over the icon {}", text.text, icon->name));
        for (const auto* target : targets_)
            if (ink.intersects(target->rect) && !target->rect.contains(ink, 1))
                fault(fmt::format("“{}” {} crosses the edge of {} {}", text.text, shown(text.ink), target->id,
                                  shown(target->rect)));
    }

    void judge_image(std::size_t index) {
        const auto& image = *images_[index];
        const Rect& r = image.rect;
        const Rect screen{0, 0, record_.space.width, record_.space.height};
        if (!screen.inset(24, 0).contains(r, rounding))
            fault(fmt::format("the picture {} leaves the screen or its margins", shown(r)));
        if (r.width < em_min || r.height < em_min)
            fault(fmt::format("the picture {} is too small to be seen", shown(r)));
        if (image.words.empty()) fault(fmt::format("the picture {} says nothing to those who hear the page", shown(r)));
        const Rect inner = r.inset(1.5F);
        for (const auto* text : texts_)
            if (inner.intersects(text->ink)) fault(fmt::format("“{}” lies over the picture {}", text->text, shown(r)));
        for (const auto* target : targets_)
            if (inner.intersects(target->rect))
                fault(fmt::format("target {} lies over the picture {}", target->id, shown(r)));
        for (const auto* icon : icons_)
            if (inner.intersects(icon->rect))
                fault(fmt::format("the icon {} lies over the picture {}", icon->name, shown(r)));
        for (std::size_t k = index + 1; k < images_.size(); ++k)
            if (inner.intersects(images_[k]->rect))
                fault(fmt::format("pictures {} and {} overlap", shown(r), shown(images_[k]->rect)));
    }

    void judge_targets() {
        const Rect screen{0, 0, record_.space.width, record_.space.height};
        std::set<std::string> ids;
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            const auto& target = *targets_[i];
            const Rect& r = target.rect;
            const bool key = target.kind == LayoutRecord::TargetKind::key;
            if (!ids.insert(target.id).second) fault(fmt::format("target {} is there twice", target.id));
            if (!screen.contains(r, rounding))
                fault(fmt::format("target {} leaves the screen {}", target.id, shown(r)));
            if (r.height < target_min - rounding || r.width < (key ? key_width_min : target_min) - rounding)
                fault(fmt::format("target {} is too small {}", target.id, shown(r)));
            if (r.y < record_.low_limit - rounding)
                fault(fmt::format("target {} begins above the lower half {}", target.id, shown(r)));
            for (std::size_t k = i + 1; k < targets_.size(); ++k) judge_gap(target, *targets_[k]);
        }
    }

    void judge_gap(const LayoutRecord::Touchable& a, const LayoutRecord::Touchable& b) {
        const float dx = std::max({a.rect.x - b.rect.right(), b.rect.x - a.rect.right(), 0.F});
        const float dy = std::max({a.rect.y - b.rect.bottom(), b.rect.y - a.rect.bottom(), 0.F});
        if (std::max(dx, dy) < gap_min - rounding)
            fault(fmt::format("targets {} {} and {} {} are only {:.0f} apart", a.id, shown(a.rect), b.id, shown(b.rect),
                              std::max(dx, dy)));
    }

    const LayoutRecord& record_;
    const Theme& theme_;
    Contrast contrast_;
    std::vector<const LayoutRecord::Text*> texts_;
    std::vector<const LayoutRecord::Touchable*> targets_;
    std::vector<const LayoutRecord::Icon*> icons_;
    std::vector<const LayoutRecord::Image*> images_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> layout_faults(const LayoutRecord& record, const Theme& theme, Contrast contrast) {
    return Judge(record, theme, contrast).judge();
}

}  // namespace linli::kiosk::testing
