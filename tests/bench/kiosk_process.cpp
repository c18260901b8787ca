// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/kiosk_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/demo_hall.h"
#include "tests/bench/figures.h"
#include "tests/support/places.h"

namespace linli::bench {
namespace {

constexpr int starts = 5;
constexpr int settle_seconds = 4;
constexpr int idle_seconds = 30;

/// A program started with a pipe to what it says; ended by pid.
class Child {
public:
    explicit Child(const std::vector<std::string>& words, int heard = STDOUT_FILENO) : begin_(now_seconds()) {
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0) return;
        pid_ = fork();
        if (pid_ == 0) {
            dup2(ends[1], heard);
            std::vector<char*> arguments;
            for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
            arguments.push_back(nullptr);
            execvp(arguments[0], arguments.data());
            _exit(127);
        }
        close(ends[1]);
        out_ = ends[0];
    }
    ~Child() {
        if (pid_ > 0) {
            kill(pid_, SIGTERM);
            waitpid(pid_, nullptr, 0);
        }
        if (out_ >= 0) close(out_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Seconds from the start until it said this; below zero where it did not within ten seconds.
    double heard(const std::string& words) {
        while (said_.find(words) == std::string::npos) {
            pollfd waiting{out_, POLLIN, 0};
            if (poll(&waiting, 1, 10'000) <= 0) return -1;
            char bytes[4096];
            const ssize_t count = read(out_, bytes, sizeof bytes);
            if (count <= 0) return -1;
            said_.append(bytes, static_cast<std::size_t>(count));
        }
        return now_seconds() - begin_;
    }
    const std::string& said() const { return said_; }
    pid_t pid() const { return pid_; }

private:
    double begin_;
    pid_t pid_ = -1;
    int out_ = -1;
    std::string said_;
};

double proportional_memory_mb(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string word;
    while (file >> word)
        if (word == "Pss:") {
            double kilobytes = 0;
            file >> kilobytes;
            return kilobytes / 1024;
        }
    return 1e9;
}

double cpu_seconds(pid_t pid) {
    double total = 0;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task")) {
        std::ifstream file(thread.path() / "schedstat");
        double nanoseconds = 0;
        file >> nanoseconds;
        total += nanoseconds / 1e9;
    }
    return total;
}

}  // namespace

bool bench_kiosk_process() {
    const ScratchFolder folder;
    const auto database = folder.file("hall.db");
    if (!cli::make_demo_hall(database)) return false;
    Child server({"Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp"});
    if (server.heard("\n") < 0) {
        print_row("Xvfb (packaging/dependencies brings it) started", 0, "", Budget::at_least, 1);
        return false;
    }
    setenv("DISPLAY", (":" + server.said().substr(0, server.said().find('\n'))).c_str(), 1);
    const std::vector<std::string> kiosk = {support::kiosk_program(), "--database", database.string()};
    std::vector<double> first_pictures;
    for (int i = 0; i < starts; ++i) {
        Child child(kiosk, STDERR_FILENO);
        first_pictures.push_back(child.heard("first picture"));
        if (first_pictures.back() < 0) return false;
    }
    bool holds = print_row("start to first picture, software renderer (median of 5)", percentile(first_pictures, 0.5),
                           "s", Budget::at_most, 0.3);
    Child child(kiosk, STDERR_FILENO);
    if (child.heard("first picture") < 0) return false;
    sleep(settle_seconds);
    holds &= print_row("memory (PSS)", proportional_memory_mb(child.pid()), "MiB", Budget::at_most, 60);
    const double before = cpu_seconds(child.pid());
    sleep(idle_seconds);
    return print_row("idle CPU", (cpu_seconds(child.pid()) - before) / idle_seconds * 100, "%", Budget::at_most, 0.2) &&
           holds;
}

}  // namespace linli::bench
