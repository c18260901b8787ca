// SPDX-License-Identifier: Apache-2.0
// The power is cut at every write that SQLite makes: what was said to be done is there, and nothing is damaged.
#include "tests/support/power_cut.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/acts_together.h"
#include "hall/acts/call_number.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/faults/many_programs.h"
#include "tests/support/cases.h"

using namespace linli;
using namespace linli::support;

namespace {

/// A number that somebody was told, and how much had been asked of the disk by then.
struct Told {
    std::string key;
    std::size_t steps = 0;
};

struct Morning {
    std::map<std::string, std::string> files_before;
    std::vector<DiskRecorder::Step> steps;
    std::vector<Told> told;
};

constexpr const char* database = "hall.db";

/// Numbers one by one and several together, calls in between, and a checkpoint, which writes into the database itself.
Morning record_morning() {
    const SharedHall shared({1});
    Morning morning;
    morning.files_before[database] = read_file(shared.database);
    const DiskRecorder recorder;
    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    const auto issue = [&] {
        const std::string key = new_key();
        done(issue_number(*hall, {"senior-card", {}, key, {}}));
        return key;
    };
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i) morning.told.push_back({issue(), recorder.steps().size()});
        std::vector<std::string> keys;
        ActsTogether together(*hall);
        for (int i = 0; i < 3; ++i) keys.push_back(issue());
        REQUIRE(together.commit().has_value());
        for (std::string& key : keys) morning.told.push_back({std::move(key), recorder.steps().size()});
        done(call_next(*hall, 1));
        done(finish(*hall, 1, {}));
        REQUIRE(hall->stores().database->execute("PRAGMA wal_checkpoint(RESTART)").has_value());
    }
    morning.steps = recorder.steps();
    return morning;
}

/// What is wrong with the files after a cut; empty for nothing.
std::string fault_after(const std::filesystem::path& file, const Morning& morning, std::size_t steps) {
    const SystemClock clock;
    const auto hall = Hall::open(file, clock, Actor{"after"});
    if (!hall) return "it cannot be opened: " + hall.error().message;
    const auto checked = verify_journal(**hall);
    if (!checked) return checked.error().message;
    if (checked->fault) return *checked->fault;
    const auto damage = (*hall)->stores().database->integrity_faults();
    if (!damage) return damage.error().message;
    if (!damage->empty()) return damage->front();
    for (const Told& one : morning.told) {
        if (one.steps > steps) break;
        const auto row = (*hall)->stores().tickets.find_by_key(one.key);
        if (!row) return row.error().message;
        if (!*row) return "a number that somebody was told is not there";
    }
    return {};
}

struct Tried {
    int cuts = 0;
    std::string first_fault;
};

/// Cuts after every step, in several ways each.
Tried try_all(const Morning& morning, CutDisk::Disk disk, std::uint32_t ways, int cuts_max) {
    CutDisk after(morning.files_before, disk);
    Tried tried;
    for (std::size_t step = 0; step < morning.steps.size() && tried.cuts < cuts_max; ++step) {
        after.follow(morning.steps[step]);
        for (std::uint32_t way = 0; way < ways; ++way) {
            const TempFolder folder;
            const DiskRecorder quick;
            after.cut(folder.path(), fault_seed() + static_cast<std::uint32_t>(step) * ways + way);
            ++tried.cuts;
            const std::string fault = fault_after(folder.file(database), morning, step + 1);
            if (!fault.empty() && tried.first_fault.empty())
                tried.first_fault = fmt::format("step {}, way {}: {}", step, way, fault);
            if (!tried.first_fault.empty()) {
                keep_folders_where_asked();
                return tried;
            }
        }
    }
    return tried;
}

}  // namespace

TEST_CASE("a power cut at any write loses nothing that was told, and damages nothing", "[random]") {
    const Morning morning = record_morning();
    REQUIRE(morning.steps.size() > 300);
    const Tried tried = try_all(morning, CutDisk::Disk::honest, 2, 1'000'000);
    CHECK(tried.first_fault == "");
    CHECK(tried.cuts == static_cast<int>(morning.steps.size()) * 2);
    print_cases("power cuts at the hall", tried.cuts);
}

TEST_CASE("a disk that says synced and is not would be noticed") {
    CHECK(try_all(record_morning(), CutDisk::Disk::lying, 2, 2'000).first_fault != "");
}
