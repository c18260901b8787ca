// SPDX-License-Identifier: Apache-2.0
#include "web/server/server.h"

#include <fmt/format.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <utility>

#include "web/server/connection.h"
#include "web/server/house.h"
#include "web/server/tls_context.h"

namespace linli::web {
namespace {

using boost::system::error_code;
using Acceptor = asio::ip::tcp::acceptor;

constexpr int backlog = 1024;
constexpr std::chrono::milliseconds pause_without_files{100};

/// Each connection is an open file, and many systems allow 1,024 unless asked.
void raise_file_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65'536);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Peer peer_of(const Socket& socket) {
    error_code code;
    asio::ip::address address = socket.remote_endpoint(code).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    Peer peer;
    peer.address = code ? std::string{} : address.to_string();
    peer.is_loopback = !code && address.is_loopback();
    return peer;
}

}  // namespace

class Server::Parts {
public:
    Parts(ServerLimits limits, ServerParts parts, Proxy before)
        : proxy(before), house(limits, std::move(parts)), stop_signal(house.io) {}

    Status listen(const Listener& listener);
    Status wait_for_stop();
    void stop();

    struct Open {
        Acceptor acceptor;
        Transport transport;
        std::uint16_t port = 0;  ///< as bound; others may ask while the acceptor is closed
    };
    asio::awaitable<void> accept(std::shared_ptr<Open> listener);

    const Proxy proxy;
    int stop_file = -1;
    House house;
    std::vector<std::shared_ptr<Open>> open;
    asio::posix::stream_descriptor stop_signal;
};

Status Server::Parts::listen(const Listener& listener) {
    const std::string place = fmt::format("{} port {}", listener.address, listener.port);
    error_code code;
    const auto address = asio::ip::make_address(listener.address, code);
    if (code) return fail(ErrorCode::invalid_input, fmt::format("\"{}\" is no address", listener.address));
    if (listener.transport == Transport::clear && !address.is_loopback())
        return fail(ErrorCode::invalid_input, place + ": clear text is for loopback addresses only");
    if (listener.transport == Transport::tls && !house.tls)
        return fail(ErrorCode::invalid_input, place + ": there is no certificate for TLS");
    const asio::ip::tcp::endpoint endpoint(address, listener.port);
    const auto made = std::make_shared<Open>(Open{Acceptor(house.io), listener.transport});
    made->acceptor.open(endpoint.protocol(), code);
    if (!code) made->acceptor.set_option(Acceptor::reuse_address(true), code);
    if (!code && address.is_v6()) made->acceptor.set_option(asio::ip::v6_only(true), code);
    if (!code) made->acceptor.bind(endpoint, code);
    if (!code) made->acceptor.listen(backlog, code);
    if (code) {
        const bool taken = code == asio::error::address_in_use;
        return fail(taken ? ErrorCode::busy : ErrorCode::io, fmt::format("{}: {}", place, code.message()));
    }
    made->port = made->acceptor.local_endpoint(code).port();
    open.push_back(made);
    return {};
}

/// What a signal's handler may do is little: it writes to a file, and the network's thread reads.
Status Server::Parts::wait_for_stop() {
    stop_file = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (stop_file < 0) return fail(ErrorCode::io, "no event file can be made");
    stop_signal.assign(stop_file);
    stop_signal.async_wait(asio::posix::stream_descriptor::wait_read, [this](error_code code) {
        if (!code) stop();
    });
    return {};
}

void Server::Parts::stop() {
    error_code code;
    for (const auto& listener : open) listener->acceptor.close(code);
    house.begin_to_stop();
    if (house.connections.empty()) house.stop_timer.cancel();
}

asio::awaitable<void> Server::Parts::accept(std::shared_ptr<Open> listener) {
    Acceptor& acceptor = listener->acceptor;
    while (acceptor.is_open() && !house.stopping) {
        error_code code;
        Socket socket = co_await acceptor.async_accept(house.io, asio::redirect_error(asio::use_awaitable, code));
        if (code == asio::error::operation_aborted || !acceptor.is_open()) co_return;
        if (code) {
            // No file left, or no memory: those who are here may go meanwhile.
            house.metrics.refused("accept_failed");
            asio::steady_timer pause(house.io, pause_without_files);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, code));
            continue;
        }
        Peer peer = peer_of(socket);
        if (const std::string why = house.admit(peer); !why.empty()) {
            house.metrics.refused(why);
            continue;
        }
        if (proxy == Proxy::on_this_machine && listener->transport == Transport::clear) peer.way = Peer::Way::proxied;
        socket.set_option(asio::ip::tcp::no_delay(true), code);
        const auto connection =
            std::make_shared<Connection>(house, std::move(socket), std::move(peer), listener->transport);
        asio::co_spawn(
            house.io, [connection] { return connection->serve(); }, asio::detached);
        house.watch_deadlines();
    }
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::create(ServerOptions options, ServerParts given) {
    raise_file_limit();
    // OpenSSL writes to sockets without asking that a signal be left out when the other end has gone.
    std::signal(SIGPIPE, SIG_IGN);
    auto parts = std::make_unique<Parts>(options.limits, std::move(given), options.proxy);
    LINLI_TRY_ASSIGN(parts->house.dispatch, Dispatch::create(parts->house.parts));
    if (!options.server_chain_pem.empty()) {
        LINLI_TRY_ASSIGN(parts->house.tls, tls_context(options.server_chain_pem, options.server_key_pem));
    }
    LINLI_TRY(parts->wait_for_stop());
    for (const Listener& listener : options.listeners) LINLI_TRY(parts->listen(listener));
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

void Server::run() {
    for (const auto& listener : parts_->open)
        asio::co_spawn(parts_->house.io, parts_->accept(listener), asio::detached);
    parts_->house.io.run();
}

void Server::stop() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(parts_->stop_file, &one, sizeof one);
}

std::vector<std::uint16_t> Server::ports() const {
    std::vector<std::uint16_t> found;
    for (const auto& listener : parts_->open) found.push_back(listener->port);
    return found;
}

Status Server::renew_certificates(const std::string& chain_pem, const std::string& key_pem) {
    LINLI_TRY_ASSIGN(std::shared_ptr<asio::ssl::context> made, tls_context(chain_pem, key_pem));
    asio::post(parts_->house.io, [parts = parts_.get(), made] { parts->house.tls = made; });
    return {};
}

bool Server::run_on(Lane lane, std::function<void()> job) {
    if (lane != Lane::network) return parts_->house.lane(lane).add({}, std::move(job));
    asio::post(parts_->house.io, std::move(job));
    return true;
}

}  // namespace linli::web
