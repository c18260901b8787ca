// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/byte_relay.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

namespace linli::bench {
namespace {

sockaddr_in on_loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connected_to(int port) {
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = on_loopback(port);
    if (connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return made;
    close(made);
    return -1;
}

/// How many bytes went over; 0 at the end.
std::uint64_t carry(int from, int to) {
    std::array<char, 16UL * 1024> space{};
    const ssize_t came = recv(from, space.data(), space.size(), 0);
    if (came <= 0) return 0;
    return send(to, space.data(), static_cast<std::size_t>(came), MSG_NOSIGNAL) == came
               ? static_cast<std::uint64_t>(came)
               : 0;
}

}  // namespace

ByteRelay::ByteRelay(int to_port) : to_port_(to_port) {
    listening_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = on_loopback(0);
    socklen_t size = sizeof address;
    constexpr int backlog = 16;
    if (bind(listening_, reinterpret_cast<const sockaddr*>(&address), size) == 0 && listen(listening_, backlog) == 0 &&
        getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) == 0)
        port_ = ntohs(address.sin_port);
    ending_ = eventfd(0, EFD_CLOEXEC);
    thread_ = std::thread([this] { serve(); });
}

ByteRelay::~ByteRelay() {
    eventfd_write(ending_, 1);
    thread_.join();
    close(listening_);
    close(ending_);
}

void ByteRelay::serve() {
    std::vector<std::array<int, 2>> pairs;
    while (true) {
        std::vector<pollfd> watched = {{ending_, POLLIN, 0}, {listening_, POLLIN, 0}};
        for (const auto& pair : pairs)
            for (const int end : pair) watched.push_back({end, POLLIN, 0});
        poll(watched.data(), watched.size(), -1);
        if (watched[0].revents != 0) break;
        std::vector<std::array<int, 2>> left;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            bool open = true;
            for (const std::size_t side : {0UL, 1UL}) {
                if (!open || watched[2 + 2 * i + side].revents == 0) continue;
                const std::uint64_t count = carry(pairs[i].at(side), pairs[i].at(1 - side));
                open = count > 0;
                bytes_ += count;
            }
            if (open)
                left.push_back(pairs[i]);
            else
                std::ranges::for_each(pairs[i], [](int end) { close(end); });
        }
        pairs = std::move(left);
        if (watched[1].revents == 0) continue;
        const int caller = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC), called = connected_to(to_port_);
        ++connections_;
        if (caller >= 0 && called >= 0) pairs.push_back({caller, called});
    }
    for (const auto& pair : pairs) std::ranges::for_each(pair, [](int end) { close(end); });
}

}  // namespace linli::bench
