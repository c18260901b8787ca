// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/content/knowledge.h"
#include "kiosk/widgets/block_pages.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

/// A card of lines with a mark before each: "要带什么".
struct LineCard {
    std::string title{};
    std::string icon{};  ///< before the title; empty for none
    struct Line {
        std::string text{};
        std::string icon{};
    };
    std::vector<Line> lines{};
    enum class Look : std::uint8_t { flat, raised } look = Look::flat;
    std::string over{};  ///< one muted line above the title
};

/// The plain answer, bold, and a calmer line, in the accent's colours; two blocks where they are too high for one.
std::vector<Block> answer_blocks(Ui& ui, float width, float height_max, const std::string& answer,
                                 const std::string& more);
/// Up to three numbers side by side, or below one another where they are too wide.
std::vector<Block> amounts_blocks(Ui& ui, float width, float height_max, const std::string& label,
                                  const std::vector<Amount>& amounts);
/// As many blocks as it takes that each is at most `height_max` high.
std::vector<Block> card_blocks(Ui& ui, float width, float height_max, const LineCard& card);
/// Two cards side by side, equally high.
Block card_pair(Ui& ui, float width, const LineCard& left, const LineCard& right);
/// An icon and a line or two.
Block line_block(Ui& ui, float width, const std::string& icon, const std::string& text);
/// A muted line, small: sources, dates.
Block small_block(Ui& ui, float width, const std::string& text);
/// A muted line above another block, never apart from it.
Block headed_block(Ui& ui, float width, const std::string& head, Block below);
/// On what a document rests, and that it is an example until somebody of the place has confirmed it.
Block source_block(Ui& ui, float width, const DocumentHead& head);
Block notice_block(Ui& ui, float width, Notice notice);
/// A paragraph.
Block text_block(Ui& ui, float width, const std::string& text);

}  // namespace linli::kiosk
