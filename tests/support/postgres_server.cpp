// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres_server.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace linli::support {
namespace {

constexpr const char* programs = "/usr/lib/postgresql/15/bin/";
constexpr std::chrono::seconds start_wait{60};

/// PostgreSQL refuses to run as root.
const passwd* unprivileged() {
    if (geteuid() != 0) return nullptr;
    const passwd* user = getpwnam("postgres");
    return user ? user : getpwnam("nobody");
}

}  // namespace

PostgresServer& PostgresServer::of_this_program() {
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() {
    if (const passwd* const user = unprivileged())
        if (chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown failed");
    const std::string data = folder_.file("data").string();
    int status = 0;
    const pid_t maker =
        start("initdb", "-D " + data + " -U linli --auth=trust --encoding=UTF8 --locale=C --no-sync --no-instructions");
    if (waitpid(maker, &status, 0) < 0 || status != 0)
        throw std::runtime_error("initdb failed: " + read_file(folder_.file("initdb.log")));
    pid_ = start("postgres", "-D " + data + " -k " + folder_.path().string() +
                                 " -c listen_addresses= -c fsync=on -c shared_buffers=32MB -c max_connections=40");
    await_ready();
}

PostgresServer::~PostgresServer() {
    if (pid_ <= 0) return;
    kill(pid_, SIGINT);  // "fast": connections are cut off
    waitpid(pid_, nullptr, 0);
}

pid_t PostgresServer::start(const std::string& program, const std::string& words) const {
    std::vector<std::string> all = {programs + program};
    std::istringstream split(words);
    for (std::string word; split >> word;) all.push_back(word);
    std::vector<char*> pointers;
    for (std::string& word : all) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const std::string log = folder_.file(program + ".log").string();
    const passwd* const user = unprivileged();
    const std::string folder = folder_.path().string();
    std::fflush(nullptr);
    const pid_t pid = fork();
    if (pid < 0) throw std::runtime_error("fork failed");
    if (pid != 0) return pid;
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    const bool humble = !user || (setgid(user->pw_gid) == 0 && setuid(user->pw_uid) == 0);
    // A test program that crashes leaves no server behind. Set after the user, whose change clears it.
    prctl(PR_SET_PDEATHSIG, SIGINT);
    if (humble && chdir(folder.c_str()) == 0) execv(pointers[0], pointers.data());
    _exit(127);
}

void PostgresServer::await_ready() const {
    const auto until = std::chrono::steady_clock::now() + start_wait;
    const auto mark = folder_.file("data") / "postmaster.pid";
    while (std::chrono::steady_clock::now() < until) {
        if (std::filesystem::exists(mark) && read_file(mark).find("ready") != std::string::npos) return;
        if (waitpid(pid_, nullptr, WNOHANG) == pid_) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    throw std::runtime_error("PostgreSQL did not start: " + read_file(folder_.file("postgres.log")));
}

std::string PostgresServer::conninfo(const std::string& schema) const {
    return "host=" + folder_.path().string() + " user=linli dbname=postgres options='-c search_path=" + schema + "'";
}

}  // namespace linli::support
