// SPDX-License-Identifier: Apache-2.0
// Scans on their way from a hall to its district, by the real programs, which are killed and slowed down.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <nlohmann/json.hpp>

#include "district/store/open_database.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/faults/two_sides.h"
#include "tests/support/attachments.h"
#include "tests/support/places.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr district::Statement how_far{"faults_how_far",
                                      "SELECT received, complete_ms, (SELECT count(*) FROM ticket) FROM attachment"};
constexpr district::Statement held{"faults_held",
                                   "SELECT sum(length(bytes)), count(*), count(DISTINCT begins) FROM attachment_part"};

struct Bringing : TwoSides {
    Bringing() {
        enrol();
        issue(3);
        REQUIRE(sync({"once"}).exit_code == 0);
    }
    std::string keep(const std::string& bytes) const {
        const SystemClock clock;
        const auto opened = value_of(Hall::open(hall.database, clock, Actor{"scanner"}));
        return done(keep_attachment(*opened, {"a scan", {}, bytes_of(bytes)})).digest;
    }
    /// `linli-sync run`, at most so fast.
    Child slow_agent(const std::string& kilobytes_per_second) const {
        return Child([this, kilobytes_per_second] {
            const std::string program = sync_program_path();
            execl(program.c_str(), program.c_str(), "--database", hall.database.c_str(), "--kilobytes-per-second",
                  kilobytes_per_second.c_str(), "run", nullptr);
            return 127;
        });
    }
    struct Progress {
        std::int64_t received = 0, tickets = 0;
        bool complete = false;
    };
    Progress progress() const {
        const auto connection = value_of(district::open_connection({district_database(), {}}));
        const auto rows = value_of(connection->run(how_far, {}));
        if (rows.empty()) return {};
        return {rows[0].integer(0), rows[0].integer(2), rows[0].integer_or_nothing(1).has_value()};
    }
    /// What the operator gets out of the district.
    std::string got(const std::string& digest) const {
        const auto file = hall.folder.file("got");
        const Finished written = district({"attachment", "get", "A hall", digest, "--out", file.string()});
        INFO(written.out << written.err);
        CHECK(written.exit_code == 0);
        return written.exit_code == 0 ? read_file(file) : "";
    }
    /// Not a byte of it lies there twice.
    void check_held(std::size_t bytes) const {
        const auto connection = value_of(district::open_connection({district_database(), {}}));
        const auto rows = value_of(connection->run(held, {}));
        CHECK(rows.at(0).integer(0) == static_cast<std::int64_t>(bytes));
        CHECK(rows.at(0).integer(1) == rows.at(0).integer(2));
    }
};

}  // namespace

