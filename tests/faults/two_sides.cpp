// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/two_sides.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "district/store/open_database.h"
#include "hall/acts/acts_together.h"
#include "hall/acts/take_number.h"
#include "tests/faults/compare_sides.h"
#include "tests/support/places.h"

namespace linli::support {
namespace {

using district::Connection;

void into(const std::filesystem::path& file) {
    const int out = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
}

constexpr district::Statement integrity{"faults_integrity", "SELECT integrity_check FROM pragma_integrity_check"};

}  // namespace

TwoSides::TwoSides(std::string conninfo) : conninfo_(std::move(conninfo)) { start_district(); }

TwoSides::~TwoSides() = default;

void TwoSides::start_district(const DistrictFaults& faults) {
    const auto out = folder_.file("district.out");
    std::filesystem::remove(out);
    serving_ = std::make_unique<Child>([this, out, faults] {
        into(out);
        setenv("LINLI_DIE_AT", faults.die_at.c_str(), 1);
        if (faults.file_bytes_max) {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limited{*faults.file_bytes_max, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &limited);
        }
        setenv("LINLI_DISTRICT_POSTGRES", conninfo_.c_str(), 1);
        const std::string program = district_program(), data = (folder_.path() / "district").string();
        execl(program.c_str(), program.c_str(), "--data", data.c_str(), "serve", "--local-only", "--local-port",
              port_.c_str(), nullptr);
        return 127;
    });
    constexpr std::string_view begin = "http://127.0.0.1:";
    for (int look = 0; look < 2'000; ++look) {
        const std::string words = std::filesystem::exists(out) ? read_file(out) : "";
        const auto at = words.find(begin);
        const auto end = at == std::string::npos ? at : words.find('\n', at);
        if (end != std::string::npos) {
            port_ = words.substr(at + begin.size(), end - at - begin.size());
            return;
        }
        usleep(10'000);
    }
    FAIL("the district did not begin to serve");
}

void TwoSides::free_space() {
    const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
    REQUIRE(prlimit(serving_->pid(), RLIMIT_FSIZE, &unlimited, nullptr) == 0);
}

void TwoSides::kill_district() { serving_->kill_at_once(); }

Finished TwoSides::district(std::vector<std::string> words) const {
    std::vector<std::string> all = {district_program(), "--data", (folder_.path() / "district").string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program({all, {{"LINLI_DISTRICT_POSTGRES", conninfo_}, {"LINLI_LANGUAGE", "en"}}, {}});
}

Finished TwoSides::sync(std::vector<std::string> words, const std::string& die_at, const std::string& input) const {
    std::vector<std::string> all = {sync_program_path(), "--database", hall.database.string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program({all, {{"LINLI_DIE_AT", die_at}, {"LINLI_LANGUAGE", "en"}}, input});
}

void TwoSides::enrol() {
    const Finished added = district({"hall", "add", "A hall", "--approve", "--address", address()});
    const auto at = added.out.find("linli1:");
    REQUIRE(at != std::string::npos);
    const Finished enrolled = sync({"enrol", "-"}, {}, added.out.substr(at));
    INFO(enrolled.out << enrolled.err);
    REQUIRE(enrolled.exit_code == 0);
}

Child TwoSides::issuing() {
    return Child([this] {
        const SystemClock clock;
        const auto opened = Hall::open(hall.database, clock, Actor{"issuing"});
        if (!opened) return 1;
        while (true) {
            const auto issued = issue_number(**opened, {"senior-card", {}, new_key(), {}});
            if (!issued || !*issued) return 2;
            note(seen_, (*issued)->code());
            usleep(2'000);
        }
    });
}

Child TwoSides::agent(const std::string& die_at) const {
    return Child([this, die_at] {
        setenv("LINLI_DIE_AT", die_at.c_str(), 1);
        into(folder_.file("agent.out"));
        const std::string program = sync_program_path();
        execl(program.c_str(), program.c_str(), "--database", hall.database.c_str(), "run", nullptr);
        return 127;
    });
}

void TwoSides::issue(int count) {
    const SystemClock clock;
    const auto opened = value_of(Hall::open(hall.database, clock, Actor{"issuing"}));
    constexpr int at_once = 50;  // they wait for the disk together
    for (int i = 0; i < count; i += at_once) {
        std::vector<std::string> codes;
        ActsTogether together(*opened);
        for (int j = i; j < std::min(i + at_once, count); ++j)
            codes.push_back(done(issue_number(*opened, {"senior-card", {}, new_key(), {}})).code());
        REQUIRE(together.commit().has_value());
        for (const std::string& code : codes) note(seen_, code);
    }
}

void TwoSides::put_back(const std::filesystem::path& backup) const {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(district_database().string() + suffix);
    std::filesystem::copy_file(backup, district_database());
}

std::unique_ptr<Connection> TwoSides::open_district() const {
    return value_of(district::open_connection({district_database(), conninfo_}));
}

std::vector<std::string> TwoSides::differences(const std::string& hall_id) const {
    const SystemClock clock;
    const auto opened = value_of(Hall::open(hall.database, clock, Actor{"test"}));
    const auto connection = open_district();
    std::vector<std::string> faults = differences_between(*opened, *connection, seen_by_residents(), hall_id);
    if (!conninfo_.empty()) return faults;
    for (const district::Row& row : value_of(connection->run(integrity, {})))
        if (row.text(0) != "ok") faults.push_back("the district's database: " + row.text(0));
    return faults;
}

}  // namespace linli::support
