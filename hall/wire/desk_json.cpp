// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/desk_json.h"

#include <nlohmann/json.hpp>

#include "hall/wire/ticket_json.h"

namespace linli::wire {
namespace {

using Json = nlohmann::ordered_json;
using wire::json_of;

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

template <class Item, class ToJson>
Json array_of(const std::vector<Item>& items, ToJson to_json) {
    Json array = Json::array();
    for (const Item& item : items) array.push_back(to_json(item));
    return array;
}

Json tickets_json(const std::vector<DeskTicket>& tickets) {
    return array_of(tickets, [](const DeskTicket& ticket) { return json_of(ticket); });
}

Json devices_json(const std::vector<DeviceStatus>& devices) {
    return array_of(devices, [](const DeviceStatus& device) {
        return Json{{"place", device.place},
                    {"device", name_of(device.device)},
                    {"health", name_of(device.health)},
                    {"detail", device.detail},
                    {"since_ms", device.since_ms}};
    });
}

Json json_of(const Pause& pause) { return {{"reason", pause.reason}, {"by", pause.by}, {"since_ms", pause.since_ms}}; }

Json json_of(const HallMessage& message) {
    Json json = {{"words", {{"zh", message.words.zh}, {"en", message.words.en}}},
                 {"by", message.by},
                 {"since_ms", message.since_ms}};
    json["until_ms"] = or_null(message.until_ms);
    return json;
}

Json json_of(const DeskCounter& counter) {
    Json json = {{"number", counter.number},
                 {"open", counter.open},
                 {"since_ms", counter.since_ms},
                 {"holder", counter.holder.name},
                 {"holder_account", counter.holder.account}};
    json["in_hand"] = counter.in_hand ? json_of(*counter.in_hand) : Json(nullptr);
    json["next"] = or_null(counter.next);
    return json;
}

Json json_of(const DayFigures& figures) {
    Json json = {{"taken", figures.taken},
                 {"done", figures.done},
                 {"waited_mean_ms", figures.waited_mean_ms},
                 {"longest_wait_ms", figures.longest_wait_ms},
                 {"longest_code", figures.longest_code}};
    json["done_by"] = Json::object();
    for (const auto& [account, done] : figures.done_by) json["done_by"][account] = done;
    return json;
}

void add(Json& json, const Share& share) {
    json["taken"] = share.taken;
    json["done"] = share.done;
    json["waited_mean_ms"] = share.waited_mean_ms;
    json["waited_longest_ms"] = share.waited_longest_ms;
}

Json hand_over_json(const Figures::HandOverList& list) {
    return {{"missed_codes", list.missed_codes},
            {"held_codes", list.held_codes},
            {"waiting_codes", list.waiting_codes},
            {"troubles", devices_json(list.troubles)}};
}

}  // namespace

std::string hall_json(const DeskView& view) {
    Json json = {{"mark", view.mark},
                 {"now_ms", view.now_ms},
                 {"content_version", view.content_version},
                 {"service_date", view.service_date},
                 {"open", view.open}};
    json["closes_ms"] = or_null(view.closes_ms);
    json["clock_behind"] = view.clock_behind;
    json["line"] = tickets_json(view.line);
    json["held"] = tickets_json(view.held);
    json["missed"] = tickets_json(view.missed);
    json["counters"] = array_of(view.counters, [](const DeskCounter& counter) { return json_of(counter); });
    json["today"] = json_of(view.today);
    json["devices"] = devices_json(view.devices);
    json["help"] = array_of(view.help, [](const HelpCall& call) {
        return Json{{"place", call.place}, {"since_ms", call.since_ms}};
    });
    json["issuing_paused"] = view.notices.issuing ? json_of(*view.notices.issuing) : Json(nullptr);
    json["matters_paused"] = array_of(view.notices.matters, [](const MatterPause& paused) {
        Json one = {{"matter", paused.matter}};
        one.update(json_of(paused.pause));
        return one;
    });
    json["message"] = view.notices.message ? json_of(*view.notices.message) : Json(nullptr);
    json["undo"] = array_of(view.undo, [](const UndoOffer& offer) {
        return Json{{"counter", offer.counter},
                    {"order", name_of(offer.order)},
                    {"code", offer.code},
                    {"until_ms", offer.until_ms}};
    });
    return written(json);
}

std::string taken_number_json(const Ticket& ticket) {
    return written(Json{{"code", ticket.code()}, {"check_code", ticket.check_code}, {"matter", ticket.matter}});
}

std::string ticket_story_json(const TicketStory& story) {
    Json json = {{"ticket", json_of(story.ticket)},
                 {"check_code", story.ticket.ticket.check_code},
                 {"people_ahead", story.people_ahead}};
    json["wait"] = nullptr;
    if (story.wait)
        json["wait"] = {{"low_minutes", story.wait->low_minutes}, {"high_minutes", story.wait->high_minutes}};
    json["outcome"] = story.outcome;
    json["note"] = story.note;
    json["steps"] = array_of(story.steps, [](const TicketStep& step) {
        Json one = {{"state", name_of(step.state)}};
        one["counter"] = or_null(step.counter);
        one["begin_ms"] = step.begin_ms;
        one["length_ms"] = step.length_ms;
        return one;
    });
    json["slip"] = story.slip ? Json(name_of(*story.slip)) : Json(nullptr);
    return written(json);
}

std::string history_json(const std::vector<Visit>& visits) {
    Json json = Json::object();
    json["visits"] = array_of(visits, [](const Visit& visit) {
        Json one = {{"code", visit.ticket.code()},
                    {"matter", visit.ticket.matter},
                    {"state", name_of(visit.ticket.state)},
                    {"outcome", visit.outcome},
                    {"note", visit.note}};
        one["counter"] = or_null(visit.ticket.counter);
        one["staff"] = visit.staff;
        one["ended_ms"] = visit.ticket.state_since_ms;
        one["visit_ms"] = visit.visit_ms;
        one["waited_ms"] = visit.waited_ms;
        return one;
    });
    return written(json);
}

std::string figures_json(const Figures& figures) {
    Json json = {{"date", figures.date}, {"today", figures.today}, {"as_of_ms", figures.as_of_ms}};
    add(json, figures.all);
    json["missed"] = figures.missed;
    json["left"] = figures.left;
    json["waiting"] = figures.waiting;
    json["over_limit"] = figures.over_limit;
    json["visit_mean_ms"] = figures.visit_mean_ms;
    json["week_before_taken"] = or_null(figures.week_before_taken);
    json["hours"] = array_of(figures.hours, [](const Figures::Hour& hour) {
        Json one = {{"hour", hour.hour}};
        add(one, hour.share);
        return one;
    });
    json["lines"] = array_of(figures.lines, [](const Figures::OfLine& line) {
        Json one = {{"letter", std::string(1, line.letter)}};
        add(one, line.share);
        return one;
    });
    json["counters"] = array_of(figures.counters, [](const Figures::OfCounter& counter) {
        return Json{{"number", counter.number}, {"done", counter.done}, {"visit_mean_ms", counter.visit_mean_ms}};
    });
    json["outcomes"] = Json::object();
    for (const auto& [outcome, count] : figures.outcomes) json["outcomes"][outcome] = count;
    json["hand_over"] = hand_over_json(figures.hand_over);
    return written(json);
}

std::string refused_json(const Refused& refused) {
    Json json = {{"refused", name_of(refused.why)}};
    if (refused.ticket) json["ticket"] = json_of(DeskTicket{*refused.ticket, {}, {}});
    if (refused.holder) json["holder"] = *refused.holder;
    if (refused.in_hand) json["in_hand"] = *refused.in_hand;
    if (refused.next_opening_ms) json["next_opening_ms"] = *refused.next_opening_ms;
    if (refused.reason) json["reason"] = *refused.reason;
    return written(json);
}

}  // namespace linli::wire
