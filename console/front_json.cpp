// SPDX-License-Identifier: Apache-2.0
#include "console/front_json.h"

#include <nlohmann/json.hpp>

#include "hall/acts/show_desk.h"
#include "hall/base/version.h"
#include "hall/queue/opening.h"

namespace linli::console {
namespace {

using Json = nlohmann::ordered_json;

Json words(const LocalizedText& text) { return {{"zh", text.zh}, {"en", text.en}}; }

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json trouble(const DeviceStatus& device) {
    return {{"place", device.place},
            {"device", name_of(device.device)},
            {"health", name_of(device.health)},
            {"detail", device.detail},
            {"since_ms", device.since_ms}};
}

Json closed_records(WallMs now) {
    return {{"name", words({})},   {"short_name", words({})},   {"version", linli_version()},
            {"now_ms", now},       {"time_zone", ""},           {"working", false},
            {"opens_ms", nullptr}, {"counters", Json::array()}, {"troubles", Json::array()}};
}

Result<Json> open_records(Hall& hall, WallMs now) {
    LINLI_TRY_ASSIGN(const auto content, hall.content());
    LINLI_TRY_ASSIGN(const DeskView view, show_desk(hall));
    const IssuingAnswer issuing = issuing_at(content->hours, hall.zone(), now);
    Json json = closed_records(now);
    json["name"] = words(content->hall_name);
    json["short_name"] = words(content->hall_short_name);
    json["time_zone"] = content->time_zone;
    json["working"] = true;
    if (issuing.state != Issuing::open && issuing.next_opening_ms) json["opens_ms"] = *issuing.next_opening_ms;
    for (const DeskCounter& counter : view.counters) {
        const CounterPlan* plan = content->counter(counter.number);
        json["counters"].push_back({{"number", counter.number},
                                    {"place", words(plan ? plan->place : LocalizedText{})},
                                    {"held", !counter.holder.account.empty()}});
    }
    for (const DeviceStatus& device : view.devices)
        if (device.health == DeviceHealth::warning || device.health == DeviceHealth::bad)
            json["troubles"].push_back(trouble(device));
    return json;
}

Json matters_json(const HallContent& content) {
    Json matters = Json::array();
    for (const Matter& matter : content.matters) {
        Json bring = Json::array();
        for (const LocalizedText& thing : matter.bring) bring.push_back(words(thing));
        matters.push_back({{"id", matter.id},
                           {"line", std::string(1, matter.line)},
                           {"name", words(matter.name)},
                           {"bring", std::move(bring)},
                           {"service_minutes", matter.service_minutes}});
    }
    return matters;
}

Json counters_json(const HallContent& content) {
    Json counters = Json::array();
    for (const CounterPlan& counter : content.counters) {
        Json lines = Json::array(), matters = Json::array();
        for (const char letter : counter.lines) lines.push_back(std::string(1, letter));
        for (const Matter& matter : content.matters)
            if (content.takes(counter, matter)) matters.push_back(matter.id);
        counters.push_back({{"number", counter.number},
                            {"place", words(counter.place)},
                            {"lines", std::move(lines)},
                            {"matters", std::move(matters)}});
    }
    return counters;
}

}  // namespace

std::string front_json(Hall* hall, WallMs now) {
    if (hall)
        if (const auto json = open_records(*hall, now)) return written(*json);
    return written(closed_records(now));
}

Result<std::string> content_json(Hall& hall) {
    LINLI_TRY_ASSIGN(const auto content, hall.content());
    Json json = {{"content_version", hall.content_version()},
                 {"name", words(content->hall_name)},
                 {"short_name", words(content->hall_short_name)},
                 {"time_zone", content->time_zone},
                 {"calls_before_miss", content->rules.calls_before_miss},
                 {"wait_amber_minutes", content->rules.wait_amber_minutes},
                 {"wait_red_minutes", content->rules.wait_red_minutes},
                 {"lines", Json::array()},
                 {"matters", matters_json(*content)},
                 {"counters", counters_json(*content)},
                 {"priorities", Json::array()}};
    for (const Line& line : content->lines)
        json["lines"].push_back({{"letter", std::string(1, line.letter)}, {"name", words(line.name)}});
    for (const PriorityClass& priority : content->priorities)
        json["priorities"].push_back({{"id", priority.id}, {"name", words(priority.name)}});
    return written(json);
}

}  // namespace linli::console
