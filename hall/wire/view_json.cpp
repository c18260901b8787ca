// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/view_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace linli::wire {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Ticket& ticket) {
    Json json = {{"id", ticket.id},
                 {"code", ticket.code()},
                 {"matter", ticket.matter},
                 {"priority", ticket.priority},
                 {"state", name_of(ticket.state)},
                 {"taken_ms", ticket.taken_ms},
                 {"state_since_ms", ticket.state_since_ms},
                 {"calls", ticket.calls},
                 {"rejoins", ticket.rejoins},
                 {"check_code", ticket.check_code}};
    json["counter"] = ticket.counter ? Json(*ticket.counter) : Json(nullptr);
    return json;
}

Json json_of(const std::optional<WaitRange>& wait) {
    if (!wait) return nullptr;
    return {{"low_minutes", wait->low_minutes}, {"high_minutes", wait->high_minutes}};
}

Json json_of(const Refused& refused) {
    Json json = {{"refused", name_of(refused.why)}};
    if (refused.ticket) json["ticket"] = json_of(*refused.ticket);
    if (refused.next_opening_ms) json["next_opening_ms"] = *refused.next_opening_ms;
    if (refused.reason) json["reason"] = *refused.reason;
    if (refused.holder) json["holder"] = *refused.holder;
    if (refused.in_hand) json["in_hand"] = *refused.in_hand;
    if (refused.tries_left) json["tries_left"] = *refused.tries_left;
    if (refused.locked_until_ms) json["locked_until_ms"] = *refused.locked_until_ms;
    return json;
}

Json json_of(const CounterStatus& counter) {
    Json json = {
        {"number", counter.number}, {"open", counter.open}, {"since_ms", counter.since_ms}, {"held", counter.held}};
    json["in_hand"] = counter.in_hand ? json_of(*counter.in_hand) : Json(nullptr);
    return json;
}

Json json_of(const PrintJob& job) {
    Json json = {{"copy", job.copy}, {"place", job.place}, {"state", name_of(job.state)}};
    json["trouble"] = job.trouble ? Json(name_of(*job.trouble)) : Json(nullptr);
    json["changed_ms"] = job.changed_ms;
    return json;
}

Json json_of(const std::vector<DeviceStatus>& devices) {
    Json json = Json::array();
    for (const DeviceStatus& device : devices)
        json.push_back({{"place", device.place},
                        {"device", name_of(device.device)},
                        {"health", name_of(device.health)},
                        {"detail", device.detail},
                        {"since_ms", device.since_ms}});
    return json;
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const Ticket& ticket) { return written(json_of(ticket)); }

std::string to_json(const TicketView& view) {
    Json json = json_of(view.ticket);
    json["people_ahead"] = view.people_ahead;
    json["wait"] = json_of(view.wait);
    json["counters"] = view.counters;
    json["any_counter_open"] = view.any_counter_open;
    json["slip"] = view.slip ? json_of(*view.slip) : Json(nullptr);
    return written(json);
}

std::string to_json(const PrintJob& job) { return written(json_of(job)); }

std::string to_json(const std::vector<DeviceStatus>& devices) { return written(json_of(devices)); }

std::string to_json(const DeviceRequest& request) {
    constexpr std::array states{"asked", "taken", "done", "failed"};
    return written({{"device", name_of(request.device)},
                    {"state", states.at(static_cast<std::size_t>(request.state))},
                    {"detail", request.detail}});
}

std::string to_json(const HallStatus& status) {
    Json json = {{"waiting", status.waiting}, {"open_counters", status.open_counters}, {"wait", json_of(status.wait)}};
    json["issuing"] = status.issuing ? json_of(*status.issuing) : Json(nullptr);
    json["clock_behind"] = status.clock_behind;
    json["help_called"] = status.help_called;
    if (status.message)
        json["message"] = {{"zh", status.message->zh}, {"en", status.message->en}};
    else
        json["message"] = nullptr;
    json["paused_matters"] = Json::array();
    for (const MatterPause& paused : status.paused_matters)
        json["paused_matters"].push_back({{"matter", paused.matter}, {"reason", paused.pause.reason}});
    json["devices"] = json_of(status.devices);
    json["counters"] = Json::array();
    for (const CounterStatus& counter : status.counters) json["counters"].push_back(json_of(counter));
    json["calls"] = Json::array();
    for (const RecentCall& call : status.calls)
        json["calls"].push_back(
            {{"code", call.ticket.code()}, {"counter", call.counter}, {"called_ms", call.called_ms}});
    return written(json);
}

std::string to_json(const std::vector<LineEntry>& line) {
    Json json = Json::array();
    for (const LineEntry& entry : line) {
        Json one = json_of(entry.ticket);
        one["waited_minutes"] = entry.waited_minutes;
        json.push_back(std::move(one));
    }
    return written(json);
}

std::string to_json(const std::vector<CounterStatus>& counters) {
    Json json = Json::array();
    for (const CounterStatus& counter : counters) json.push_back(json_of(counter));
    return written(json);
}

std::string to_json(const Refused& refused) { return written(json_of(refused)); }

std::string to_json(const Error& error) {
    return written({{"error", name_of(error.code)}, {"message", error.message}});
}

}  // namespace linli::wire
