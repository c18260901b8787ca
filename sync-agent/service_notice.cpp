// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/service_notice.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace linli::agent {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::int64_t now_us() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

ServiceNotice ServiceNotice::from_environment() {
    const std::string pid = environment("WATCHDOG_PID"), interval = environment("WATCHDOG_USEC");
    std::int64_t watchdog_us = 0;
    if (pid.empty() || pid == std::to_string(getpid()))
        std::from_chars(interval.data(), interval.data() + interval.size(), watchdog_us);
    return {environment("NOTIFY_SOCKET"), watchdog_us};
}

ServiceNotice::ServiceNotice(std::string socket, std::int64_t watchdog_us)
    : socket_(std::move(socket)), every_us_(watchdog_us / 2) {}

void ServiceNotice::alive() {
    if (every_us_ <= 0) return;
    const std::int64_t now = now_us();
    if (said_us_ != 0 && now - said_us_ < every_us_) return;
    said_us_ = now;
    say("WATCHDOG=1\n");
}

void ServiceNotice::say(std::string_view words) const {
    sockaddr_un address{};
    if (socket_.empty() || socket_.size() >= sizeof(address.sun_path)) return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, socket_.data(), socket_.size());
    if (socket_.front() == '@') address.sun_path[0] = '\0';  // an abstract one
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
    (void)::sendto(socket, words.data(), words.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address),
                   length);
    ::close(socket);
}

}  // namespace linli::agent
