// SPDX-License-Identifier: Apache-2.0
#include "web/server/wire.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace linli::web {
namespace {

using boost::system::error_code;

}  // namespace

asio::awaitable<bool> Wire::secure(asio::ssl::context& context) {
    tls_ = std::make_unique<asio::ssl::stream<Socket&>>(socket_, context);
    error_code code;
    co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, code));
    co_return !code;
}

asio::awaitable<std::size_t> Wire::read_some(asio::mutable_buffer space) {
    error_code code;
    std::size_t count = 0;
    if (tls_)
        count = co_await tls_->async_read_some(space, asio::redirect_error(asio::use_awaitable, code));
    else
        count = co_await socket_.async_read_some(space, asio::redirect_error(asio::use_awaitable, code));
    co_return code ? 0 : count;
}

asio::awaitable<bool> Wire::write(std::span<const asio::const_buffer> buffers) {
    error_code code;
    if (tls_)
        co_await asio::async_write(*tls_, buffers, asio::redirect_error(asio::use_awaitable, code));
    else
        co_await asio::async_write(socket_, buffers, asio::redirect_error(asio::use_awaitable, code));
    co_return !code;
}

asio::awaitable<void> Wire::end() {
    error_code code;
    if (tls_) co_await tls_->async_shutdown(asio::redirect_error(asio::use_awaitable, code));
    socket_.shutdown(Socket::shutdown_send, code);
}

void Wire::close() {
    error_code code;
    socket_.close(code);
}

}  // namespace linli::web
