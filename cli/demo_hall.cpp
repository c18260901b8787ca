// SPDX-License-Identifier: Apache-2.0
#include "cli/demo_hall.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/demo_clock.h"
#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"

namespace linli::cli {
namespace {

constexpr int past_days = 6;
constexpr int visits_a_day = 90;
constexpr int counters_open = 3;
constexpr WallMs day_ms = 24LL * 60 * 60 * 1000;

/// A refusal in a demo is no failure: nobody waits, a counter is busy, a limit is met.
template <class T>
Status done(const ActResult<T>& result) {
    if (!result) return tl::unexpected<Error>(result.error());
    return {};
}

/// The counters that together take the most: each time the one that adds most matters to those taken so far.
std::vector<int> counters_to_open(const HallContent& content) {
    std::set<std::string> taken;
    std::vector<int> chosen;
    while (static_cast<int>(chosen.size()) < counters_open) {
        const CounterPlan* best = nullptr;
        std::set<std::string> best_taken;
        for (const CounterPlan& plan : content.counters) {
            if (std::find(chosen.begin(), chosen.end(), plan.number) != chosen.end()) continue;
            std::set<std::string> with = taken;
            for (const Matter& matter : content.matters)
                if (content.takes(plan, matter)) with.insert(matter.id);
            if (best && with.size() <= best_taken.size()) continue;
            best = &plan;
            best_taken = std::move(with);
        }
        if (!best) break;
        chosen.push_back(best->number);
        taken = std::move(best_taken);
    }
    return chosen;
}

Status open_counters(Hall& hall) {
    LINLI_TRY_ASSIGN(const auto content, hall.content());
    for (const int number : counters_to_open(*content)) LINLI_TRY(done(open_counter(hall, number)));
    return {};
}

Status live_one_day(Hall& hall, DemoClock& clock, DemoTraffic& traffic) {
    LINLI_TRY(open_counters(hall));
    for (int i = 0; i < visits_a_day; ++i) {
        for (int steps = 0; steps < 4; ++steps) LINLI_TRY(traffic.step());
        clock.advance_minutes(1.6 + 0.5 * (i % 4));
    }
    return {};
}

}  // namespace

ContentDocuments demo_content() {
    ContentDocuments documents = embedded_content();
    auto hall = nlohmann::ordered_json::parse(documents["hall.json"]);
    for (auto& [weekday, spans] : hall["hours"]["week"].items())
        spans = nlohmann::ordered_json::array({{{"from", "00:00"}, {"to", "24:00"}}});
    hall["hours"]["exceptions"] = nlohmann::ordered_json::array();
    hall["hours"]["stop_before_close_minutes"] = 0;
    documents["hall.json"] = hall.dump(2);
    return documents;
}

Status make_demo_hall(const std::filesystem::path& database) {
    DemoClock clock;
    const WallMs now = clock.wall_ms();
    clock.set_wall(now - past_days * day_ms);
    LINLI_TRY_ASSIGN(const std::unique_ptr<Hall> hall,
                     Hall::create(database, clock, Actor{demo_actor}, demo_content()));
    DemoTraffic traffic(*hall);
    for (int day = past_days; day > 0; --day) {
        const LocalDate date = hall->zone().at(now - day * day_ms).date;
        clock.set_wall(hall->zone().moment(date, 8 * 60 + 30));
        LINLI_TRY(live_one_day(*hall, clock, traffic));
    }
    // Today: half an hour ago the counters opened, and people have come since.
    clock.set_wall(now - 30LL * 60 * 1000);
    LINLI_TRY(open_counters(*hall));
    for (int i = 0; i < 40; ++i) {
        LINLI_TRY(traffic.step());
        clock.advance_minutes(0.72);
    }
    clock.set_wall(now);
    return {};
}

unsigned DemoTraffic::random(unsigned limit) {
    // Any fixed sequence will do: a demo looks the same every time.
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 16) % limit;
}

Status DemoTraffic::arrive() {
    LINLI_TRY_ASSIGN(const auto content, hall_.content());
    const auto count = static_cast<unsigned>(content->matters.size());
    // Some matters are asked for far more often than others.
    const unsigned chosen = std::min(random(count), random(count));
    TakeNumber request;
    request.matter = content->matters[chosen].id;
    if (random(6) == 0 && !content->priorities.empty())
        request.priority = content->priorities[random(static_cast<unsigned>(content->priorities.size()))].id;
    request.idempotency_key = new_uuid(hall_.clock().wall_ms());
    return done(take_number(hall_, request));
}

Status DemoTraffic::work(int counter) {
    LINLI_TRY(done(finish(hall_, counter, {})));
    LINLI_TRY_ASSIGN(const Decision<Ticket> called, call_next(hall_, counter));
    if (!called) return {};
    if (random(20) == 0) return done(miss(hall_, counter));
    return done(serve(hall_, counter));
}

Status DemoTraffic::step() {
    LINLI_TRY_ASSIGN(const HallStatus status, show_hall(hall_));
    const bool crowded = status.waiting > 11;
    const bool quiet = status.waiting < 5;
    if (quiet || (!crowded && random(2) == 0)) return arrive();
    std::vector<int> open;
    for (const CounterStatus& counter : status.counters)
        if (counter.open) open.push_back(counter.number);
    if (open.empty()) return open_counters(hall_);
    return work(open[random(static_cast<unsigned>(open.size()))]);
}

}  // namespace linli::cli
