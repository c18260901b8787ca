// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "kiosk/app/ui.h"
#include "kiosk/screens/installer/touch_finding.h"
#include "kiosk/widgets/marks.h"

namespace linli::kiosk {

/// How one thing of the installer's list is: an icon, a colour and a word together, and what to do.
struct ItemState {
    enum class Health : std::uint8_t { good, warning, bad, absent, unseen, plain } health = Health::plain;
    std::string what{};  ///< one line: what is so
    std::string mend{};  ///< what to do; empty where nothing is
};
/// `machine` is null until the worker has answered.
ItemState item_state(const Ui& ui, SetupItem item, const MachineFacts* machine);

/// What the last touch test of this visit found.
TouchFinding touch_finding_of(const Ui& ui);

/// "好", "要处理" …
std::string health_word(const Ui& ui, ItemState::Health health);
const char* health_icon(ItemState::Health health);
Role health_ink(ItemState::Health health);
NoticeKind notice_kind(ItemState::Health health);

const char* item_icon(SetupItem item);
std::string item_title(const Ui& ui, SetupItem item);
ScreenId page_of(SetupItem item);
/// The device that an item is, where it is one.
std::optional<Device> device_of(SetupItem item);

}  // namespace linli::kiosk
