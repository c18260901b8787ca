// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>

#include "hall/acts/acts_together.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/faults/many_programs.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::support;

namespace {

// What went wrong, in a child of the test where its macros cannot be used; empty where nothing did.
using Problem = std::string;

Result<Decision<Ticket>> issue(Hall& hall, const std::string& key) {
    return issue_number(hall, {"senior-card", {}, key, {}});
}

// Issues until the disk is full, checks that the act which met it left nothing, frees space and goes on.
Problem fill_and_go_on(const std::filesystem::path& database, const std::function<void()>& free_space) {
    const SystemClock clock;
    const auto hall = Hall::open(database, clock, Actor{"test"});
    if (!hall) return "open: " + hall.error().message;
    TicketStore& tickets = (*hall)->stores().tickets;
    std::string key = new_key();
    int issued = 0;
    auto one = issue(**hall, key);
    for (; one && issued < 20'000; one = issue(**hall, key = new_key())) {
        if (!*one) return std::string("refused: ") + name_of(one->error().why);
        ++issued;
    }
    if (one) return "it never became full";
    if (one.error().code != ErrorCode::disk_full)
        return std::string(name_of(one.error().code)) + ": " + one.error().message;
    for (int again = 0; again < 3; ++again)
        if (one = issue(**hall, key); one || one.error().code != ErrorCode::disk_full)
            return "the second try says otherwise";
    if (const auto count = tickets.count(1); !count || *count != issued) return "something of the act was kept";
    if (const auto check = verify_journal(**hall); !check || check->fault)
        return "the journal is not whole when it is full";

    free_space();
    const auto after = issue(**hall, key);
    if (!after) return "after space was freed: " + after.error().message;
    if (!*after || (*after)->number != issued + 1) return "a number was skipped or doubled";
    if (const auto check = verify_journal(**hall); !check || check->fault) return "the journal is not whole afterwards";
    if (const auto faults = (*hall)->stores().database->integrity_faults(); !faults || !faults->empty())
        return "a page is damaged";
    return issued > 10 ? "" : "too few were issued to say anything";
}

// The same with five acts that are made durable together: the five that meet the full disk are undone together.
Problem fill_together(const std::filesystem::path& database, const std::function<void()>& free_space) {
    const SystemClock clock;
    int issued = 0;
    const auto issue_five = [&]() -> Status {
        LINLI_TRY_ASSIGN(const auto hall, Hall::open(database, clock, Actor{"test"}));
        ActsTogether together(*hall);
        int here = 0;
        for (int i = 0; i < 5; ++i) {
            LINLI_TRY_ASSIGN(const auto one, issue(*hall, new_key()));
            if (one) ++here;
        }
        LINLI_TRY(together.commit());
        issued += here;
        return {};
    };
    Status five = issue_five();
    for (int round = 0; five && round < 2'000; ++round) five = issue_five();
    if (five) return "it never became full";
    if (five.error().code != ErrorCode::disk_full) return name_of(five.error().code) + (": " + five.error().message);
    free_space();
    const auto hall = Hall::open(database, clock, Actor{"test"});
    if (!hall) return "open: " + hall.error().message;
    if (const auto count = (*hall)->stores().tickets.count(1); !count || *count != issued)
        return "what was undone together was kept, or the other way round";
    if (const auto after = issue_five(); !after) return "after space was freed: " + after.error().message;
    if (const auto check = verify_journal(**hall); !check || check->fault) return "the journal is not whole afterwards";
    if (const auto faults = (*hall)->stores().database->integrity_faults(); !faults || !faults->empty())
        return "a page is damaged";
    return issued > 10 ? "" : "too few were issued to say anything";
}

/// A small disk in memory over a folder, seen by this child only.
class SmallDisk {
public:
    SmallDisk(const std::filesystem::path& folder, const char* size) : folder_(folder) {
        if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return;
        // In a changed root "/" is no mount of its own and cannot be made private; the end takes the disk away again.
        (void)mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        there_ = mount("none", folder_.c_str(), "tmpfs", 0, size) == 0;
    }
    ~SmallDisk() {
        if (there_) umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool there() const { return there_; }

private:
    std::filesystem::path folder_;
    bool there_ = false;
};

}  // namespace

TEST_CASE("when the files may grow no further, acts made together are undone together") {
    const SharedHall shared({});
    const Problem problem = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limited{600 * 1024, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limited);
        return fill_together(shared.database, [] {
            const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &unlimited);
        });
    });
    CHECK(problem == "");
}

TEST_CASE("when the files may grow no further an act leaves nothing, and goes on once they may") {
    const SharedHall shared({});
    const Problem problem = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limited{600 * 1024, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limited);
        return fill_and_go_on(shared.database, [] {
            const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &unlimited);
        });
    });
    CHECK(problem.empty());
    INFO(problem);
    const SystemClock clock;
    CHECK(
        value_of(verify_journal(*value_of(Hall::open(shared.database, clock, Actor{"test"})))).fault.value_or("none") ==
        "none");
}

TEST_CASE("when the disk is full an act leaves nothing, and goes on once there is space") {
    const TempFolder folder;
    const std::string problem = in_child([&]() -> Problem {
        const SmallDisk disk(folder.path(), "size=5m");
        if (!disk.there()) return "no mounts here";
        const SystemClock clock;
        // Something else fills the disk, and is deleted.
        const auto other = folder.file("other");
        write_file(other, std::string(2 << 20, 'x'));
        if (const auto hall = Hall::create(folder.file("hall.db"), clock, Actor{"test"}, busy_hall()); !hall)
            return "create: " + hall.error().message;
        return fill_and_go_on(folder.file("hall.db"), [&] { std::filesystem::remove(other); });
    });
    if (problem == "no mounts here")
        SKIP("this machine gives tests no mounts of their own; the limit on files is tested above");
    CHECK(problem == "");
}

TEST_CASE("a file system that has become read-only is said to be") {
    const TempFolder folder;
    const std::string answer = in_child([&]() -> std::string {
        const SmallDisk disk(folder.path(), "size=8m");
        if (!disk.there()) return "no mounts here";
        const SystemClock clock;
        if (!Hall::create(folder.file("hall.db"), clock, Actor{"test"}, busy_hall())) return "create";
        if (mount("none", folder.path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=8m") != 0) return "remount";
        const auto hall = Hall::open(folder.file("hall.db"), clock, Actor{"test"});
        return hall ? "opened" : name_of(hall.error().code);
    });
    if (answer == "no mounts here") SKIP("this machine gives tests no mounts of their own");
    CHECK(answer == "read_only");
}

TEST_CASE("a hall that the disk has no room for is not half made") {
    const TempFolder folder;
    const auto database = folder.file("hall.db");
    const std::string answer = in_child([&]() -> std::string {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limited{40 * 1024, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limited);
        const SystemClock clock;
        const auto hall = Hall::create(database, clock, Actor{"test"}, busy_hall());
        return hall ? "made" : name_of(hall.error().code);
    });
    CHECK(answer == "disk_full");
    CHECK(std::filesystem::is_empty(folder.path()));
    // Once there is room, the same command makes it.
    const SystemClock clock;
    const auto made = Hall::create(database, clock, Actor{"test"}, busy_hall());
    INFO((made ? "" : made.error().message));
    CHECK(made.has_value());
}
