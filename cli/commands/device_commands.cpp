// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include "cli/commands/commands.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/show_devices.h"
#include "hall/queue/printer_address.h"
#include "hall/wire/view_json.h"

namespace linli::cli {
namespace {

constexpr std::chrono::seconds test_patience{15};
constexpr std::chrono::milliseconds look_every{200};

struct Arguments {
    std::string name;
    std::string value;
    bool back_to_default = false;
    std::string device;
};

Exit list_devices(Session& session) {
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const auto devices = show_devices(*hall);
    if (!devices) return session.failed(devices.error());
    if (session.form == Form::json) {
        session.say(wire::to_json(*devices));
        return Exit::done;
    }
    if (devices->empty()) session.say(session.t("cli.device.none"));
    for (const DeviceStatus& device : *devices) session.say(session.line_of(device));
    return Exit::done;
}

Exit misused_setting(const Session& session, const Arguments& given, SettingCheck check) {
    if (check == SettingCheck::unknown_name) return session.misused("cli.device.unknown_name", {{"name", given.name}});
    return session.misused(
        "cli.device.wrong_value",
        {{"name", given.name}, {"value", given.value}, {"values", session.t("cli.device.values." + given.name)}});
}

Exit set(Session& session, const Arguments& given) {
    if (given.value.empty() != given.back_to_default) return session.misused("cli.device.value_or_default", {});
    const std::string value = given.back_to_default ? "" : given.value;
    const SettingCheck check = check_device_setting(given.name, value);
    if (check == SettingCheck::unknown_name || (check == SettingCheck::wrong_value && !given.back_to_default))
        return misused_setting(session, given, check);
    Hall* hall = session.hall();
    if (!hall) return Exit::failed;
    const Status done =
        set_device(*hall, given.name, given.back_to_default ? std::nullopt : std::optional<std::string>(value));
    if (!done) return session.failed(done.error());
    session.tell(given.back_to_default ? "cli.device.is_default" : "cli.device.is_set",
                 {{"name", given.name}, {"value", value}});
    return Exit::done;
}

/// The request as it stands when its program has ended it, or nobody did in time.
Result<DeviceRequest> outcome_of(Hall& hall, std::int64_t row) {
    const auto deadline = std::chrono::steady_clock::now() + test_patience;
    while (true) {
        LINLI_TRY_ASSIGN(const auto request, device_request(hall, row));
        if (!request) return fail(ErrorCode::corrupt, "a test that was asked for is not there");
        const bool ended =
            request->state == DeviceRequest::State::done || request->state == DeviceRequest::State::failed;
        if (ended || std::chrono::steady_clock::now() >= deadline) return *request;
        std::this_thread::sleep_for(look_every);
    }
}

Exit test(Session& session, const Arguments& given) {
    const auto device = device_from(given.device);
    Hall* hall = session.hall();
    if (!hall || !device) return Exit::failed;
    const auto row = ask_device_test(*hall, *device);
    if (!row) return session.failed(row.error());
    const auto outcome = outcome_of(*hall, *row);
    if (!outcome) return session.failed(outcome.error());
    const bool done = outcome->state == DeviceRequest::State::done;
    if (session.form == Form::json) {
        session.say(wire::to_json(*outcome));
    } else if (done) {
        session.say(session.t(std::string("cli.device.test_done.") + name_of(*device)));
    } else if (outcome->state == DeviceRequest::State::failed) {
        session.say(session.t("cli.device.test_failed", {{"words", session.device_words(*device, outcome->detail)}}));
    } else {
        session.say(session.t(std::string("cli.device.test_unanswered.") + name_of(*device)));
    }
    return done ? Exit::done : Exit::refused;
}

}  // namespace

void add_device_commands(CLI::App& app, Session& session, Chosen& chosen) {
    auto given = std::make_shared<Arguments>();
    CLI::App* group = app.add_subcommand("device", session.t("cli.help.device"));
    group->require_subcommand(1);
    add_command(*group, chosen, "list", session.t("cli.help.device_list"),
                [&session] { return list_devices(session); });
    CLI::App* setting = add_command(*group, chosen, "set", session.t("cli.help.device_set"),
                                    [&session, given] { return set(session, *given); });
    setting->add_option("name", given->name, session.t("cli.help.setting_name"))->required();
    setting->add_option("value", given->value, session.t("cli.help.setting_value"));
    setting->add_flag("--default", given->back_to_default, session.t("cli.help.setting_default"));
    add_command(*group, chosen, "test", session.t("cli.help.device_test"),
                [&session, given] { return test(session, *given); })
        ->add_option("device", given->device, session.t("cli.help.device_name"))
        ->required()
        ->check(CLI::IsMember({"printer", "board", "sound"}));
}

}  // namespace linli::cli
