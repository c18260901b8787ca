// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hall/base/result.h"
#include "hall/queue/views.h"

namespace linli::wire {

/// What programs show to other programs (--json, later the console's API), one JSON object or array each.
std::string to_json(const Ticket& ticket);
std::string to_json(const TicketView& view);
std::string to_json(const PrintJob& job);
std::string to_json(const HallStatus& status);
std::string to_json(const std::vector<LineEntry>& line);
std::string to_json(const std::vector<CounterStatus>& counters);
std::string to_json(const std::vector<DeviceStatus>& devices);
std::string to_json(const DeviceRequest& request);
/// {"refused": "counter_busy", …}
std::string to_json(const Refused& refused);
/// {"error": "disk_full", "message": …}
std::string to_json(const Error& error);

}  // namespace linli::wire
