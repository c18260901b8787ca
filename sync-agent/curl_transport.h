// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "hall/wire/sync_limits.h"
#include "sync-agent/transport.h"

namespace linli::agent {

/// Transport over libcurl: one handle that is kept, TLS by the pinned key or the machine's authorities, clear text to
/// this very machine alone, no redirects, everything bounded in time and size. Ends within a second when told to.
class CurlTransport final : public Transport {
public:
    struct Limits {
        std::chrono::milliseconds connect{10'000};
        std::chrono::seconds standstill{30};  ///< fewer than some 30 bytes a second for so long
        std::chrono::seconds whole{600};
        std::int64_t bytes_per_second = 0;  ///< each way; 0: as fast as it goes
        std::string proxy;                  ///< as curl writes it; empty: what the environment says
    };
    /// `while_waiting` is called about once a second while the agent waits for the network or rests.
    explicit CurlTransport(Limits limits, std::function<void()> while_waiting = {});
    ~CurlTransport() override;
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    tl::expected<HttpAnswer, NoAnswer> send(const HttpRequest& request) override;
    void rest(std::chrono::milliseconds time) override;
    bool stopped() const override;
    /// From any thread.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::agent
