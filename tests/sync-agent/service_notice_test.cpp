// SPDX-License-Identifier: Apache-2.0
#include "sync-agent/service_notice.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstring>

#include "tests/support/temp_folder.h"

using namespace linli::agent;
using namespace linli::support;

namespace {

/// systemd's end.
class Listener {
public:
    explicit Listener(const std::string& name) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.data(), name.size());
        if (name.front() == '@') address.sun_path[0] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), length) == 0);
    }
    ~Listener() { ::close(socket_); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    std::string heard() {
        char bytes[100] = {};
        const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
        return got > 0 ? std::string(bytes, static_cast<std::size_t>(got)) : "";
    }

private:
    int socket_;
};

}  // namespace

TEST_CASE("systemd hears that the agent is ready, alive and ending, by a file or by an abstract name") {
    const TempFolder folder;
    for (const std::string& name : {folder.file("notify").string(), "@linli-test-" + std::to_string(getpid())}) {
        INFO(name);
        Listener listener(name);
        ServiceNotice notice(name, 20'000);
        notice.ready();
        CHECK(listener.heard() == "READY=1\n");
        notice.alive();
        CHECK(listener.heard() == "WATCHDOG=1\n");
        notice.alive();
        CHECK(listener.heard().empty());
        usleep(10'500);
        notice.alive();
        CHECK(listener.heard() == "WATCHDOG=1\n");
        notice.stopping();
        CHECK(listener.heard() == "STOPPING=1\n");
    }
}

TEST_CASE("without a socket or a watchdog nothing is said") {
    const TempFolder folder;
    ServiceNotice none("", 1'000);
    none.ready();
    none.alive();
    Listener listener(folder.file("notify").string());
    ServiceNotice unwatched(folder.file("notify").string(), 0);
    unwatched.alive();
    CHECK(listener.heard().empty());
    ServiceNotice(std::string(200, 'x'), 1'000).ready();
}
