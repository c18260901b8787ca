// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace linli {

/// Names of settings of a box's devices, as in device_settings.md.
namespace setting {
inline constexpr const char* printer_address = "printer.address";
inline constexpr const char* printer_width = "printer.width";
inline constexpr const char* sound_volume = "sound.volume";
inline constexpr const char* guidance_volume = "guidance.volume";
/// With this sound.volume calls are as loud as voice.json says.
inline constexpr int sound_volume_usual = 80;
}  // namespace setting

/// A setting's percent, 0 to 100; `usual` where it is not made or no number.
inline int percent_setting(const std::optional<std::string>& value, int usual) {
    int percent = 0;
    if (!value) return usual;
    const auto [end, fault] = std::from_chars(value->data(), value->data() + value->size(), percent);
    return fault == std::errc{} && end == value->data() + value->size() ? std::clamp(percent, 0, 100) : usual;
}

}  // namespace linli
