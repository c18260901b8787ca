// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "web/server/access_log.h"
#include "web/server/dispatch.h"
#include "web/server/metrics.h"
#include "web/server/server.h"
#include "web/server/work_queue.h"

namespace linli::web {

class Connection;

/// What all connections of a server share. Everything but the lanes and the gate belongs to the network's thread.
struct House {
    House(ServerLimits server_limits, ServerParts server_parts);
    ~House();
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    /// Counts a new connection in, or says why it is turned away ("connections_max" …); empty for welcome.
    std::string admit(const Peer& peer);
    void leave(Connection& connection, const Peer& peer);
    /// After a crowd has gone, what the allocator keeps goes back to the system.
    void give_back_memory();
    /// One of the TLS handshakes going on at a time; false where this address has enough of them.
    enum class Slot { taken, wait, refused };
    Slot take_handshake(const Peer& peer);
    void give_back_handshake(const Peer& peer);

    void answered(const Plan& plan, std::string_view method, int status, std::chrono::steady_clock::time_point began,
                  std::uint64_t bytes);
    Response built_in(const std::string& label);
    WorkQueue& lane(Lane lane);
    /// Looks for passed deadlines every so often, as long as there are connections.
    void watch_deadlines();
    /// Accepts no more, tells streams, and gives requests in hand a while.
    void begin_to_stop();

    const ServerLimits limits;
    const ServerParts parts;
    std::unique_ptr<Dispatch> dispatch;
    Metrics metrics;
    AccessLog log;
    std::shared_ptr<boost::asio::ssl::context> tls;
    bool stopping = false;
    std::set<Connection*> connections;
    std::map<std::string, std::size_t> by_address;
    std::size_t handshakes = 0;
    std::map<std::string, std::size_t> handshakes_by_address;
    std::deque<std::weak_ptr<Connection>> handshake_waiters;
    std::size_t streams = 0;

    /// What other threads wake the network's through: shut before the io context goes away.
    struct Gate {
        std::mutex mutex;
        boost::asio::io_context* io = nullptr;
    };
    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    boost::asio::io_context io{1};
    boost::asio::steady_timer deadline_timer{io};
    boost::asio::steady_timer stop_timer{io};
    bool watching = false;
    /// Where bytes go that nobody will look at, of all connections.
    std::array<char, 64UL * 1024> read_away{};
    /// The most connections since memory was last given back.
    std::size_t crowd = 0;

    // Last, so that they end first: what they still do may speak to all of the above.
    WorkQueue work;
    WorkQueue slow;
    WorkQueue waiting;
};

/// How connections of one sender are counted: an IPv4 address, or the /64 of an IPv6 one.
std::string sender_of(const Peer& peer);

}  // namespace linli::web
