// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "hall/acts/read_link.h"
#include "sync-agent/agent.h"
#include "sync-agent/curl_transport.h"
#include "tests/support/district_link.h"
#include "tests/support/district_peer.h"

namespace linli::agent {

/// A real hall that has joined a district of a test's, and the parts of the agent between them. Times are short, so
/// that a peer that stands still costs a test a second.
struct JoinedBox {
    JoinedBox() {
        support::join_district(test.hall(), district.address());
        district.with([&](auto& state) { state.public_key = hex(link().public_key); });
    }

    BoxLink box() { return support::value_of(read_link(test.hall())); }
    SyncLink link() { return box().link; }
    std::int64_t acked() { return link().acked_through; }
    std::int64_t newest() { return box().journal_seq; }
    Turn push() { return support::value_of(pusher.push(test.hall(), box())); }
    /// The same by a pusher that knows nothing of the last time: it sends all of it.
    Turn push_afresh() {
        pusher = Pusher(transport, no_step);
        return push();
    }
    /// How the push failed, by its name; "" where it did not.
    std::string trouble_of_push() {
        const Turn turn = push();
        return turn.came == Turn::Came::trouble ? name_of(turn.trouble.what) : "";
    }

    static CurlTransport::Limits short_limits() {
        using namespace std::chrono_literals;
        CurlTransport::Limits limits;
        limits.connect = 500ms;
        limits.standstill = 1s;
        limits.whole = 5s;
        return limits;
    }

    support::TestHall test;
    support::DistrictPeer district;
    CurlTransport transport{short_limits()};
    OnStep no_step = [](SyncStep) {};
    Pusher pusher{transport, no_step};
};

/// Notes what the agent was asked to restart.
struct NotedRestarts final : Restarter {
    std::vector<std::string> programs;
    std::string trouble;
    std::string restart(const std::string& program) override {
        programs.push_back(program);
        return trouble;
    }
};

/// The same with the whole agent, whose time is the test's.
struct AgentBox : JoinedBox {
    AgentBox() { begin(); }
    /// As after a crash or a restart.
    void begin() {
        agent = std::make_unique<Agent>(Agent::Parts{.database = test.database(),
                                                     .clock = test.clock,
                                                     .transport = transport,
                                                     .restarter = restarts,
                                                     .on_step = no_step,
                                                     .say = [this](const std::string& line) { said.push_back(line); },
                                                     .draw = [](std::uint32_t limit) { return limit - 1; }});
    }
    /// Looks once a second, for so long.
    void run_seconds(int seconds) {
        for (int i = 0; i < seconds; ++i) {
            do agent->look();
            while (agent->rest_time().count() == 0 && !agent->begins_anew());
            test.clock.pass_seconds(1);
        }
    }

    NotedRestarts restarts;
    std::vector<std::string> said;
    std::unique_ptr<Agent> agent;
};

}  // namespace linli::agent
