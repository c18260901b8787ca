// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/queue/device.h"
#include "hall/store/database.h"

namespace linli {

/// The hall's devices: how they are, what they are set to, what they were asked to try.
class DeviceStore {
public:
    static Result<DeviceStore> open(Database& database);

    Result<std::vector<DeviceStatus>> all();
    Result<std::optional<DeviceStatus>> find(std::string_view place, Device device);
    Status save(const DeviceStatus& status);

    Result<std::optional<std::string>> setting(std::string_view name);
    Status save_setting(std::string_view name, std::string_view value);
    Status drop_setting(std::string_view name);

    Result<std::int64_t> add_request(Device device, std::string_view detail, WallMs now, std::int64_t steady_ms);
    /// The oldest that was asked since `steady_ms_min` and that nobody has taken.
    Result<std::optional<DeviceRequest>> next_request(Device device, std::int64_t steady_ms_min);
    Result<std::optional<DeviceRequest>> find_request(std::int64_t row);
    Status save_request(const DeviceRequest& request);

private:
    Database* database_ = nullptr;
    Statement all_, find_, save_, setting_, save_setting_, drop_setting_, add_request_, next_request_, find_request_,
        save_request_;
};

}  // namespace linli
