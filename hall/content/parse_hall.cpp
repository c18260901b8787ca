// SPDX-License-Identifier: Apache-2.0
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t priorities_max = 8;

PriorityClass parse_priority(const ContentNode& node) {
    node.fields({"id", "name", "icon", "head_start_minutes"});
    PriorityClass priority;
    priority.id = node.at("id").id();
    priority.name = node.at("name").localized({12, 40});
    priority.icon = node.at("icon").text(20);
    priority.head_start_minutes = node.at("head_start_minutes").integer(0, 120);
    return priority;
}

QueueRules parse_rules(const ContentNode& node) {
    node.fields({"rejoin_after", "rejoin_times_max", "calls_before_miss", "numbers_a_day_max"},
                {"wait_amber_minutes", "wait_red_minutes"});
    QueueRules rules;
    rules.rejoin_after = node.at("rejoin_after").integer(0, 50);
    rules.rejoin_times_max = node.at("rejoin_times_max").integer(0, 10);
    rules.calls_before_miss = node.at("calls_before_miss").integer(1, 10);
    rules.numbers_a_day_max = node.at("numbers_a_day_max").integer(1, 20000);
    if (node.has("wait_amber_minutes")) rules.wait_amber_minutes = node.at("wait_amber_minutes").integer(1, 240);
    if (node.has("wait_red_minutes")) rules.wait_red_minutes = node.at("wait_red_minutes").integer(1, 480);
    if (rules.wait_red_minutes < rules.wait_amber_minutes)
        node.at(node.has("wait_red_minutes") ? "wait_red_minutes" : "wait_amber_minutes")
            .fail("The red limit must not be below the amber one.");
    return rules;
}

}  // namespace

void parse_hall(const ContentNode& document, HallContent& content) {
    document.fields({"name", "short_name", "time_zone", "waiting_area", "hours", "priorities", "queue"});
    content.hall_name = document.at("name").localized({14, 40});
    content.hall_short_name = document.at("short_name").localized({8, 20});
    content.time_zone = document.at("time_zone").text(32);
    if (document.well() && !TimeZone::open(content.time_zone))
        document.at("time_zone").fail("This machine's time zone database has no such zone.");
    content.waiting_area = document.at("waiting_area").localized({24, 72});
    content.hours = parse_hours(document.at("hours"));
    for (const ContentNode& node : document.at("priorities").items(0, priorities_max)) {
        PriorityClass priority = parse_priority(node);
        if (!document.well()) return;
        if (content.priority(priority.id) != nullptr) node.at("id").fail("Another priority class has this id.");
        content.priorities.push_back(std::move(priority));
    }
    content.rules = parse_rules(document.at("queue"));
}

}  // namespace linli
