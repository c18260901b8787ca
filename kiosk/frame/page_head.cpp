// SPDX-License-Identifier: Apache-2.0
#include "kiosk/frame/page_head.h"

#include "kiosk/frame/bars.h"
#include "kiosk/widgets/fit.h"

namespace linli::kiosk {

namespace {

constexpr float segment_height = 12, segment_gap = 12;

void draw_segments(Canvas& canvas, const Rect& box, const Progress& progress) {
    for (int i = 0; i < progress.steps; ++i) {
        const Rect segment = box.column(i, progress.steps, segment_gap);
        const Role fill = i + 1 < progress.step    ? Role::accent
                          : i + 1 == progress.step ? Role::brand_warm
                                                   : Role::surface_sunk;
        canvas.panel(segment, fill, fill == Role::surface_sunk ? Role::outline : fill, 2, segment_height / 2);
    }
}

// Draws segments and their words, gives the height they took.
float draw_progress(Ui& ui, const Rect& box, const Progress& progress) {
    Canvas& canvas = ui.canvas();
    draw_segments(canvas, {box.x, box.y, box.width, segment_height}, progress);
    const std::string now = ui.t(
        "progress.now",
        {{"step", std::to_string(progress.step)}, {"steps", std::to_string(progress.steps)}, {"name", progress.now}});
    const std::string next = progress.next.empty() ? "" : ui.t("progress.next", {{"name", progress.next}});
    TextStyle left{.role = TextRole::small, .weight = Weight::bold};
    const TextStyle right{.role = TextRole::small, .tint = Role::text_muted, .align = Align::right};
    const float line = canvas.line(TextRole::small);
    const Rect words{box.x, box.y + segment_height + 12, box.width, line};
    const bool both = canvas.measure(now, left).width + canvas.measure(next, right).width + 24 <= box.width;
    left = fitted(canvas, now, left, {box.width, line}, TextRole::caption, 1);
    canvas.text(words, now, left);
    if (!next.empty() && both) canvas.text(words, next, right);
    return segment_height + 12 + line;
}

float draw_title(Ui& ui, const Rect& box, const PageHead& head, int lines) {
    Canvas& canvas = ui.canvas();
    const float icon = head.icon.empty() ? 0 : canvas.icon_em(72);
    Rect title_box = box;
    const Rect icon_box = icon > 0 ? title_box.cut_left(icon, 20) : Rect{};
    TextStyle title{.role = TextRole::heading, .weight = Weight::bold, .heard = Heard::first};
    title = fitted(canvas, head.title, title, {title_box.width, box.height}, TextRole::list, lines);
    const float height = std::max(canvas.measure(head.title, title, title_box.width).height, icon);
    if (icon > 0) canvas.icon({icon_box.x, box.y + (height - icon) / 2, icon, icon}, head.icon, head.icon_tint);
    title.stand = Stand::middle;
    title_box.height = height;
    canvas.text(title_box, head.title, title);
    if (head.under.empty()) return height;
    const TextStyle under{.role = TextRole::body, .tint = Role::text_muted, .heard = Heard::first};
    const float under_height = canvas.measure(head.under, under, box.width).height;
    canvas.text({box.x, box.y + height + 4, box.width, under_height}, head.under, under);
    return height + 4 + under_height;
}

PageAreas landscape_head(Ui& ui, const PageHead& head) {
    const Theme& theme = ui.theme();
    const float margin = theme.length("margin"), aside = theme.length("aside"), gap = theme.length("gap");
    const Rect content = content_area(ui);
    Rect left{margin, content.y, aside, content.height};
    if (head.progress.step > 0) left.cut_top(draw_progress(ui, left, head.progress), gap);
    left.cut_top(draw_title(ui, left, head, 3), gap);
    const float x = margin + aside + margin;
    const Rect page{x, content.y, content.right() - x, content.height};
    PageAreas areas{page, page, page, left};
    if (!ui.modes().low()) return areas;
    const float middle = ui.canvas().record().low_limit;
    areas.reading.height = middle - gap - page.y;
    areas.aside.height = middle - gap - left.y;
    areas.touching = {margin, middle, content.right() - margin, content.bottom() - middle};
    return areas;
}

}  // namespace

Rect content_area(const Ui& ui) {
    const Theme& theme = ui.theme();
    const float margin = theme.length("margin"), gap = theme.length("gap");
    const bool landscape = ui.modes().landscape();
    const Size page = ui.modes().page();
    const float top = landscape ? 128 : 148;
    return {margin, top, page.width - 2 * margin, page.height - bottom_bar_height(ui) - gap - top};
}

PageAreas page_head(Ui& ui, const PageHead& head) {
    if (ui.modes().landscape()) return landscape_head(ui, head);
    Rect content = content_area(ui);
    constexpr float progress_top = 144, below_progress = 14;
    if (head.progress.step > 0) {
        const float height = draw_progress(ui, {content.x, progress_top, content.width, 0}, head.progress);
        content.cut_top(progress_top - content.y + height + below_progress);
    }
    content.cut_top(draw_title(ui, content, head, 2), ui.theme().length("page_gap"));
    PageAreas areas{content, content, content, {}};
    if (!ui.modes().low()) return areas;
    const float middle = ui.canvas().record().low_limit;
    areas.reading.height = middle - ui.theme().length("gap") - content.y;
    areas.touching = {content.x, middle, content.width, content.bottom() - middle};
    return areas;
}

}  // namespace linli::kiosk
