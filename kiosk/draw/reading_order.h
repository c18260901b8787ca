// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/draw/layout_record.h"

namespace linli::kiosk {

/// One sentence of a page that is read aloud, and the target that it is about; empty for titles and notices.
struct ReadingPart {
    std::string text;
    std::string target;
    bool operator==(const ReadingPart&) const = default;
};

/// What was really laid out, as somebody hears it: first what is to be heard first (titles, notices, pictures), then
/// the label of each target that can be pressed, line by line from the left. Keys of a keyboard and the bottom bar are
/// left out: whoever hears all of them on each page hears nothing. Where a dialog lies over the page, the dialog alone.
std::vector<ReadingPart> reading_of(const LayoutRecord& record);

/// What stands on a target: the texts inside it that no smaller target holds, from the top, with commas between; its
/// spoken name where it has one.
std::string label_of(const LayoutRecord& record, const LayoutRecord::Touchable& target);

}  // namespace linli::kiosk
