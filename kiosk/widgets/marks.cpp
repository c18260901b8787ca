// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/marks.h"

#include <algorithm>

#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

namespace {

struct NoticeLook {
    Role edge, ground;
    const char* icon;
};

NoticeLook look_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::success:
            return {Role::success, Role::success_soft, "check_circle"};
        case NoticeKind::warning:
            return {Role::warning, Role::warning_soft, "warning"};
        case NoticeKind::danger:
            return {Role::danger, Role::danger_soft, "error"};
        case NoticeKind::info:
            break;
    }
    return {Role::accent, Role::accent_soft, "info"};
}

TextStyle title_of(const Notice& notice) {
    return {.role = notice.title_role, .weight = Weight::bold, .line_height = 1.3F, .heard = Heard::first};
}
TextStyle text_of(const Notice& notice) {
    return {.role = notice.text_role, .line_height = 1.35F, .heard = Heard::first};
}
constexpr float bar_width = 280, bar_height = 20, bar_room_min = 420;
constexpr float notice_padding_x = 32, notice_padding_y = 28, notice_gap = 24;

struct NoticePlan {
    float icon = 56, text_width = 0, title_height = 0, text_height = 0, height = 0, bar = 0;
};

NoticePlan plan_of(Ui& ui, const Notice& notice, float width) {
    Canvas& canvas = ui.canvas();
    NoticePlan plan;
    plan.icon = canvas.icon_em(56);
    plan.text_width = width - 2 * notice_padding_x - plan.icon - notice_gap;
    if (notice.progress && plan.text_width - bar_width - notice_gap >= bar_room_min) {
        plan.bar = bar_width;
        plan.text_width -= bar_width + notice_gap;
    }
    if (!notice.title.empty())
        plan.title_height = canvas.measure(notice.title, title_of(notice), plan.text_width).height;
    if (!notice.text.empty()) plan.text_height = canvas.measure(notice.text, text_of(notice), plan.text_width).height;
    plan.height = std::max(plan.title_height + plan.text_height, plan.icon) + 2 * notice_padding_y;
    return plan;
}

/// How far work has come: a track, filled from the left.
void progress_bar(Canvas& canvas, const Rect& rect, float share, Role tint) {
    canvas.panel(rect, Role::surface_raised, tint, canvas.length("stroke.line"), rect.height / 2);
    const float filled = std::max(rect.width * std::clamp(share, 0.F, 1.F), rect.height);
    canvas.fill({rect.x, rect.y, filled, rect.height}, tint, rect.height / 2);
}

}  // namespace

void badge(Ui& ui, const Rect& rect, char letter) {
    Canvas& canvas = ui.canvas();
    const float side = std::min(rect.width, rect.height);
    const Rect square = rect.middle({side, side});
    const float radius = canvas.length("radius.small");
    if (canvas.contrast() == Contrast::normal)
        canvas.fill(square, {Role::line_soft, letter}, radius);
    else
        canvas.panel(square, {Role::line_soft, letter}, Role::outline, canvas.length("stroke.contrast"), radius);
    const TextRole role = side < 60    ? TextRole::caption
                          : side < 80  ? TextRole::small
                          : side < 100 ? TextRole::list
                                       : TextRole::heading;
    canvas.text(square, std::string(1, letter),
                {.role = role,
                 .tint = {Role::line_ink, letter},
                 .weight = Weight::bold,
                 .align = Align::centre,
                 .stand = Stand::middle,
                 .line_height = 1});
}

Size pill_size(Ui& ui, const Pill& pill) {
    const TextStyle style{.role = TextRole::small, .weight = Weight::bold};
    const Size text = ui.canvas().measure(pill.label, style);
    const float icon = pill.icon.empty() ? 0 : ui.canvas().icon_em(36) + 8;
    return {text.width + icon + 42, text.height + 8};
}

Rect pill(Ui& ui, Point at, const Pill& pill) {
    Canvas& canvas = ui.canvas();
    const Size size = pill_size(ui, pill);
    const Rect rect{at.x, at.y, size.width, size.height};
    canvas.fill(rect, pill.ground, size.height / 2);
    Rect inner = rect.inset(20, 4);
    if (!pill.icon.empty()) canvas.icon(inner.cut_left(canvas.icon_em(36), 8), pill.icon, pill.ink);
    canvas.text(inner, pill.label, {.role = TextRole::small, .tint = pill.ink, .weight = Weight::bold});
    return rect;
}

float notice_height(Ui& ui, const Notice& notice, float width) { return plan_of(ui, notice, width).height; }

Notice fitted(Ui& ui, Notice notice, Size size) {
    const auto smaller = [](TextRole& role) {
        if (role > TextRole::caption) role = static_cast<TextRole>(static_cast<int>(role) - 1);
    };
    while (notice_height(ui, notice, size.width) > size.height && notice.title_role > TextRole::caption) {
        smaller(notice.title_role);
        smaller(notice.text_role);
    }
    return notice;
}

float notice(Ui& ui, const Rect& rect, const Notice& notice) {
    Canvas& canvas = ui.canvas();
    const NoticePlan plan = plan_of(ui, notice, rect.width);
    const NoticeLook look = look_of(notice.kind);
    const Rect ground{rect.x, rect.y, rect.width, plan.height};
    canvas.panel(ground, look.ground, look.edge, canvas.length("stroke.line"), canvas.length("radius.button"));
    Rect inner = ground.inset(notice_padding_x, notice_padding_y);
    const Rect icon = inner.cut_left(plan.icon, notice_gap);
    canvas.icon({icon.x, icon.y, plan.icon, plan.icon}, notice.icon.empty() ? look.icon : notice.icon, look.edge);
    if (plan.bar > 0)
        progress_bar(canvas, inner.cut_right(plan.bar, notice_gap).middle({plan.bar, bar_height}), *notice.progress,
                     look.edge);
    inner = inner.middle({plan.text_width, plan.title_height + plan.text_height});
    if (!notice.title.empty()) canvas.text(inner.cut_top(plan.title_height), notice.title, title_of(notice));
    if (!notice.text.empty()) canvas.text(inner, notice.text, text_of(notice));
    return plan.height;
}

void card(Ui& ui, const Rect& rect) {
    ui.canvas().panel(rect, Role::surface, Role::outline, ui.theme().length("stroke.line"),
                      ui.theme().length("radius.tile"));
}

void number_card(Ui& ui, const Rect& rect) {
    ui.canvas().panel(rect, Role::surface_raised, Role::outline, ui.theme().length("stroke.line"),
                      ui.theme().length("radius.tile"));
}

void blank(Ui& ui, const Rect& rect) {
    const float height = std::min(rect.height, 40.F);
    ui.canvas().fill(Rect{rect.x, rect.y + (rect.height - height) / 2, rect.width, height}, Role::surface_sunk, 8);
}

}  // namespace linli::kiosk
