// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/care_for_device.h"

#include "hall/acts/act.h"
#include "hall/wire/journal_body.h"

namespace linli {
namespace {

constexpr std::size_t setting_bytes_max = 200;

}  // namespace

Status report_device(Hall& hall, DeviceStatus status) {
    DeviceStore& devices = hall.stores().devices;
    LINLI_TRY_ASSIGN(const auto before, devices.find(status.place, status.device));
    if (before && before->same_as(status)) return {};
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    status.since_ms = hall.clock().wall_ms();
    LINLI_TRY(devices.save(status));
    return transaction.commit();
}

Result<std::optional<std::string>> device_setting(Hall& hall, const std::string& name) {
    return hall.stores().devices.setting(name);
}

Status set_device(Hall& hall, const std::string& name, const std::optional<std::string>& value) {
    if (name.empty() || name.size() > setting_bytes_max || (value && value->size() > setting_bytes_max))
        return fail(ErrorCode::invalid_input, "a device's setting has at most 200 bytes");
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    DeviceStore& devices = act.stores().devices;
    LINLI_TRY(value ? devices.save_setting(name, *value) : devices.drop_setting(name));
    LINLI_TRY(act.record("device.set", "setting:" + name, wire::body({{"value", value.value_or("")}})));
    return act.commit();
}

Result<std::int64_t> ask_device_test(Hall& hall, Device device) {
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const std::int64_t row,
                     act.stores().devices.add_request(device, "", act.wall_ms(), act.steady_ms()));
    LINLI_TRY(act.record("device.test_asked", std::string("device:") + name_of(device), wire::body({})));
    LINLI_TRY(act.commit());
    return row;
}

Result<std::optional<DeviceRequest>> device_request(Hall& hall, std::int64_t row) {
    return hall.stores().devices.find_request(row);
}

Result<std::optional<DeviceRequest>> take_device_request(Hall& hall, Device device) {
    // Looked for without the write lock first: programs ask five times a second, and there is hardly ever one.
    LINLI_TRY_ASSIGN(const auto any, hall.stores().devices.next_request(device, 0));
    if (!any) return std::optional<DeviceRequest>();
    LINLI_TRY_ASSIGN(Act act, Act::begin(hall));
    LINLI_TRY_ASSIGN(const auto next,
                     act.stores().devices.next_request(device, act.steady_ms() - device_request_ms_max));
    LINLI_TRY_ASSIGN(const auto old, act.stores().devices.next_request(device, 0));
    if (!next && !old) return std::optional<DeviceRequest>();  // another program was quicker
    DeviceRequest taken = next ? *next : *old;
    taken.state = next ? DeviceRequest::State::taken : DeviceRequest::State::failed;
    if (!next) taken.detail = "too_late";
    LINLI_TRY(act.stores().devices.save_request(taken));
    LINLI_TRY(act.commit());
    return next;
}

Status finish_device_request(Hall& hall, DeviceRequest request, const std::string& trouble) {
    LINLI_TRY_ASSIGN(Transaction transaction, hall.stores().database->begin_write());
    request.state = trouble.empty() ? DeviceRequest::State::done : DeviceRequest::State::failed;
    request.detail = trouble;
    LINLI_TRY(hall.stores().devices.save_request(request));
    return transaction.commit();
}

}  // namespace linli
