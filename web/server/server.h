// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "hall/base/result.h"
#include "web/server/api_document.h"
#include "web/server/route.h"
#include "web/server/static_files.h"
#include "web/server/work_queue.h"

namespace linli::web {

enum class Transport { clear, tls };

/// Where the server listens. Clear text is for loopback addresses only; others are refused.
struct Listener {
    std::string address;     ///< "127.0.0.1", "::1", "0.0.0.0", "::"; no names
    std::uint16_t port = 0;  ///< 0: the system chooses
    Transport transport = Transport::clear;
};

struct ServerLimits {
    std::size_t header_bytes_max = 16UL * 1024;
    std::size_t connections_max = 2'000;
    std::size_t connections_per_address_max = 256;  ///< IPv6 counts by /64; loopback has all of connections_max
    std::size_t handshakes_max = 64;                ///< TLS handshakes at one time
    std::size_t handshakes_per_address_max = 16;    ///< but for loopback
    std::chrono::milliseconds handshake_time{10'000};
    std::chrono::milliseconds header_time{10'000};
    std::chrono::milliseconds body_time{20'000};
    std::chrono::milliseconds idle_time{60'000};
    std::chrono::milliseconds write_time{20'000};  ///< without any progress in it a connection is cut
    std::chrono::milliseconds heartbeat{15'000};   ///< of event streams where nothing else was said
    std::chrono::milliseconds stop_time{1'000};    ///< that requests in hand have to finish
    std::size_t work_queue_max = 256;
    std::size_t slow_queue_max = 64;
    std::size_t slow_per_address_max = 4;
    std::size_t log_queue_max = 4'096;
};

/// One line of the access log. It holds no query, no body and nothing of a person; the path is the operation's.
struct AccessEntry {
    std::string method;
    std::string operation;  ///< operationId, or "static", "page", "healthz", "metrics", "none"
    int status = 0;
    double ms = 0;            ///< from the whole header to the last byte handed to the system
    std::uint64_t bytes = 0;  ///< of the answer's body
};

/// Who stands before the server on this machine. A proxy (nginx, HAProxy) speaks TLS for it: then clear listeners on
/// loopback answer to any host, and the caller's address and scheme are those that the proxy says (the last
/// X-Forwarded-For, X-Forwarded-Proto), which it must set itself.
enum class Proxy { none, on_this_machine };

struct ServerOptions {
    std::vector<Listener> listeners;
    Proxy proxy = Proxy::none;
    ServerLimits limits;
    std::string server_chain_pem;  ///< for TLS listeners
    std::string server_key_pem;
};

/// Everything that answers.
struct ServerParts {
    std::shared_ptr<const ApiDocument> document;
    std::vector<Route> routes;
    std::vector<StreamRoute> streams;
    std::vector<PageRoute> pages;
    std::shared_ptr<const StaticFiles> files;  ///< may be none
    AccessCheck access;                        ///< must be there where an operation has an x-access
    /// Requests that wait in the lane `work` are answered through it; may be none, and each is answered by itself.
    Together together;
    /// Called on the network's thread when the server begins to stop, so that what waits can be answered; may be none.
    std::function<void()> on_stop = {};
    /// Called from a thread of its own behind a bounded queue, so it may write to a slow disk; may be none.
    std::function<void(const AccessEntry&)> access_log;
    /// More lines for /metrics in Prometheus' text format, asked for at each visit on the network's thread; may be
    /// none.
    std::function<std::string()> more_metrics;
};

/// An HTTP/1.1 server: one thread for the network, one for work, one for slow work. See README.md for lanes, deadlines
/// and events. Beside the document's operations it answers /healthz, and on loopback /metrics.
class Server {
public:
    /// Binds its listeners, and has the program ignore SIGPIPE. Errors: invalid_content where table and document
    /// differ, naming the operation; invalid_input for a clear listener beyond loopback, an address that is none, or
    /// certificates that do not fit; busy where a port is taken; io.
    static Result<std::unique_ptr<Server>> create(ServerOptions options, ServerParts parts);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Serves on the calling thread until stop(). Once.
    void run();
    /// From any thread, or a signal's handler: accepts no more, ends streams, lets requests in hand finish within
    /// stop_time, then run() returns. Work that is still being done then is waited for when the server goes away.
    void stop();
    /// As bound, in the order of the listeners.
    std::vector<std::uint16_t> ports() const;
    /// New certificates for connections from now on. Error: invalid_input. From any thread.
    Status renew_certificates(const std::string& chain_pem, const std::string& key_pem);
    /// Runs something on the lane's thread, such as a look for changes every second; dropped where the queue is full.
    bool run_on(Lane lane, std::function<void()> job);

private:
    class Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::web
