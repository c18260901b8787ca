// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/heard_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/bench/figures.h"

namespace linli::bench {

HeardProcess::HeardProcess(const std::vector<std::string>& words, int heard) : begin_(now_seconds()) {
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

HeardProcess::~HeardProcess() {
    if (pid_ > 0) {
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
    }
    if (out_ >= 0) close(out_);
}

double HeardProcess::heard(const std::string& words) {
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

namespace {

/// Of a file of /proc whose lines are "Name:  kilobytes kB"; far too much where there is none.
double megabytes_in(pid_t pid, const std::string& file_name, const std::string& name) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/" + file_name);
    std::string word;
    while (file >> word)
        if (word == name) {
            double kilobytes = 0;
            file >> kilobytes;
            return kilobytes / 1024;
        }
    return 1e9;
}

}  // namespace

double peak_memory_mb(pid_t pid) { return megabytes_in(pid, "status", "VmHWM:"); }
double proportional_memory_mb(pid_t pid) { return megabytes_in(pid, "smaps_rollup", "Pss:"); }

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

}  // namespace linli::bench
