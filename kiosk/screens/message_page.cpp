// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/message_page.h"

#include "kiosk/frame/page_head.h"

namespace linli::kiosk {
namespace {

constexpr float way_gap = 30;

}  // namespace

float ways_height(const Ui& ui, const std::vector<MessagePage::Way>& ways) {
    const float height = ui.theme().length("button");
    return ui.modes().landscape() ? height : static_cast<float>(ways.size()) * (height + way_gap) - way_gap;
}

std::optional<int> ways_on(Ui& ui, Rect area, const std::vector<MessagePage::Way>& ways) {
    const Theme& theme = ui.theme();
    const float height = theme.length("button");
    const int count = static_cast<int>(ways.size());
    const bool side_by_side = area.height < static_cast<float>(count) * (height + way_gap) - way_gap;
    std::optional<int> chosen;
    for (int i = 0; i < count; ++i) {
        const MessagePage::Way& way = ways[static_cast<std::size_t>(i)];
        Rect rect = side_by_side ? area.column(i, count, theme.length("gap")) : area.cut_top(height, way_gap);
        rect.height = height;
        if (button(ui, {.id = way.id, .rect = rect, .label = way.label, .icon = way.icon, .kind = way.kind}))
            chosen = i;
    }
    return chosen;
}

std::optional<int> message_page(Ui& ui, const MessagePage& page) {
    PageAreas areas = page_head(ui, {.title = page.title});
    Rect reading = areas.reading;
    if (!page.first.empty()) {
        reading.y += 8;
        const float ways = ui.modes().low() ? 0 : ways_height(ui, page.ways) + ui.theme().length("margin");
        const Notice words{.kind = page.kind, .title = page.first, .text = page.second, .icon = {}};
        const float height = notice(ui, reading, fitted(ui, words, {reading.width, reading.height - 8 - ways}));
        reading.cut_top(height, ui.theme().length("margin"));
    }
    return ways_on(ui, ui.modes().low() ? areas.touching : reading, page.ways);
}

}  // namespace linli::kiosk
