// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/temp_folder.h"
#include "tests/web/server/raw_client.h"
#include "web/server/certificate.h"
#include "web/server/server.h"

namespace linli::web::testing {

/// A document of a few operations, one of each kind that the server knows.
extern const char* const small_document;

/// The parts of a server that answers small_document: `echo` tells what it was given, `held` answers when it is let go,
/// `events` streams what `channel` publishes. Who sends the header X-Who may use what is for members.
class Served {
public:
    /// What a test wants to be otherwise.
    using Change = std::function<void(ServerOptions&, ServerParts&)>;
    explicit Served(const Change& change = {});
    ~Served();

    std::uint16_t port() const { return server_->ports().at(0); }
    std::uint16_t tls_port() const { return server_->ports().at(1); }
    const std::string& authority_pem() const { return certificates_.authority_pem; }
    RawClient client() const { return RawClient(port()); }
    RawClient tls_client() const { return {tls_port(), authority_pem(), "localhost"}; }
    Answer ask(const std::string& bytes) const { return client().ask(bytes); }
    Server& server() { return *server_; }
    /// Lets `held` requests answer.
    void let_go() { held_.store(false); }
    std::size_t begun() const { return begun_.load(); }
    std::vector<AccessEntry> log();
    /// Stops it and gives how long that took.
    std::chrono::milliseconds stop();

    std::shared_ptr<EventChannel> channel;

private:
    ServerParts parts();

    support::TempFolder folder_;
    Certificates certificates_;
    std::atomic<bool> held_{true};
    std::atomic<std::size_t> begun_{0};
    std::mutex log_mutex_;
    std::vector<AccessEntry> log_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

/// A certificate for localhost, made once for all tests.
const Certificates& test_certificates();

}  // namespace linli::web::testing
