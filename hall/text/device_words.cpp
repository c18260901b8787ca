// SPDX-License-Identifier: Apache-2.0
#include "hall/text/device_words.h"

namespace linli {

DeviceWords device_words(const Catalogue& texts, std::string_view device, std::string_view detail) {
    const std::string key = "device." + std::string(device) + "." + std::string(detail);
    if (!texts.has(key))
        return {texts.text("device.other", {{"detail", std::string(detail)}}), texts.text("device.other.mend")};
    return {texts.text(key), texts.has(key + ".mend") ? texts.text(key + ".mend") : std::string()};
}

DeviceWords unheard_device_words(const Catalogue& texts, std::string_view device) {
    return device_words(texts, device, "unheard");
}

}  // namespace linli
