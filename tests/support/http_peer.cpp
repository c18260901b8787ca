// SPDX-License-Identifier: Apache-2.0
#include "tests/support/http_peer.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace linli::support {
namespace {

constexpr int look_ms = 20;
constexpr std::size_t read_bytes = 16UL * 1024;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char one) { return std::tolower(one); });
    return text;
}

/// The other end notices at once, instead of reading a quiet end.
void reset(int connection) {
    const linger at_once{1, 0};
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

bool readable(int file) {
    pollfd one{file, POLLIN, 0};
    return ::poll(&one, 1, look_ms) > 0;
}

}  // namespace

std::string HttpPeer::Asked::header(const std::string& name) const {
    const std::string heads = lower(head), wanted = "\r\n" + lower(name) + ": ";
    const std::size_t at = heads.find(wanted);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + wanted.size();
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

HttpPeer::HttpPeer(Script script) : script_(std::move(script)) { open(); }
HttpPeer::~HttpPeer() { close(); }

void HttpPeer::open() {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no port for a test's HTTP server");
    port_ = ntohs(address.sin_port);
    stop_ = false;
    thread_ = std::thread([this] { accept_all(); });
}

void HttpPeer::close() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    for (std::thread& one : served_) one.join();
    served_.clear();
    if (listener_ >= 0) ::close(listener_);
    listener_ = -1;
}

std::string HttpPeer::address() const { return fmt::format("http://127.0.0.1:{}", port_); }

void HttpPeer::cut_requests_after(std::optional<std::size_t> bytes) {
    const std::lock_guard lock(mutex_);
    cut_requests_after_ = bytes;
}

std::vector<HttpPeer::Asked> HttpPeer::asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
}

std::size_t HttpPeer::connections() {
    const std::lock_guard lock(mutex_);
    return connections_;
}

void HttpPeer::accept_all() {
    while (!stop_) {
        if (!readable(listener_)) continue;
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        const int yes = 1;
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        {
            const std::lock_guard lock(mutex_);
            ++connections_;
        }
        served_.emplace_back([this, connection] { serve(connection); });
    }
}

void HttpPeer::serve(int connection) {
    std::string buffer;
    Asked asked;
    while (read_one(connection, buffer, asked)) {
        {
            const std::lock_guard lock(mutex_);
            asked_.push_back(asked);
        }
        if (!write_one(connection, script_(asked))) break;
    }
    ::close(connection);
}

bool HttpPeer::read_one(int connection, std::string& buffer, Asked& asked) {
    std::string bytes(read_bytes, '\0');
    while (true) {
        const std::size_t end = buffer.find("\r\n\r\n");
        if (end != std::string::npos) {
            asked.head = buffer.substr(0, end + 2);
            const std::size_t space = asked.head.find(' ');
            asked.method = asked.head.substr(0, space);
            asked.target = asked.head.substr(space + 1, asked.head.find(' ', space + 1) - space - 1);
            const std::string length = asked.header("Content-Length");
            const std::size_t whole = end + 4 + (length.empty() ? 0 : std::stoul(length));
            if (buffer.size() >= whole) {
                asked.body = buffer.substr(end + 4, whole - end - 4);
                buffer.erase(0, whole);
                return true;
            }
        }
        while (!stop_ && !readable(connection)) continue;
        if (stop_) return false;
        std::optional<std::size_t> cut;
        {
            const std::lock_guard lock(mutex_);
            cut = cut_requests_after_;
        }
        const std::size_t most = cut ? std::min(read_bytes, *cut - std::min(*cut, buffer.size())) : read_bytes;
        const ssize_t got = most == 0 ? 0 : ::recv(connection, bytes.data(), most, 0);
        if (got > 0) buffer.append(bytes, 0, static_cast<std::size_t>(got));
        if (cut && buffer.size() >= *cut) {
            reset(connection);
            return false;
        }
        if (got <= 0) return false;
    }
}

bool HttpPeer::write_one(int connection, const Reply& reply) {
    const std::size_t end = std::min({reply.bytes.size(), reply.cut_after.value_or(reply.bytes.size()),
                                      reply.stand_still_after.value_or(reply.bytes.size())});
    const std::size_t piece = reply.drip.count() > 0 ? 1 : end;
    for (std::size_t at = 0; at < end && !stop_; at += piece) {
        if (::send(connection, reply.bytes.data() + at, std::min(piece, end - at), MSG_NOSIGNAL) < 0) return false;
        if (reply.drip.count() > 0) std::this_thread::sleep_for(reply.drip);
    }
    if (reply.cut_after && *reply.cut_after < reply.bytes.size()) {
        // What was sent before is to arrive; a reset would throw it away.
        ::shutdown(connection, SHUT_WR);
        return false;
    }
    if (!reply.stand_still_after) return true;
    char byte = 0;
    while (!stop_ && (!readable(connection) || ::recv(connection, &byte, 1, 0) > 0)) continue;
    return false;
}

HttpPeer::Reply http_reply(int status, const std::string& body, const std::string& headers) {
    return {fmt::format("HTTP/1.1 {} X\r\nContent-Type: application/json\r\n{}Content-Length: {}\r\n\r\n{}", status,
                        headers, body.size(), body)};
}

}  // namespace linli::support
