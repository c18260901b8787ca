// SPDX-License-Identifier: Apache-2.0
#include "cli/session.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "hall/text/device_words.h"
#include "hall/wire/view_json.h"

namespace linli::cli {
Hall* Session::hall() {
    if (hall_) return hall_.get();
    auto opened = Hall::open(database, clock_, Actor{"cli"});
    if (!opened) {
        failed(opened.error());
        return nullptr;
    }
    hall_ = std::move(*opened);
    return hall_.get();
}

void Session::say(const std::string& line) const { fmt::print("{}\n", line); }

void Session::tell(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const {
    if (form == Form::text) return say(t(key, arguments));
    auto json = nlohmann::ordered_json::object();
    for (const auto& [name, value] : arguments) json[std::string(name)] = value;
    say(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Exit Session::misused(std::string_view key, std::initializer_list<Catalogue::Argument> arguments) const {
    fmt::print(stderr, "{}\n", t(key, arguments));
    return Exit::usage;
}

Exit Session::failed(const Error& error) const { return failed(error, std::string("error.") + name_of(error.code)); }

Exit Session::failed(const Error& error, std::string_view key) const {
    if (form == Form::json) say(wire::to_json(error));
    fmt::print(stderr, "{}\n  {}\n", t(key, {{"database", database.string()}}), error.message);
    return Exit::failed;
}

Exit Session::refused(const Refused& refused) const {
    if (form == Form::json) say(wire::to_json(refused));
    const std::string key = std::string("refusal.") + name_of(refused.why);
    const std::string code = refused.ticket ? refused.ticket->code() : "";
    const std::string state = refused.ticket ? t(std::string("state.") + name_of(refused.ticket->state)) : "";
    fmt::print(stderr, "{}\n", t(key, {{"code", code}, {"state", state}, {"holder", refused.holder.value_or("")}}));
    if (refused.reason && !refused.reason->empty())
        fmt::print(stderr, "{}\n", t("cli.refused.reason", {{"reason", *refused.reason}}));
    return Exit::refused;
}

std::string Session::matter_name(const std::string& id) {
    const auto content = hall_ ? hall_->content() : fail(ErrorCode::missing, {});
    const Matter* matter = content ? (*content)->matter(id) : nullptr;
    if (!matter) return id;
    return matter->name.in(language == "en" ? Language::en : Language::zh);
}

std::string Session::line_of(const Ticket& ticket) {
    return t("cli.ticket.line", {{"code", ticket.code()},
                                 {"state", t(std::string("state.") + name_of(ticket.state))},
                                 {"matter", matter_name(ticket.matter)}});
}

std::string Session::device_words(Device device, const std::string& detail) const {
    const DeviceWords words = linli::device_words(texts(), name_of(device), detail);
    return words.mend.empty() ? words.what : t("doctor.device", {{"what", words.what}, {"mend", words.mend}});
}

std::string Session::line_of(const DeviceStatus& device) const {
    return t("cli.device.line", {{"health", t(std::string("cli.health.") + name_of(device.health))},
                                 {"device", t(std::string("cli.device_name.") + name_of(device.device))},
                                 {"place", device.place},
                                 {"words", device_words(device.device, device.detail)}});
}

Exit Session::report_ticket(const ActResult<Ticket>& result, std::string_view key) {
    return report<Ticket>(
        result,
        [&](const Ticket& ticket) {
            return t(key, {{"code", ticket.code()},
                           {"counter", std::to_string(ticket.counter.value_or(0))},
                           {"matter", matter_name(ticket.matter)}});
        },
        [](const Ticket& ticket) { return wire::to_json(ticket); });
}

}  // namespace linli::cli
