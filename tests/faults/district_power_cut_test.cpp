// SPDX-License-Identifier: Apache-2.0
// The power of the district's machine is cut at every write while it takes batches: what it acknowledged is there, and
// sending on makes all of it as if nothing had happened.
#include <fmt/format.h>

#include "tests/faults/district_morning.h"
#include "tests/support/cases.h"
#include "tests/support/power_cut.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;
using district::tests::monday_ms;

namespace {

constexpr const char* database = "district.db";

struct Recorded {
    std::vector<DiskRecorder::Step> steps;
    /// What was promised once so much had been asked of the disk.
    std::vector<std::pair<std::size_t, Promised>> promised;

    Promised by(std::size_t step) const {
        Promised newest;
        for (const auto& [after, one] : promised)
            if (after <= step) newest = one;
        return newest;
    }
};

/// `succeed`: how many syncs do before one fails.
Recorded record(const DistrictMorning& morning, long succeed = -1) {
    const TempFolder folder;
    write_file(folder.file(database), morning.file_before());
    DiskRecorder recorder;
    if (succeed >= 0) recorder.fail_after(DiskRecorder::Fault::sync, succeed, 1);
    Recorded recorded;
    auto connection = value_of(district::open_connection({folder.file(database), {}}));
    Promised promised;
    for (int turn = 0; !morning.all_done(promised); ++turn) {
        if (!morning.next(*connection, promised)) continue;  // the sync that failed: the box sends it again
        recorded.promised.emplace_back(recorder.steps().size(), promised);
        if (turn % 3 == 2) (void)connection->execute("PRAGMA wal_checkpoint(RESTART)");
    }
    recorded.steps = recorder.steps();
    return recorded;
}

std::string fault_after(const std::filesystem::path& file, const DistrictMorning& morning, const Promised& promised) {
    const auto connection = district::open_connection({file, {}});
    if (!connection) return "it cannot be opened: " + connection.error().message;
    if (const Status prepared = district::prepare_database(**connection, monday_ms); !prepared)
        return prepared.error().message;
    if (std::string found = morning.fault(**connection, promised); !found.empty()) return found;
    return morning.fault_at_the_end(**connection, promised);
}

struct Tried {
    long cuts = 0;
    std::string first_fault;
};

/// How often it is cut, and how many ways each time.
struct Cuts {
    std::size_t every = 1;
    std::uint32_t ways = 1;
};

Tried try_all(const DistrictMorning& morning, const Recorded& recorded, CutDisk::Disk disk, Cuts cuts) {
    CutDisk after({{database, morning.file_before()}}, disk);
    Tried tried;
    for (std::size_t step = 0; step < recorded.steps.size(); ++step) {
        after.follow(recorded.steps[step]);
        if (step % cuts.every != 0 && step + 1 < recorded.steps.size()) continue;
        for (std::uint32_t way = 0; way < cuts.ways; ++way) {
            const TempFolder folder;
            const DiskRecorder quick;
            const std::uint32_t seed = fault_seed() + static_cast<std::uint32_t>(step) * cuts.ways + way;
            after.cut(folder.path(), seed);
            ++tried.cuts;
            const std::string fault = fault_after(folder.file(database), morning, recorded.by(step + 1));
            if (fault.empty()) continue;
            keep_folders_where_asked();
            tried.first_fault = fmt::format("step {}, seed {}: {}", step, seed, fault);
            return tried;
        }
    }
    return tried;
}

}  // namespace

TEST_CASE("a power cut at any write of the district loses nothing that it acknowledged, and doubles nothing",
          "[random]") {
    const DistrictMorning morning;
    const Recorded recorded = record(morning);
    REQUIRE(recorded.steps.size() > 200);
    const Tried tried = try_all(morning, recorded, CutDisk::Disk::honest, {1, 4});
    CHECK(tried.first_fault == "");
    print_cases("power cuts at the district", tried.cuts);
}

TEST_CASE("a power cut after a sync of the district's that failed loses nothing that it acknowledged") {
    const DistrictMorning morning;
    long cuts = 0, syncs = 0;
    for (bool failed = true; failed; ++syncs) {
        const Recorded recorded = record(morning, syncs);
        failed = std::ranges::any_of(recorded.steps, [](const DiskRecorder::Step& step) {
            return step.what == DiskRecorder::Step::What::failed_sync;
        });
        const Tried tried = try_all(morning, recorded, CutDisk::Disk::honest, {41, 1});
        INFO(syncs);
        CHECK(tried.first_fault == "");
        cuts += tried.cuts;
    }
    CHECK(syncs > 10);
    print_cases("power cuts at the district after a failed sync", cuts);
}

TEST_CASE("a disk of the district's that says synced and is not would be noticed") {
    const DistrictMorning morning;
    CHECK(try_all(morning, record(morning), CutDisk::Disk::lying, {1, 3}).first_fault != "");
}
