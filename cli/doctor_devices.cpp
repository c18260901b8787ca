// SPDX-License-Identifier: Apache-2.0
#include "cli/doctor_devices.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "hall/acts/show_box.h"
#include "hall/acts/show_devices.h"
#include "hall/base/version.h"
#include "hall/machine/network.h"
#include "hall/machine/power_right.h"
#include "hall/text/device_words.h"

namespace linli::cli {
namespace {

/// That none was found may be as it should, but nobody has said so.
Health health_of(const DeviceStatus& status) {
    switch (status.health) {
        case DeviceHealth::good:
            return Health::good;
        case DeviceHealth::bad:
            return Health::bad;
        case DeviceHealth::absent:
            return status.detail == "switched_off" ? Health::good : Health::warning;
        case DeviceHealth::warning:
            break;
    }
    return Health::warning;
}

std::string sentence(const Catalogue& texts, const DeviceWords& words) {
    return words.mend.empty() ? words.what : texts.text("doctor.device", {{"what", words.what}, {"mend", words.mend}});
}

}  // namespace

std::vector<Finding> examine_devices(const Session& session, Hall& hall) {
    std::vector<Finding> findings;
    const auto devices = show_devices(hall);
    if (!devices) return findings;
    const Catalogue& texts = session.texts();
    for (const Device device : {Device::printer, Device::board, Device::sound}) {
        const std::string name = name_of(device);
        const auto before = findings.size();
        for (const DeviceStatus& one : *devices) {
            if (one.device != device) continue;
            findings.push_back({name, health_of(one), sentence(texts, device_words(texts, name, one.detail))});
        }
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
    for (const NetworkInterface& one : facts.interfaces) {
        if (one.addresses.empty()) continue;
        detail += fmt::format("{}{} {}", detail.empty() ? "" : "; ", one.name, fmt::join(one.addresses, " "));
    }
    if (facts.route) detail += " -> " + facts.route->gateway;
    return {"network", facts.connected() && facts.route ? Health::good : Health::warning,
            detail.empty() ? "-" : detail};
}

// Who runs the doctor need not be who runs the kiosk: the name is said.
Finding examine_power() {
    const passwd* user = getpwuid(geteuid());
    const std::string name = user != nullptr ? user->pw_name : std::to_string(geteuid());
    switch (power_right()) {
        case PowerRight::allowed:
            return {"power", Health::good, name};
        case PowerRight::not_allowed:
            return {"power", Health::warning, name};
        case PowerRight::unknown:
            break;
    }
    return {"power_unknown", Health::warning, ""};
}

}  // namespace linli::cli
