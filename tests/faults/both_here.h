// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "district/service.h"
#include "sync-agent/agent.h"
#include "sync-agent/curl_transport.h"
#include "tests/district/test_district.h"
#include "tests/support/test_hall.h"

namespace linli::support {

/// A hall with its agent, and its district's server over sockets, in this process: each has a clock that a test moves,
/// and steps at which it may do something.
class BothHere {
public:
    explicit BothHere(district::tests::Driver driver);
    ~BothHere();

    TestHall hall{always_open()};
    FakeClock district_clock{district::tests::monday_ms};
    agent::OnStep on_agent_step;
    district::OnStep on_district_step;
    /// What a newer or older program on either side would say otherwise.
    std::function<void(agent::HttpRequest&)> change_request;
    std::function<void(const agent::HttpRequest&, agent::HttpAnswer&)> change_answer;
    /// What becomes of a request; the second really sends it.
    using Answered = tl::expected<agent::HttpAnswer, agent::NoAnswer>;
    std::function<Answered(const agent::HttpRequest&, const std::function<Answered()>&)> network;

    /// The hall asks to be let in, as approved beforehand.
    void enrol();
    /// Issues a number that a resident sees, without any time passing.
    void take();
    /// The agent looks once a second, for so long.
    void run_seconds(int seconds);
    /// As differences_between says.
    std::vector<std::string> differences();
    district::Connection& connection() { return district_.connection(); }
    std::vector<std::string> said;  ///< by the agent

private:
    struct NoRestarts final : agent::Restarter {
        std::string restart(const std::string&) override { return "not_running"; }
    };

    /// The agent's way to the network, with what a test changes on it.
    struct ChangingTransport final : agent::Transport {
        explicit ChangingTransport(BothHere& of) : both(of) {}
        tl::expected<agent::HttpAnswer, agent::NoAnswer> send(const agent::HttpRequest& request) override;
        void rest(std::chrono::milliseconds time) override { real.rest(time); }
        bool stopped() const override { return real.stopped(); }
        BothHere& both;
        agent::CurlTransport real{{}};
    };

    district::tests::TestDistrict district_;
    std::unique_ptr<district::Service> service_;
    std::thread serving_;
    NoRestarts restarts_;
    ChangingTransport transport_{*this};
    std::unique_ptr<agent::Agent> agent_;
    std::vector<std::string> seen_;
};

}  // namespace linli::support
