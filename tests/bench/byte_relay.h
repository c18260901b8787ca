// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace linli::bench {

/// Stands between two programs on loopback and counts the bytes of their TCP streams, both ways together.
class ByteRelay {
public:
    explicit ByteRelay(int to_port);
    ~ByteRelay();
    ByteRelay(const ByteRelay&) = delete;
    ByteRelay& operator=(const ByteRelay&) = delete;

    int port() const { return port_; }
    std::uint64_t bytes() const { return bytes_; }
    std::uint64_t connections() const { return connections_; }

private:
    void serve();

    const int to_port_;
    int listening_ = -1, port_ = 0, ending_ = -1;
    std::atomic<std::uint64_t> bytes_ = 0, connections_ = 0;
    std::thread thread_;
};

}  // namespace linli::bench
