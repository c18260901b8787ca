// SPDX-License-Identifier: Apache-2.0
#include "kiosk/widgets/block_pages.h"

#include "kiosk/widgets/button.h"

namespace linli::kiosk {
namespace {

float gap_of(const Ui& ui) { return ui.theme().length("gap"); }

/// How many from `first` on fit below one another; one at least.
std::size_t count_that_fit(const std::vector<Block>& blocks, std::size_t first, float height, float gap) {
    std::size_t count = 0;
    for (float used = 0; first + count < blocks.size(); ++count) {
        used += blocks[first + count].height + (count > 0 ? gap : 0);
        if (used > height && count > 0) break;
    }
    return count;
}

}  // namespace

bool BlockPages::overflow(const Ui& ui, const Rect& area, const std::vector<Block>& blocks) {
    float all = 0;
    for (const Block& block : blocks) all += block.height + (all > 0 ? gap_of(ui) : 0);
    return all > area.height;
}

float BlockPages::left_below(const Ui& ui, float page_height, const std::vector<Block>& blocks) {
    std::size_t first = 0;
    for (std::size_t count = 0; first < blocks.size(); first += count) {
        count = count_that_fit(blocks, first, page_height, gap_of(ui));
        if (first + count < blocks.size()) continue;
        for (; first < blocks.size(); ++first) page_height -= blocks[first].height + gap_of(ui);
        return page_height;
    }
    return page_height;
}

void BlockPages::draw(Ui& ui, Rect area, const std::vector<Block>& blocks, std::optional<Rect> button_place) {
    const float gap = gap_of(ui);
    const bool more = overflow(ui, area, blocks);
    if (!more || first_ >= blocks.size()) first_ = 0;
    if (more && !button_place) button_place = area.cut_bottom(ui.theme().length("button"), gap);
    const std::size_t count = more ? count_that_fit(blocks, first_, area.height, gap) : blocks.size();
    for (std::size_t i = first_; i < first_ + count; ++i) blocks[i].draw(ui, area.cut_top(blocks[i].height, gap));
    if (!more) return;
    const bool last = first_ + count >= blocks.size();
    if (!button(ui, {.id = "read_on",
                     .rect = *button_place,
                     .label = ui.t(last ? "reading.again" : "reading.more"),
                     .icon = last ? "arrow_upward" : "arrow_downward"}))
        return;
    first_ = last ? 0 : first_ + count;
    ui.redraw_in_ms(0);
}

}  // namespace linli::kiosk
