// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/both_here.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "district/boxes/enrol.h"
#include "hall/acts/enrol_box.h"
#include "hall/acts/take_number.h"
#include "tests/faults/compare_sides.h"

namespace linli::support {

BothHere::BothHere(district::tests::Driver driver) : district_(driver) {
    spdlog::set_level(spdlog::level::off);
    district::Order order;
    order.data = district_.folder();
    order.place = district_.place();
    order.language = "en";
    order.serve.port = order.serve.local_port = 0;
    order.serve.reach = district::Reach::this_machine;
    service_ = value_of(district::Service::open(order, district_clock, [this](district::ServerStep step) {
        if (on_district_step) on_district_step(step);
    }));
    serving_ = std::thread([this] { service_->run(); });
    const auto on_step = [this](agent::SyncStep step) {
        if (on_agent_step) on_agent_step(step);
    };
    agent_ = std::make_unique<agent::Agent>(
        agent::Agent::Parts{.database = hall.database(),
                            .clock = hall.clock,
                            .transport = transport_,
                            .restarter = restarts_,
                            .on_step = on_step,
                            .say = [this](const std::string& line) { said.push_back(line); },
                            .draw = [](std::uint32_t limit) { return limit - 1; }});
}

tl::expected<agent::HttpAnswer, agent::NoAnswer> BothHere::ChangingTransport::send(const agent::HttpRequest& request) {
    agent::HttpRequest changed = request;
    if (both.change_request) both.change_request(changed);
    const auto really = [&] { return real.send(changed); };
    auto answer = both.network ? both.network(changed, really) : really();
    if (answer && both.change_answer) both.change_answer(request, *answer);
    return answer;
}

BothHere::~BothHere() {
    service_->server().stop();
    serving_.join();
}

void BothHere::enrol() {
    const auto row = district_.add_hall("A hall");
    const std::string code = value_of(
        district::make_pairing_code(connection(), row.hall_id, district::Approval::given, 7, district_clock.wall_ms()));
    done(begin_enrolment(hall.hall(), {fmt::format("http://127.0.0.1:{}", service_->local_port()), code, ""}));
    run_seconds(2);
}

void BothHere::take() { seen_.push_back(done(issue_number(hall.hall(), {"senior-card", {}, new_key(), {}})).code()); }

void BothHere::run_seconds(int seconds) {
    for (int i = 0; i < seconds; ++i) {
        do agent_->look();
        while (agent_->rest_time().count() == 0);
        hall.clock.pass_seconds(1);
        district_clock.pass_seconds(1);
    }
}

std::vector<std::string> BothHere::differences() { return differences_between(hall.hall(), connection(), seen_); }

}  // namespace linli::support
