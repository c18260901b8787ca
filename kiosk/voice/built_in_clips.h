// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace linli::kiosk {

/// One clip that the program carries in itself: little-endian 16-bit samples.
struct BuiltInClip {
    std::string_view name;
    std::string_view bytes;
};

/// Defined in the file that generate_clips.cpp writes.
std::span<const BuiltInClip> built_in_clips();

}  // namespace linli::kiosk
