// SPDX-License-Identifier: Apache-2.0
// A hall and a large district: two processes that share one PostgreSQL, behind nginx and behind HAProxy, reached over
// TLS by the pin of their key.
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <csignal>

#include "hall/acts/take_number.h"
#include "hall/wire/sync_json.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

/// packaging/district-pair, until the end of the test.
class Pair {
public:
    explicit Pair(const std::string& proxy)
        : script_([this, proxy] {
              // PostgreSQL runs as somebody else where this is root.
              std::filesystem::permissions(folder_.path(),
                                           std::filesystem::perms::group_exec | std::filesystem::perms::others_exec,
                                           std::filesystem::perm_options::add);
              const auto script = (source_folder() / "packaging" / "district-pair").string();
              const auto programs = std::filesystem::path(district_program()).parent_path().string();
              const int out = open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
              dup2(out, STDOUT_FILENO);
              dup2(out, STDERR_FILENO);
              if (proxy == "haproxy")
                  execl(script.c_str(), script.c_str(), "--haproxy", "--programs", programs.c_str(), folder().c_str(),
                        nullptr);
              execl(script.c_str(), script.c_str(), "--programs", programs.c_str(), folder().c_str(), nullptr);
              return 127;
          }) {
        constexpr int looks_max = 600;
        for (int look = 0; look < looks_max && !is_ready(); ++look) usleep(100'000);
        INFO(said());
        REQUIRE(is_ready());
    }
    ~Pair() {
        script_.tell_to_end();
        script_.wait();
    }
    std::filesystem::path folder() const { return folder_.path() / "district"; }
    void kill_process(int which) const {
        const pid_t pid = std::stoi(read_file(folder() / ("district" + std::to_string(which) + ".pid")));
        REQUIRE(::kill(pid, SIGKILL) == 0);
    }
    /// `linli-district WORD…` over the same database.
    Finished district(std::vector<std::string> words) const {
        std::vector<std::string> all = {district_program(), "--data", (folder() / "district").string()};
        all.insert(all.end(), words.begin(), words.end());
        std::string conninfo = read_file(folder() / "conninfo");
        while (!conninfo.empty() && conninfo.back() == '\n') conninfo.pop_back();
        return run_program({all, {{"LINLI_DISTRICT_POSTGRES", conninfo}, {"LINLI_LANGUAGE", "en"}}, {}});
    }

private:
    std::string said() const { return std::filesystem::exists(out_) ? read_file(out_) : ""; }
    bool is_ready() const { return said().find("ready https://") != std::string::npos; }

    TempFolder folder_;
    std::filesystem::path out_ = folder_.file("out");
    Child script_;
};

/// On the machine's own clock, as the programs are.
struct RealHall {
    TempFolder folder;
    SystemClock clock;
    std::filesystem::path database = folder.file("hall.db");
    std::unique_ptr<Hall> open = value_of(Hall::create(database, clock, Actor{"test"}, always_open()));

    void issue(int count) const {
        for (int i = 0; i < count; ++i) done(issue_number(*open, {"senior-card", {}, new_key(), {}}));
    }
};

Finished agent(const RealHall& hall, std::vector<std::string> words, const std::string& input = {}) {
    std::vector<std::string> all = {sync_program_path(), "--database", hall.database.string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program({all, {{"LINLI_LANGUAGE", "en"}}, input});
}

}  // namespace

TEST_CASE("a hall joins a district of two processes by the pin of its key, and goes on when one of them dies") {
    const Pair pair(GENERATE("nginx", "haproxy"));
    const RealHall hall;
    hall.issue(30);
    const Finished added = pair.district({"hall", "add", "A hall", "--approve"});
    INFO(added.out << added.err);
    REQUIRE(added.out.find("linli1:") != std::string::npos);
    const Finished enrolled = agent(hall, {"enrol", "-"}, added.out.substr(added.out.find("linli1:")));
    INFO(enrolled.out << enrolled.err);
    REQUIRE(enrolled.exit_code == 0);
    CHECK(agent(hall, {"once"}).exit_code == 0);

    pair.kill_process(1);
    hall.issue(30);
    Finished again;
    for (int turn = 0; turn < 10 && (turn == 0 || again.exit_code != 0); ++turn) again = agent(hall, {"once"});
    INFO(again.out << again.err);
    CHECK(again.exit_code == 0);
    const Finished figures = pair.district({"--json", "figures"});
    INFO(figures.out << figures.err);
    CHECK(figures.out.find("\"taken\":60") != std::string::npos);
    CHECK(pair.district({"--json", "alarm", "list"}).out.find("kind") == std::string::npos);
}

TEST_CASE("a district whose key is not the one that was paired gets no record") {
    const Pair pair("nginx");
    const RealHall hall;
    const Finished added = pair.district({"hall", "add", "A hall", "--approve"});
    sync::Pairing pairing = value_of(sync::read_pairing(added.out.substr(added.out.find("linli1:"))));
    pairing.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    const Finished refused = agent(hall, {"enrol", "-"}, sync::pairing_text(pairing) + "\n");
    INFO(refused.out << refused.err);
    CHECK(refused.exit_code != 0);
    CHECK(pair.district({"--json", "hall", "list"}).out.find("box") == std::string::npos);
}
