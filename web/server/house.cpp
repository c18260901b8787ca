// SPDX-License-Identifier: Apache-2.0
#include "web/server/house.h"

#include <malloc.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <utility>
#include <vector>

#include "web/server/connection.h"

namespace linli::web {
namespace {

constexpr std::chrono::milliseconds deadline_look{100};
/// A lane that has been at one job for so long will not come back by itself.
constexpr std::chrono::seconds stuck_after{60};
constexpr std::size_t waiting_threads = 2;
constexpr std::size_t crowd_min = 128;

bool take_one(std::map<std::string, std::size_t>& counts, const std::string& key, std::size_t most) {
    std::size_t& count = counts[key];
    if (count >= most) return false;
    ++count;
    return true;
}

void give_back_one(std::map<std::string, std::size_t>& counts, const std::string& key) {
    const auto found = counts.find(key);
    if (found != counts.end() && --found->second == 0) counts.erase(found);
}

}  // namespace

std::string sender_of(const Peer& peer) {
    boost::system::error_code code;
    const auto address = asio::ip::make_address(peer.address, code);
    if (code || address.is_v4() || peer.is_loopback) return peer.address;
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return asio::ip::address_v6(bytes).to_string();
}

House::House(ServerLimits server_limits, ServerParts server_parts)
    : limits(server_limits),
      parts(std::move(server_parts)),
      log(parts.access_log, limits.log_queue_max),
      work({1, limits.work_queue_max, 0}, parts.together),
      slow({1, limits.slow_queue_max, limits.slow_per_address_max}),
      waiting({waiting_threads, limits.slow_queue_max, limits.slow_per_address_max}) {
    gate->io = &io;
}

House::~House() {
    work.end();
    slow.end();
    waiting.end();
    {
        const std::lock_guard lock(gate->mutex);
        gate->io = nullptr;
    }
    // Coroutines run to their ends while all that they use is still here.
    stopping = true;
    for (Connection* const connection : connections) connection->close();
    deadline_timer.cancel();
    stop_timer.cancel();
    io.restart();
    io.poll();
}

std::string House::admit(const Peer& peer) {
    if (stopping) return "stopping";
    if (connections.size() >= limits.connections_max) return "connections_max";
    const std::size_t most = peer.is_loopback ? limits.connections_max : limits.connections_per_address_max;
    return take_one(by_address, sender_of(peer), most) ? "" : "connections_per_address";
}

void House::leave(Connection& connection, const Peer& peer) {
    connections.erase(&connection);
    give_back_one(by_address, sender_of(peer));
    give_back_memory();
    if (stopping && connections.empty()) stop_timer.cancel();
}

void House::give_back_memory() {
    crowd = std::max(crowd, connections.size() + 1);
    if (crowd < crowd_min || connections.size() > crowd / 8) return;
    crowd = connections.size();
    ::malloc_trim(0);
}

House::Slot House::take_handshake(const Peer& peer) {
    if (handshakes >= limits.handshakes_max) return Slot::wait;
    const std::size_t most = peer.is_loopback ? limits.handshakes_max : limits.handshakes_per_address_max;
    if (!take_one(handshakes_by_address, sender_of(peer), most)) return Slot::refused;
    ++handshakes;
    return Slot::taken;
}

void House::give_back_handshake(const Peer& peer) {
    --handshakes;
    give_back_one(handshakes_by_address, sender_of(peer));
    while (!handshake_waiters.empty()) {
        const auto next = handshake_waiters.front().lock();
        handshake_waiters.pop_front();
        if (!next) continue;
        next->wake();
        break;
    }
}

void House::answered(const Plan& plan, std::string_view method, int status, std::chrono::steady_clock::time_point began,
                     std::uint64_t bytes) {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - began;
    metrics.answered(plan.label, status, time);
    log.add({std::string(method), plan.label, status, time.count() * 1000, bytes});
}

Response House::built_in(const std::string& label) {
    if (label == "healthz") {
        const bool stuck = work.busy_for() > stuck_after || slow.busy_for() > stuck_after;
        return json(stuck ? 503 : 200, stuck ? R"({"status":"stuck"})" : R"({"status":"ok"})");
    }
    Metrics::Now now;
    now.connections = static_cast<double>(connections.size());
    now.streams = static_cast<double>(streams);
    for (const StreamRoute& stream : parts.streams) now.streams_cut += static_cast<double>(stream.channel->cut_total());
    now.handshakes = static_cast<double>(handshakes);
    now.work_waiting = static_cast<double>(work.waiting());
    now.slow_waiting = static_cast<double>(slow.waiting());
    now.waiting_waiting = static_cast<double>(waiting.waiting());
    now.log_lines_dropped = static_cast<double>(log.dropped());
    std::string text = metrics.text(now);
    if (parts.more_metrics) text += parts.more_metrics();
    return Response{200, "text/plain; version=0.0.4; charset=utf-8", std::move(text), {}};
}

WorkQueue& House::lane(Lane lane) { return lane == Lane::slow ? slow : lane == Lane::waiting ? waiting : work; }

void House::watch_deadlines() {
    if (watching || connections.empty()) return;
    watching = true;
    deadline_timer.expires_after(deadline_look);
    deadline_timer.async_wait([this](boost::system::error_code code) {
        watching = false;
        if (code) return;
        const auto now = std::chrono::steady_clock::now();
        for (Connection* const connection : connections) {
            if (!connection->is_over_deadline(now)) continue;
            metrics.refused("deadline");
            connection->close();
        }
        watch_deadlines();
    });
}

void House::begin_to_stop() {
    if (stopping) return;
    stopping = true;
    if (parts.on_stop) parts.on_stop();
    for (const StreamRoute& stream : parts.streams) stream.channel->close_all("stopping", "{}");
    for (Connection* const connection : connections) connection->stop();
    stop_timer.expires_after(limits.stop_time);
    stop_timer.async_wait([this](boost::system::error_code code) {
        if (code) return;
        for (Connection* const connection : connections) connection->close();
        work.stop();
        slow.stop();
        waiting.stop();
        io.stop();
    });
}

}  // namespace linli::web
