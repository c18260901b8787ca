// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace linli::support {

/// How a program ended and what it wrote.
struct Finished {
    int exit_code = -1;  ///< 128 + the signal where one ended it
    std::string out;
    std::string err;
};

/// What a program is given.
struct Started {
    std::vector<std::string> words;                  ///< program first
    std::map<std::string, std::string> environment;  ///< besides PATH and TMPDIR; nothing else is handed down
    std::string input;
};

/// Runs a program to its end.
Finished run_program(const Started& started);

/// What `body` gives where it runs in a child of its own, so that limits and rights it sets bind nobody else; or how
/// the child ended.
std::string in_child(const std::function<std::string()>& body);

/// A child of this test that runs `body` and exits with what it gives. Waited for, and killed if need be, at the end.
class Child {
public:
    explicit Child(const std::function<int()>& body);
    ~Child();
    Child(Child&& other) noexcept : pid_(other.pid_) { other.pid_ = -1; }
    Child& operator=(Child&&) = delete;

    pid_t pid() const { return pid_; }
    /// The exit code, or 128 + the signal.
    int wait();
    /// As a system that shuts down does: SIGTERM.
    void tell_to_end() const;
    /// As if the power were cut.
    void kill_at_once();

private:
    pid_t pid_ = -1;
};

}  // namespace linli::support
