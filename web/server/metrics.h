// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace linli::web {

/// What a server counts, for Prometheus. Used on the network's thread.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void answered(const std::string& operation, int status, std::chrono::duration<double> time);
    /// A connection that was turned away or cut, and why: "connections_max", "per_address", "handshake" …
    void refused(const std::string& reason);

    /// Numbers as they are at the moment when they are asked for.
    struct Now {
        double connections = 0;
        double streams = 0;
        double streams_cut = 0;
        double handshakes = 0;
        double work_waiting = 0;
        double slow_waiting = 0;
        double waiting_waiting = 0;
        double log_lines_dropped = 0;
    };
    /// In Prometheus' text format.
    std::string text(const Now& now);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::web
