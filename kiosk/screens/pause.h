// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/app/ui.h"

namespace linli::kiosk {

/// Staff have paused the giving of numbers altogether.
std::optional<Refused> pause_of_issuing(const Ui& ui);
/// Staff have paused this matter alone.
std::optional<Refused> pause_of_matter(const Ui& ui, std::string_view matter);

/// "电脑在修，约 11 点恢复" as staff wrote it; empty where they gave no reason.
std::string reason_of(const Refused& refused);
/// What stands in the list in place of a paused matter's note: "暂停办理", with the reason where there is one.
std::string paused_words(const Ui& ui, const Refused& refused);

/// The pause in the place of the live facts, with as much of the reason as can be read there.
void pause_banner(Ui& ui, const Rect& rect, const Refused& refused);

/// Shows the page that explains the refusal in the place of this one, with nothing chosen.
void explain_pause(Ui& ui, const Refused& refused);

}  // namespace linli::kiosk
