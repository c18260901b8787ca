// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace linli {

/// Names of settings of a box's devices, as in device_settings.md.
namespace setting {
inline constexpr const char* printer_address = "printer.address";
inline constexpr const char* printer_width = "printer.width";
inline constexpr const char* sound_volume = "sound.volume";
inline constexpr const char* guidance_volume = "guidance.volume";
}  // namespace setting

}  // namespace linli
