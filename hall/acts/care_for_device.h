// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "hall/acts/hall.h"
#include "hall/queue/device.h"

namespace linli {

/// A device's program says how it is. Nothing is written where it says the same as before. Not journaled: it is health.
Status report_device(Hall& hall, DeviceStatus status);

/// A setting of this box, "printer.address": nothing where none was made. What names there are:
/// hall/acts/device_settings.md.
Result<std::optional<std::string>> device_setting(Hall& hall, const std::string& name);
/// Makes a setting, or with nothing goes back to the default; journaled as device.set. Error: invalid_input for a name
/// or value of more than 200 bytes.
Status set_device(Hall& hall, const std::string& name, const std::optional<std::string>& value);

/// Whoever asked a device for something has gone after this time: what comes an hour late would only be a fright.
inline constexpr std::int64_t device_request_ms_max = 60'000;

/// Asks the device's program for its test; gives the request's row, to follow it with device_request.
Result<std::int64_t> ask_device_test(Hall& hall, Device device);
Result<std::optional<DeviceRequest>> device_request(Hall& hall, std::int64_t row);
/// The device's program takes the oldest request of the last minute; nobody else will get it.
Result<std::optional<DeviceRequest>> take_device_request(Hall& hall, Device device);
/// What came of it: done where `trouble` is empty.
Status finish_device_request(Hall& hall, DeviceRequest request, const std::string& trouble);

}  // namespace linli
