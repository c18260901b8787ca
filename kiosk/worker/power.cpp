// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/power.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>

namespace linli::kiosk {
namespace {

constexpr int patience_ms = 10'000;
constexpr std::size_t words_max = 4096;
constexpr int reads_max = 10'000;

/// What a program wrote on stderr until it ended, or until patience did.
struct Ended {
    int status = -1;
    std::string words;
};

Ended run(const char* program, const char* verb) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        execlp(program, program, "--no-ask-password", verb, static_cast<char*>(nullptr));
        _exit(127);
    }
    close(ends[1]);
    Ended ended;
    pollfd wait{ends[0], POLLIN, 0};
    bool to_the_end = false;
    for (int i = 0; child > 0 && i < reads_max && poll(&wait, 1, patience_ms) > 0; ++i) {
        std::array<char, 512> buffer{};
        const ssize_t count = read(ends[0], buffer.data(), buffer.size());
        to_the_end = count <= 0;
        if (to_the_end) break;
        if (ended.words.size() < words_max) ended.words.append(buffer.data(), static_cast<std::size_t>(count));
    }
    close(ends[0]);
    if (child < 0) return {};
    if (!to_the_end) kill(child, SIGKILL);
    waitpid(child, &ended.status, 0);
    return ended;
}

}  // namespace

const char* name_of(PowerOutcome outcome) {
    constexpr std::array names{"ordered", "not_permitted", "not_here", "failed"};
    return names[static_cast<std::size_t>(outcome)];
}

PowerOutcome SystemPower::order(PowerOrder order) {
    const Ended ended = run(program_, order == PowerOrder::restart ? "reboot" : "poweroff");
    if (WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == 0) return PowerOutcome::ordered;
    spdlog::warn("{}: {}", program_, ended.words);
    if (WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == 127) return PowerOutcome::not_here;
    for (const char* sign : {"ermission", "ccess denied", "uthenti", "uthoriz"})
        if (ended.words.find(sign) != std::string::npos) return PowerOutcome::not_permitted;
    return PowerOutcome::failed;
}

}  // namespace linli::kiosk
