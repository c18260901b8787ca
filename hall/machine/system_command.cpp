// SPDX-License-Identifier: Apache-2.0
#include "hall/machine/system_command.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

namespace linli {
namespace {

constexpr std::chrono::seconds patience{10};
constexpr std::size_t words_max = 4096;
constexpr int no_such_program = 127;

using Moment = std::chrono::steady_clock::time_point;

/// Listens until the other end is closed, or until then.
void listen_to_the_end(int descriptor, std::string& words, Moment deadline) {
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd wait{descriptor, POLLIN, 0};
        if (left.count() <= 0 || poll(&wait, 1, static_cast<int>(left.count())) <= 0) return;
        std::array<char, 512> buffer{};
        const ssize_t count = read(descriptor, buffer.data(), buffer.size());
        if (count <= 0) return;
        if (words.size() < words_max) words.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

/// Its exit code; -1 where it had to be killed. A program may close its streams long before it ends.
int end_of(pid_t child, Moment deadline) {
    int status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(child, &status, WNOHANG)) == 0 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (ended == child) return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return -1;
}

}  // namespace

CommandEnd run_system_command(const std::vector<std::string>& words, Listen listen) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    const bool output = listen == Listen::to_output;
    const pid_t child = fork();
    if (child == 0) {
        dup2(nowhere, STDIN_FILENO);
        dup2(nowhere, output ? STDERR_FILENO : STDOUT_FILENO);
        dup2(ends[1], output ? STDOUT_FILENO : STDERR_FILENO);
        execvp(arguments[0], arguments.data());
        _exit(no_such_program);
    }
    close(ends[1]);
    close(nowhere);
    CommandEnd end;
    const Moment deadline = std::chrono::steady_clock::now() + patience;
    if (child > 0) listen_to_the_end(ends[0], end.words, deadline);
    close(ends[0]);
    if (child > 0) end.exit_code = end_of(child, deadline);
    return end;
}

}  // namespace linli
