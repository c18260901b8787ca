// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/types.h>

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <span>
#include <string_view>

namespace linli::web {

namespace asio = boost::asio;
using Socket = asio::ip::tcp::socket;

/// A connection's bytes, clear or over TLS: the one place where the two differ. Deadlines are the connection's. OpenSSL
/// reads and writes the socket itself: Asio's own TLS stream keeps some 70 KiB of buffers a connection, which event
/// streams would hold all day. Writing to one who has left would raise SIGPIPE, which Server::create()
/// has the program ignore.
class Wire {
public:
    explicit Wire(Socket socket) : socket_(std::move(socket)) {}

    /// Shakes hands as the server. False where the other end does not speak TLS, or left.
    asio::awaitable<bool> secure(asio::ssl::context& context);
    /// How many bytes came; 0 at the end or for an error.
    asio::awaitable<std::size_t> read_some(asio::mutable_buffer space);
    /// All of it. False for an error.
    asio::awaitable<bool> write(std::span<const asio::const_buffer> buffers);
    /// Says that nothing more will be sent.
    asio::awaitable<void> end();
    void close();
    Socket& socket() { return socket_; }
    bool is_secure() const { return tls_ != nullptr; }

private:
    struct FreeTls {
        void operator()(SSL* tls) const;
    };
    /// Until OpenSSL may go on after this result; false where it never will.
    asio::awaitable<bool> wait_after(int result);
    asio::awaitable<bool> write_tls(std::string_view bytes);

    Socket socket_;
    std::unique_ptr<SSL, FreeTls> tls_;
};

}  // namespace linli::web
