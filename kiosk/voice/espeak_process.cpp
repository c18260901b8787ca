// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/espeak_process.h"

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "kiosk/voice/wave_file.h"

namespace linli::kiosk {
namespace {

constexpr std::size_t text_bytes_max = 2'000;
constexpr std::size_t sound_bytes_max = 120UL * sample_rate * 2 + 44;
constexpr std::chrono::seconds time_max{10};
constexpr int look_every_ms = 10;

/// The running process and our ends of its standard input and output; killed and waited for at the end.
class Process {
public:
    ~Process() {
        close_end(input_);
        close_end(output_);
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        wait();
    }
    Process() = default;
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    Status start(const EspeakOrder& order) {
        // Sockets, because writing to a closed pipe would end this program.
        int in[2] = {-1, -1}, out[2] = {-1, -1};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0) return failed("no socket");
        input_ = in[0];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, out) != 0) {
            close(in[1]);
            return failed("no socket");
        }
        output_ = out[0];
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, in[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", 1, 0);
        std::string words[] = {"espeak-ng", "-v",      order.voice, "-s", std::to_string(order.words_a_minute),
                               "--stdin",   "--stdout"};
        char* arguments[8] = {};
        for (std::size_t i = 0; i < std::size(words); ++i) arguments[i] = words[i].data();
        const int problem = posix_spawnp(&pid_, "espeak-ng", &files, nullptr, arguments, environ);
        posix_spawn_file_actions_destroy(&files);
        close(in[1]);
        close(out[1]);
        if (problem == 0) return {};
        pid_ = -1;
        return fail(problem == ENOENT ? ErrorCode::missing : ErrorCode::io,
                    std::string("espeak-ng does not start: ") + std::strerror(problem));
    }

    /// Gives it what it takes of the text now, and ends its input behind the last byte.
    void feed(std::string_view& text) {
        const ssize_t given = send(input_, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (given > 0) text.remove_prefix(static_cast<std::size_t>(given));
        if (text.empty() || (given < 0 && errno != EAGAIN && errno != EINTR)) close_end(input_);
    }

    /// True at the end of its output.
    bool take(std::string& sound) const {
        char piece[16'384];
        const ssize_t taken = read(output_, piece, sizeof piece);
        if (taken > 0) sound.append(piece, static_cast<std::size_t>(taken));
        return taken == 0 || (taken < 0 && errno != EINTR);
    }

    int input() const { return input_; }
    int output() const { return output_; }
    /// Its exit code; -1 where a signal ended it.
    int wait() {
        int state = 0;
        while (waitpid(pid_, &state, 0) < 0 && errno == EINTR) continue;
        pid_ = -1;
        return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    }

private:
    static void close_end(int& end) {
        if (end >= 0) close(end);
        end = -1;
    }
    static tl::unexpected<Error> failed(const char* what) {
        return fail(ErrorCode::io, std::string("espeak-ng: ") + what + ": " + std::strerror(errno));
    }
    pid_t pid_ = -1;
    int input_ = -1, output_ = -1;
};

}  // namespace

bool espeak_installed() {
    const char* path = std::getenv("PATH");
    std::string_view folders = path == nullptr ? "/usr/bin" : path;
    while (true) {
        const auto end = folders.find(':');
        const std::string program = std::string(folders.substr(0, end)) + "/espeak-ng";
        if (access(program.c_str(), X_OK) == 0) return true;
        if (end == std::string_view::npos) return false;
        folders.remove_prefix(end + 1);
    }
}

Result<Samples> espeak(const EspeakOrder& order, const std::atomic<bool>& cancelled) {
    if (order.text.size() > text_bytes_max)
        return fail(ErrorCode::invalid_input, "a text to be spoken is longer than 2,000 bytes");
    Process process;
    LINLI_TRY(process.start(order));
    std::string_view text = order.text;
    std::string sound;
    const auto until = std::chrono::steady_clock::now() + time_max;
    while (true) {
        pollfd ends[] = {{process.output(), POLLIN, 0}, {process.input(), POLLOUT, 0}};
        poll(ends, process.input() >= 0 ? 2 : 1, look_every_ms);
        if (cancelled) return fail(ErrorCode::io, "speaking was cut off");
        if (std::chrono::steady_clock::now() > until) return fail(ErrorCode::io, "espeak-ng took too long");
        if (process.input() >= 0 && ends[1].revents != 0) process.feed(text);
        if (ends[0].revents != 0 && process.take(sound)) break;
        if (sound.size() > sound_bytes_max) return fail(ErrorCode::io, "espeak-ng says too much");
    }
    if (process.wait() != 0) return fail(ErrorCode::io, "espeak-ng ended badly");
    return read_wave(sound);
}

}  // namespace linli::kiosk
