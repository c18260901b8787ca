// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/host_lookup.h"

#include <netdb.h>

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace linli::kiosk {
namespace {

constexpr std::size_t addresses_max = 4;

enum class As : std::uint8_t { number, number_or_name };

/// What getaddrinfo says, 0 for well, and the addresses.
struct Answer {
    int problem = EAI_FAIL;
    std::vector<SocketAddress> addresses{};
};

Answer ask(const std::string& host, std::uint16_t port, As as) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_NUMERICSERV | (as == As::number ? AI_NUMERICHOST : AI_ADDRCONFIG);
    addrinfo* found = nullptr;
    Answer answer;
    answer.problem = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found);
    if (answer.problem != 0) return answer;
    for (const addrinfo* one = found; one != nullptr && answer.addresses.size() < addresses_max; one = one->ai_next) {
        SocketAddress& address = answer.addresses.emplace_back();
        std::memcpy(&address.storage, one->ai_addr, one->ai_addrlen);
        address.size = one->ai_addrlen;
    }
    freeaddrinfo(found);
    return answer;
}

/// Shared by whoever asks and the thread that waits for the name service; the last of them ends it.
struct Asked {
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<Answer> answer;
};

std::optional<Answer> wait_for(Asked& asked, int patience_ms, const std::stop_token& stop) {
    constexpr std::chrono::milliseconds slice{50};
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
    std::unique_lock lock(asked.mutex);
    while (!asked.answer && !stop.stop_requested() && std::chrono::steady_clock::now() < deadline)
        asked.answered.wait_for(lock, slice);
    return asked.answer;
}

}  // namespace

Result<std::vector<SocketAddress>> look_up_host(const std::string& host, std::uint16_t port, int patience_ms,
                                                const std::stop_token& stop) {
    if (Answer number = ask(host, port, As::number); number.problem == 0) return std::move(number.addresses);
    const auto asked = std::make_shared<Asked>();
    try {
        std::thread([asked, host, port] {
            Answer answer = ask(host, port, As::number_or_name);
            const std::lock_guard lock(asked->mutex);
            asked->answer = std::move(answer);
            asked->answered.notify_all();
        }).detach();
    } catch (const std::system_error& problem) {
        return fail(ErrorCode::busy, host + ": " + problem.what());
    }
    auto answer = wait_for(*asked, patience_ms, stop);
    if (!answer) return fail(ErrorCode::busy, host + ": the name service does not answer");
    if (answer->problem != 0) return fail(ErrorCode::missing, host + ": " + gai_strerror(answer->problem));
    return std::move(answer->addresses);
}

}  // namespace linli::kiosk
