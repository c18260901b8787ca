// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "hall/content/slip_plan.h"

namespace linli {

// What is to stand on one paper, words filled in, from top to bottom. Where each thing comes to stand, and in whose
// letters, the printer's part decides (kiosk/printer).

struct SlipText {
    std::string words;
    SlipStyle style;
};
/// Words and, behind them in a box, a short mark; without words the mark stands alone in the middle. Neither may be
/// overlooked.
struct SlipMarked {
    SlipText text;
    std::string mark;  ///< empty for none
    int mark_size_dots = 28;
};
struct SlipNumber {
    std::string code;
    int size_dots = 188;
    int line_percent = 112;
};
struct SlipFact {
    std::string label;
    std::string value;
};
struct SlipFacts {
    std::vector<SlipFact> facts;
    int label_size_dots = 26;
    int value_size_dots = 48;
    int rule_dots = 2;
};
struct SlipCode {
    std::string payload;
    int side_dots = 203;
    std::vector<SlipText> beside;
};
struct SlipEnds {
    std::string left;
    std::string right;
    int size_dots = 24;
};
/// Millimetres from edge to edge, to see that nothing of the paper's width is lost.
struct SlipRuler {};
/// A band in which every element of the print head works: a dead one leaves a white line along the paper.
struct SlipGrey {
    int height_dots = 48;
};

struct SlipBlock {
    int above_dots = 0;
    std::variant<SlipText, SlipMarked, SlipNumber, SlipRule, SlipFacts, SlipCode, SlipEnds, SlipRuler, SlipGrey> what;
};

/// One paper.
struct Slip {
    std::vector<SlipBlock> blocks;
};

}  // namespace linli
