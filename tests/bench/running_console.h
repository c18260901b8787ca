// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "hall/acts/hall.h"
#include "tests/bench/figures.h"
#include "tests/bench/heard_process.h"
#include "tests/support/api_client.h"

namespace linli::bench {

enum class Way { clear, tls };

/// The real linli-console over a hall of its own, on loopback ports that the system chose. The hall is open in the
/// bench as well, as a kiosk has it open.
class RunningConsole {
public:
    /// A hall with so many counters, each of which takes every matter. Nothing where it does not start.
    static std::unique_ptr<RunningConsole> start(int counters = 5);

    Hall& hall() { return *hall_; }
    std::filesystem::path database() const { return folder_.file("hall.db"); }
    /// A matter that every counter takes.
    const std::string& matter() const { return matter_; }
    pid_t pid() const { return process_->pid(); }
    int port(Way way) const { return way == Way::clear ? local_port_ : network_port_; }
    std::string base(Way way) const;
    /// The file that a browser is told to trust; empty for clear text.
    std::string authority(Way way) const;

    /// A console without a session.
    std::unique_ptr<support::ApiClient> client(Way way) const;
    /// A new clerk with an own password, signed in and holding this counter (0 for none). Nothing where that fails.
    std::unique_ptr<support::ApiClient> clerk(Way way, int counter);
    /// Somebody takes a number; its code, empty where none is given.
    std::string take_number();

private:
    RunningConsole() = default;
    bool make_hall(int counters);
    bool run();

    ScratchFolder folder_;
    SystemClock clock_;
    std::unique_ptr<Hall> hall_;
    std::string matter_;
    std::unique_ptr<HeardProcess> process_;
    int local_port_ = 0, network_port_ = 0, clerks_ = 0;
};

/// One order at a counter, with a new request id.
support::Reply give_order(support::ApiClient& clerk, int counter, const std::string& order, const std::string& in_hand);

}  // namespace linli::bench
