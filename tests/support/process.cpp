// SPDX-License-Identifier: Apache-2.0
#include "tests/support/process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "tests/support/temp_folder.h"

namespace linli::support {
namespace {

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int wait_for(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return code_of(status);
}

std::vector<std::string> environment_of(const Started& started) {
    std::vector<std::string> all;
    for (const char* name : {"PATH", "TMPDIR", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) all.push_back(std::string(name) + "=" + value);
    for (const auto& [name, value] : started.environment) all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Finished run_program(const Started& started) {
    // Files and not pipes: nothing can block however much is written.
    const TempFolder folder;
    write_file(folder.file("in"), started.input);
    std::vector<std::string> words = started.words, environment = environment_of(started);
    const std::vector<char*> word_pointers = pointers_to(words), environment_pointers = pointers_to(environment);
    const std::string in = folder.file("in"), out = folder.file("out"), err = folder.file("err");
    std::fflush(nullptr);
    const pid_t pid = fork();
    if (pid < 0) throw std::runtime_error("fork failed");
    if (pid == 0) {
        constexpr int writing = O_WRONLY | O_CREAT | O_TRUNC;
        dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
        dup2(open(out.c_str(), writing, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), writing, 0600), STDERR_FILENO);
        execvpe(word_pointers[0], word_pointers.data(), environment_pointers.data());
        _exit(127);
    }
    Finished finished;
    finished.exit_code = wait_for(pid);
    finished.out = read_file(out);
    finished.err = read_file(err);
    return finished;
}

Child::Child(const std::function<int()>& body) {
    std::fflush(nullptr);
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("fork failed");
    if (pid_ == 0) _exit(body());
}

Child::~Child() {
    if (pid_ > 0) kill_at_once();
}

std::string in_child(const std::function<std::string()>& body) {
    std::array<int, 2> pipe_ends{};
    if (pipe(pipe_ends.data()) != 0) throw std::runtime_error("pipe failed");
    Child child([&] {
        const std::string words = body();
        return write(pipe_ends[1], words.data(), words.size()) == static_cast<ssize_t>(words.size()) ? 0 : 1;
    });
    close(pipe_ends[1]);
    std::string answer;
    std::array<char, 4096> piece{};
    for (ssize_t count = 0; (count = read(pipe_ends[0], piece.data(), piece.size())) > 0;)
        answer.append(piece.data(), static_cast<std::size_t>(count));
    close(pipe_ends[0]);
    const int code = child.wait();
    return code == 0 ? answer : "ended with " + std::to_string(code);
}

int Child::wait() {
    const int code = wait_for(pid_);
    pid_ = -1;
    return code;
}

void Child::tell_to_end() const { kill(pid_, SIGTERM); }

void Child::kill_at_once() {
    kill(pid_, SIGKILL);
    wait_for(pid_);
    pid_ = -1;
}

}  // namespace linli::support
