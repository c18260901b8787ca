// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "hall/acts/show_hall.h"
#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// How long a call stands in place of the live facts.
constexpr std::int64_t fresh_call_ms = 20'000;

/// The newest call while it is fresh. Asks for the redraw that takes it away again.
std::optional<RecentCall> fresh_call(Ui& ui);

/// The live facts, the fresh call, or that issuing is paused, in the three shapes that pages have room for.
void facts_cells(Ui& ui, const Rect& rect);   ///< three cells side by side
float facts_cells_height(const Ui& ui);       ///< that they want: 152; more with larger text
void facts_strip(Ui& ui, const Rect& rect);   ///< one line with an icon
void facts_column(Ui& ui, const Rect& rect);  ///< three lines below one another

/// "今天开到 17:30，中午不休息", or when the hall opens next.
std::string hours_text(const Ui& ui);

}  // namespace linli::kiosk