TEST_CASE("a record that is written while a scan goes up over a thin line is there before the scan") {
    Bringing sides;
    const std::string bytes = pdf_of(5'000'000);
    const std::string digest = sides.keep(bytes);
    Child agent = sides.slow_agent("1500");
    constexpr useconds_t look_us = 20'000;
    constexpr int looks_max = 1'000;
    const auto wait_until = [&](const std::function<bool(const Bringing::Progress&)>& so) {
        Bringing::Progress now = sides.progress();
        for (int look = 0; look < looks_max && !so(now); ++look) {
            usleep(look_us);
            now = sides.progress();
        }
        REQUIRE(so(now));
        return now;
    };
    wait_until([](const auto& now) { return now.received > 1'000'000; });
    sides.issue(1);
    const auto arrived = wait_until([](const auto& now) { return now.tickets == 4; });
    CHECK_FALSE(arrived.complete);
    CHECK(arrived.received < 5'000'000);
    wait_until([](const auto& now) { return now.complete; });
    usleep(100'000);
    agent.kill_at_once();
    CHECK(sides.sync({"once"}).exit_code == 0);
    CHECK(sides.got(digest) == bytes);
    sides.check_held(bytes.size());
    CHECK(sides.differences().empty());
}

TEST_CASE("a scan is whole at the district whichever of the two is killed while it goes up") {
    Bringing sides;
    const std::string bytes = pdf_of(3'000'000);
    const std::string digest = sides.keep(bytes);
    for (int round = 0; round < 6; ++round) {
        Child agent = sides.slow_agent("2500");
        constexpr useconds_t least_us = 120'000, step_us = 37'000;
        usleep(least_us + step_us * static_cast<useconds_t>(round));
        if (round % 2 == 0) {
            agent.kill_at_once();
        } else {
            sides.kill_district();
        }
        if (round % 2 != 0) sides.start_district();
    }
    const Finished once = sides.sync({"once"});
    INFO(once.out << once.err);
    CHECK(once.exit_code == 0);
    CHECK(sides.got(digest) == bytes);
    sides.check_held(bytes.size());
    CHECK(sides.differences().empty());
}

TEST_CASE("killed at any named step of it, an agent brings the scan up once") {
    Bringing sides;
    const std::string bytes = pdf_of(400'000);
    const std::string digest = sides.keep(bytes);
    for (const std::string step : {"attachment_announced", "part_answered", "attachment_noted"})
        CHECK(sides.sync({"once"}, step).exit_code == 128 + SIGKILL);
    CHECK(sides.sync({"once"}, "attachment_announced").exit_code == 0);
    CHECK(sides.got(digest) == bytes);
    sides.check_held(bytes.size());
}

TEST_CASE("a district that was put back from before a scan gets it again") {
    Bringing sides;
    const auto files = [&](const std::filesystem::path& from, const std::filesystem::path& to) {
        for (const char* end : {"", "-wal"}) {
            std::filesystem::remove(to.string() + end);
            if (std::filesystem::exists(from.string() + end))
                std::filesystem::copy_file(from.string() + end, to.string() + end);
        }
        std::filesystem::remove(to.string() + "-shm");
    };
    const auto backup = sides.hall.folder.file("backup.db");
    sides.kill_district();
    files(sides.district_database(), backup);
    sides.start_district();
    const std::string bytes = pdf_of(300'000);
    const std::string digest = sides.keep(bytes);
    REQUIRE(sides.sync({"once"}).exit_code == 0);
    sides.kill_district();
    files(backup, sides.district_database());
    sides.start_district();
    REQUIRE(sides.district({"incarnation", "new"}).exit_code == 0);
    sides.sync({"once"});
    CHECK(sides.sync({"once"}).exit_code == 0);
    CHECK(sides.got(digest) == bytes);
    sides.check_held(bytes.size());
    CHECK(sides.differences().empty());
}

TEST_CASE("a scan that the disk has no room for leaves nothing behind, and numbers go on") {
    const SharedHall shared{{}};
    const std::string problem = in_child([&]() -> std::string {
        std::signal(SIGXFSZ, SIG_IGN);
        const SystemClock clock;
        const auto hall = Hall::open(shared.database, clock, Actor{"test"});
        if (!hall) return "open: " + hall.error().message;
        const auto before = (*hall)->stores().box.load();
        constexpr rlim_t room = 3'000'000;
        const rlimit limited{room, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limited);
        const auto kept = keep_attachment(**hall, {"a scan", {}, bytes_of(pdf_of(10'000'000))});
        if (kept) return "it was kept";
        if (kept.error().code != ErrorCode::disk_full)
            return name_of(kept.error().code) + (": " + kept.error().message);
        const auto after = (*hall)->stores().box.load();
        if (!after || after->journal_seq != before->journal_seq) return "an entry was left";
        const auto all = (*hall)->stores().attachments.all();
        if (!all || !all->empty()) return "an attachment was left";
        const auto issued = issue_number(**hall, {"senior-card", {}, new_key(), {}});
        if (!issued || !*issued) return "no number afterwards";
        const auto small = keep_attachment(**hall, {"a scan", {}, bytes_of(pdf_of(100'000))});
        if (!small || !*small) return "no small one afterwards";
        const auto check = verify_journal(**hall);
        return check && !check->fault ? "" : "the journal is not whole";
    });
    CHECK(problem == "");
}
