// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// The content's reminders whose last day is not over, at most two.
std::vector<Reminder> current_reminders(const Ui& ui);
/// The card with head and one line each; how high it would be at this width (0 where there are none), and drawing it.
float reminders_height(Ui& ui, float width);
void reminders_card(Ui& ui, const Rect& rect);
/// All in one muted line, for landscape.
void reminders_line(Ui& ui, const Rect& rect);

}  // namespace linli::kiosk
