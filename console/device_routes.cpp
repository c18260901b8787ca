// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <chrono>
#include <thread>

#include "console/answers.h"
#include "console/routes.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/device_settings.h"

namespace linli::console {
namespace {

constexpr std::array setting_names = {setting::printer_address, setting::printer_width, setting::sound_volume,
                                      setting::guidance_volume};
constexpr auto test_time = std::chrono::seconds(8);
constexpr auto test_step = std::chrono::milliseconds(100);

web::Response settings_answer(const Call& call) {
    Json settings = Json::object();
    for (const char* name : setting_names) {
        const auto value = device_setting(call.hall, name);
        if (!value) return answer(value.error());
        if (*value) settings[name] = **value;
    }
    return answer(Json{{"settings", std::move(settings)}});
}

}  // namespace

web::Response device_settings(const Call& call) { return settings_answer(call); }

web::Response save_device_setting(const Call& call) {
    const auto& body = call.request.body;
    std::optional<std::string> value;
    if (!body.at("value").is_null()) value = body.at("value").get<std::string>();
    if (const auto saved = set_device(call.hall, body.at("name").get<std::string>(), value); !saved)
        return answer(saved.error());
    return settings_answer(call);
}

web::Response test_device(const Call& call) {
    constexpr std::array states{"asked", "taken", "done", "failed"};
    const auto device = device_from(call.request.parameters.at("device"));
    if (!device) return web::problem(404, "not_found", "no such device");
    const auto row = ask_device_test(call.hall, *device);
    if (!row) return answer(row.error());
    DeviceRequest request;
    const auto until = std::chrono::steady_clock::now() + test_time;
    while (std::chrono::steady_clock::now() < until) {
        const auto now = device_request(call.hall, *row);
        if (!now) return answer(now.error());
        if (*now) request = **now;
        if (request.state == DeviceRequest::State::done || request.state == DeviceRequest::State::failed) break;
        std::this_thread::sleep_for(test_step);
    }
    return answer(Json{{"state", states.at(static_cast<std::size_t>(request.state))}, {"detail", request.detail}});
}

}  // namespace linli::console
