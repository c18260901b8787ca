// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linli::agent {

/// Speaks to systemd as sd_notify(3) does: that the agent is ready, and again and again that it is alive. Without
/// $NOTIFY_SOCKET it says nothing.
class ServiceNotice {
public:
    /// From $NOTIFY_SOCKET and $WATCHDOG_USEC.
    static ServiceNotice from_environment();
    ServiceNotice(std::string socket, std::int64_t watchdog_us);

    void ready() const { say("READY=1\n"); }
    void stopping() const { say("STOPPING=1\n"); }
    /// Often called; says something twice in the time after which systemd would kill.
    void alive();

private:
    void say(std::string_view words) const;
    std::string socket_;
    std::int64_t every_us_ = 0;
    std::int64_t said_us_ = 0;
};

}  // namespace linli::agent
