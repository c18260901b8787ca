// SPDX-License-Identifier: Apache-2.0
#include "web/server/wire.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <string>

namespace linli::web {
namespace {

using boost::system::error_code;

constexpr std::size_t record_bytes_max = 16UL * 1024;

}  // namespace

void Wire::FreeTls::operator()(SSL* tls) const { SSL_free(tls); }

asio::awaitable<bool> Wire::wait_after(int result) {
    const int wants = SSL_get_error(tls_.get(), result);
    if (wants != SSL_ERROR_WANT_READ && wants != SSL_ERROR_WANT_WRITE) co_return false;
    error_code code;
    co_await socket_.async_wait(wants == SSL_ERROR_WANT_READ ? Socket::wait_read : Socket::wait_write,
                                asio::redirect_error(asio::use_awaitable, code));
    co_return !code && socket_.is_open();
}

asio::awaitable<bool> Wire::secure(asio::ssl::context& context) {
    error_code code;
    socket_.native_non_blocking(true, code);
    tls_.reset(SSL_new(context.native_handle()));
    if (code || !tls_ || SSL_set_fd(tls_.get(), socket_.native_handle()) != 1) co_return false;
    SSL_set_mode(tls_.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    for (;;) {
        ERR_clear_error();
        const int result = SSL_accept(tls_.get());
        if (result == 1) co_return true;
        const bool goes_on = co_await wait_after(result);
        if (!goes_on) co_return false;
    }
}

asio::awaitable<std::size_t> Wire::read_some(asio::mutable_buffer space) {
    if (!tls_) {
        error_code code;
        const std::size_t count =
            co_await socket_.async_read_some(space, asio::redirect_error(asio::use_awaitable, code));
        co_return code ? 0 : count;
    }
    while (socket_.is_open()) {
        ERR_clear_error();
        std::size_t count = 0;
        const int result = SSL_read_ex(tls_.get(), space.data(), space.size(), &count);
        if (result == 1) co_return count;
        const bool goes_on = co_await wait_after(result);
        if (!goes_on) co_return 0;
    }
    co_return 0;
}

asio::awaitable<bool> Wire::write(std::span<const asio::const_buffer> buffers) {
    if (!tls_) {
        error_code code;
        co_await asio::async_write(socket_, buffers, asio::redirect_error(asio::use_awaitable, code));
        co_return !code;
    }
    if (buffers.size() > 1 && asio::buffer_size(buffers) <= record_bytes_max) {
        // A head and a short body go out as one record, and as one packet.
        std::string joined;
        for (const asio::const_buffer& buffer : buffers)
            joined.append(static_cast<const char*>(buffer.data()), buffer.size());
        const bool written = co_await write_tls(joined);
        co_return written;
    }
    for (const asio::const_buffer& buffer : buffers) {
        const bool written = co_await write_tls({static_cast<const char*>(buffer.data()), buffer.size()});
        if (!written) co_return false;
    }
    co_return true;
}

asio::awaitable<bool> Wire::write_tls(std::string_view bytes) {
    while (!bytes.empty()) {
        if (!socket_.is_open()) co_return false;
        ERR_clear_error();
        std::size_t count = 0;
        const int result = SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &count);
        if (result == 1) {
            bytes.remove_prefix(count);
            continue;
        }
        const bool goes_on = co_await wait_after(result);
        if (!goes_on) co_return false;
    }
    co_return true;
}

asio::awaitable<void> Wire::end() {
    error_code code;
    if (tls_ && socket_.is_open()) {
        ERR_clear_error();
        const int result = SSL_shutdown(tls_.get());
        bool goes_on = false;
        if (result < 0) goes_on = co_await wait_after(result);
        if (goes_on) SSL_shutdown(tls_.get());
    }
    socket_.shutdown(Socket::shutdown_send, code);
}

void Wire::close() {
    error_code code;
    socket_.close(code);
}

}  // namespace linli::web
