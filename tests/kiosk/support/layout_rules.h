// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "kiosk/draw/layout_record.h"
#include "kiosk/theme/theme.h"

namespace linli::kiosk::testing {

/// The design's rules, judged on what a frame really laid out: one sentence for each fault.
std::vector<std::string> layout_faults(const LayoutRecord& record, const Theme& theme, Contrast contrast);

}  // namespace linli::kiosk::testing
