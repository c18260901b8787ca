// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// Hall's mark and name, date and time; while staff show a message, that one. Used around every page.
void top_bar(Ui& ui);
/// The eight items that are always there and never change their order. Changes the modes and asks for back, home, help.
void bottom_bar(Ui& ui);
float top_bar_height(const Ui& ui);
float bottom_bar_height(const Ui& ui);
/// Two houses, 76 × 72 at scale 1.
void mark(Canvas& canvas, Point at);

}  // namespace linli::kiosk
