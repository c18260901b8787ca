// SPDX-License-Identifier: Apache-2.0
#include "cli/doctor_devices.h"

#include <fmt/format.h>

#include "hall/acts/show_box.h"
#include "hall/acts/show_hall.h"
#include "hall/base/version.h"
#include "hall/machine/network.h"
#include "hall/text/device_words.h"

namespace linli::cli {
namespace {

Health health_of(DeviceHealth health) {
    switch (health) {
        case DeviceHealth::good:
            return Health::good;
        case DeviceHealth::bad:
            return Health::bad;
        case DeviceHealth::warning:
        case DeviceHealth::absent:
            break;
    }
    return Health::warning;
}

std::string sentence(const Catalogue& texts, const DeviceWords& words) {
    return words.mend.empty() ? words.what : texts.text("doctor.device", {{"what", words.what}, {"mend", words.mend}});
}

}  // namespace

std::vector<Finding> examine_devices(Hall& hall, const Catalogue& texts) {
    std::vector<Finding> findings;
    const auto status = show_hall(hall);
    if (!status) return findings;
    for (const Device device : {Device::board, Device::sound}) {
        const std::string name = name_of(device);
        const auto before = findings.size();
        for (const DeviceStatus& one : status->devices)
            if (one.device == device)
                findings.push_back(
                    {name, health_of(one.health), sentence(texts, device_words(texts, name, one.detail))});
        if (findings.size() == before)
            findings.push_back({name, Health::warning, sentence(texts, unheard_device_words(texts, name))});
    }
    return findings;
}

Finding examine_version(Hall& hall) {
    const auto box = show_box(hall);
    if (!box) return {"version", Health::good, linli_version()};
    return {"version", Health::good,
            fmt::format("{} (content {}, schema {})", linli_version(), box->content_version, box->schema_version)};
}

Finding examine_network() {
    const NetworkFacts facts = read_network();
    std::string detail;
    for (const NetworkInterface& one : facts.interfaces)
        detail += fmt::format("{}{} {}", detail.empty() ? "" : "; ", one.name, fmt::join(one.addresses, " "));
    if (facts.route) detail += " -> " + facts.route->gateway;
    return {"network", facts.connected() && facts.route ? Health::good : Health::warning,
            detail.empty() ? "-" : detail};
}

}  // namespace linli::cli
