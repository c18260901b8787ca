// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hall/text/catalogue.h"

namespace linli {

/// How a device is, in words: what is so, and how to mend it (empty where nothing is to be mended). Out of the texts
/// "device.<device>.<detail>" and "device.<device>.<detail>.mend"; a detail that has none is said as it is.
struct DeviceWords {
    std::string what{};
    std::string mend{};
};
DeviceWords device_words(const Catalogue& texts, std::string_view device, std::string_view detail);
/// No program has ever told of this device.
DeviceWords unheard_device_words(const Catalogue& texts, std::string_view device);

}  // namespace linli
