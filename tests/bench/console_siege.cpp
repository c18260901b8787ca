// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "tests/bench/console_bench.h"
#include "tests/bench/running_console.h"

namespace linli::bench {
namespace {

constexpr int half_open = 500;
constexpr int flooding = 4;
constexpr std::size_t header_bytes = 4UL * 1024 * 1024;
constexpr int calm_seconds = 5;
constexpr useconds_t pause_us = 20'000;

int connected(int port) {
    const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{5, 0};
    setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return file;
    close(file);
    return -1;
}

/// Connections that began to ask, half of them in clear text and half of them for TLS, and are kept so by beginning
/// anew wherever the server has lost its patience.
class HalfOpen {
public:
    explicit HalfOpen(const RunningConsole& console) : console_(console), files_(half_open, -1) { keep(); }
    ~HalfOpen() {
        for (const int file : files_)
            if (file >= 0) close(file);
    }
    HalfOpen(const HalfOpen&) = delete;
    HalfOpen& operator=(const HalfOpen&) = delete;

    void keep() {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            char byte = 0;
            if (files_[i] >= 0 && recv(files_[i], &byte, 1, MSG_DONTWAIT | MSG_PEEK) != 0) continue;
            if (files_[i] >= 0) close(files_[i]);
            const Way way = i % 2 == 0 ? Way::clear : Way::tls;
            files_[i] = connected(console_.port(way));
            const std::string begun = way == Way::clear ? "GET /api/front HTTP/1.1\r\nHost: 127" : "\x16\x03\x01\x02";
            if (files_[i] >= 0) (void)!send(files_[i], begun.data(), begun.size(), MSG_NOSIGNAL);
        }
    }

private:
    const RunningConsole& console_;
    std::vector<int> files_;
};

/// Heads of 4 MiB, one after another.
void flood(int port, const std::atomic<bool>& stopping, std::atomic<int>& sent) {
    const std::string head = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + std::string(header_bytes, 'a');
    std::string answer(4096, '\0');
    while (!stopping) {
        const int file = connected(port);
        if (file < 0) continue;
        std::size_t at = 0;
        while (at < head.size() && !stopping) {
            const ssize_t count =
                send(file, head.data() + at, std::min<std::size_t>(65'536, head.size() - at), MSG_NOSIGNAL);
            if (count <= 0) break;
            at += static_cast<std::size_t>(count);
        }
        (void)!recv(file, answer.data(), answer.size(), 0);
        close(file);
        ++sent;
    }
}

struct Served {
    std::vector<double> lengths_ms;
    int failed = 0;
    double memory_early = 0, memory_late = 0, memory_most = 0;
};

/// Somebody else asks meanwhile: over a connection that is kept, and by turns over a new one.
Served serve_others(const RunningConsole& console, HalfOpen* half, int seconds) {
    Served served;
    const auto kept = console.client(Way::clear);
    const double begin = now_seconds();
    double looked = begin;
    for (int i = 0; now_seconds() - begin < seconds; ++i) {
        const auto fresh = i % 2 == 0 ? nullptr : console.client(i % 4 == 1 ? Way::clear : Way::tls);
        const double before = now_seconds();
        if ((fresh ? *fresh : *kept).get("/api/front").status != 200) ++served.failed;
        served.lengths_ms.push_back((now_seconds() - before) * 1000);
        usleep(pause_us);
        if (now_seconds() - looked < 0.5) continue;
        looked = now_seconds();
        if (half) half->keep();
        const double memory = proportional_memory_mb(console.pid());
        served.memory_most = std::max(served.memory_most, memory);
        if (looked - begin < seconds * 0.25) served.memory_early = memory;
        served.memory_late = memory;
    }
    return served;
}

}  // namespace

bool bench_console_siege(int seconds) {
    const auto console = RunningConsole::start();
    if (!console) return false;
    sleep(2);
    const double before = proportional_memory_mb(console->pid());
    Served calm = serve_others(*console, nullptr, calm_seconds);
    std::atomic<bool> stopping = false;
    std::atomic<int> sent = 0;
    Served served;
    {
        HalfOpen half(*console);
        std::vector<std::thread> floods;
        for (int i = 0; i < flooding; ++i)
            floods.emplace_back(
                [&, way = i % 2 == 0 ? Way::clear : Way::tls] { flood(console->port(way), stopping, sent); });
        served = serve_others(*console, &half, seconds);
        stopping = true;
        for (std::thread& thread : floods) thread.join();
    }
    sleep(4);
    const double after = proportional_memory_mb(console->pid());
    print_figure("console: headers of 4 MiB sent beside 500 half-open", sent, "");
    print_figure("console: others served without them (99 %)", percentile(calm.lengths_ms, 0.99), "ms");
    bool holds = print_row("console: others served meanwhile (99 %)", percentile(served.lengths_ms, 0.99), "ms",
                           Budget::at_most, 100);
    holds &= print_row("console: others not served", served.failed, "", Budget::at_most, 0);
    print_figure("console: memory before (PSS)", before, "MiB");
    print_figure("console: memory meanwhile, at most (PSS)", served.memory_most, "MiB");
    holds &= print_row("console: memory grown while it went on", served.memory_late - served.memory_early, "MiB",
                       Budget::at_most, 2);
    return print_row("console: memory kept afterwards", after - before, "MiB", Budget::at_most, 2) && holds;
}

}  // namespace linli::bench
