// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace linli::bench {

/// A program started with a pipe to what it says, on stdout or stderr; ended by pid.
class HeardProcess {
public:
    explicit HeardProcess(const std::vector<std::string>& words, int heard = STDOUT_FILENO);
    ~HeardProcess();
    HeardProcess(const HeardProcess&) = delete;
    HeardProcess& operator=(const HeardProcess&) = delete;

    /// Seconds from the start until it said this; below zero where it did not within ten seconds.
    double heard(const std::string& words);
    const std::string& said() const { return said_; }
    pid_t pid() const { return pid_; }

private:
    double begin_;
    pid_t pid_ = -1;
    int out_ = -1;
    std::string said_;
};

/// The most that lay in memory at one time, since the program began.
double peak_memory_mb(pid_t pid);
double proportional_memory_mb(pid_t pid);
/// Of all its threads, since they began.
double cpu_seconds(pid_t pid);

}  // namespace linli::bench
