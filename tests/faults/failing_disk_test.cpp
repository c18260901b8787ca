// SPDX-License-Identifier: Apache-2.0
// The hall's disk is full, or says that it could not make something durable, at every call there is: the act says so
// and leaves nothing, and asked again with the same key it is done once, for good.
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/acts_together.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/faults/many_programs.h"
#include "tests/support/cases.h"
#include "tests/support/power_cut.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr const char* database = "hall.db";
constexpr int alone = 4, together = 3;

std::string key_of(int index) { return fmt::format("number {:06} of the morning", index); }

Status issue(Hall& hall, int index) {
    LINLI_TRY_ASSIGN(const auto issued, issue_number(hall, {"senior-card", {}, key_of(index), {}}));
    return issued ? Status() : Status(fail(ErrorCode::invalid_input, "refused"));
}

Status issue_together(Hall& hall, int first) {
    ActsTogether acts(hall);
    for (int index = first; index < first + together; ++index) LINLI_TRY(issue(hall, index));
    return acts.commit();
}

/// What is wrong with how a failure was told.
std::string told_wrongly(const Error& error) {
    return error.code == ErrorCode::disk_full || error.code == ErrorCode::io ? "" : "told as " + error.message;
}

std::string fault_of(const std::filesystem::path& file, int numbers) {
    const SystemClock clock;
    const auto hall = Hall::open(file, clock, Actor{"after"});
    if (!hall) return "it cannot be opened: " + hall.error().message;
    if (const auto check = verify_journal(**hall); !check || check->fault) return "the journal is not whole";
    if (const auto damage = (*hall)->stores().database->integrity_faults(); !damage || !damage->empty())
        return "a page is damaged";
    for (int index = 0; index < numbers; ++index)
        if (const auto row = (*hall)->stores().tickets.find_by_key(key_of(index)); !row || !*row)
            return fmt::format("number {} was told and is not there", index);
    return value_of((*hall)->stores().tickets.count(1)) == numbers ? "" : "something is there twice";
}

struct Outcome {
    long failed = 0;
    std::string fault;
};

/// Numbers alone and together, where after `succeed` calls `fail` ones fail; then the power is cut.
Outcome morning_with(const std::string& before, DiskRecorder::Fault fault, long succeed, long fail) {
    const TempFolder folder;
    write_file(folder.file(database), before);
    const SystemClock clock;
    Outcome outcome;
    DiskRecorder disk;
    disk.fail_after(fault, succeed, fail);
    int told = 0;
    std::unique_ptr<Hall> hall;
    while (told < 2 * (alone + together) && outcome.fault.empty()) {
        if (!hall) {
            auto opened = Hall::open(folder.file(database), clock, Actor{"test"});
            if (opened)
                hall = std::move(*opened);
            else
                outcome.fault = told_wrongly(opened.error());
            continue;
        }
        const bool is_alone = told % (alone + together) < alone;
        const Status done = is_alone ? issue(*hall, told) : issue_together(*hall, told);
        if (done) told += is_alone ? 1 : together;
        if (!done) outcome.fault = told_wrongly(done.error());
        if (told % (alone + together) == 0) (void)hall->stores().database->execute("PRAGMA wal_checkpoint(PASSIVE)");
    }
    outcome.failed = fail - disk.to_fail();
    CutDisk cut({{database, before}}, CutDisk::Disk::honest);
    for (const DiskRecorder::Step& step : disk.steps()) cut.follow(step);
    const TempFolder after;
    cut.cut(after.path(), fault_seed() + static_cast<std::uint32_t>(succeed));
    hall.reset();
    if (outcome.fault.empty()) outcome.fault = fault_of(folder.file(database), told);
    if (outcome.fault.empty()) outcome.fault = fault_of(after.file(database), told);
    return outcome;
}

/// At every `every`th call.
long fail_at_calls(DiskRecorder::Fault fault, long fail, long every) {
    const SharedHall shared({});
    const std::string before = read_file(shared.database);
    long cases = 0;
    for (bool failed = true; failed; ++cases) {
        const Outcome outcome = morning_with(before, fault, cases * every, fail);
        INFO(cases * every);
        REQUIRE(outcome.fault == "");
        failed = outcome.failed > 0;
    }
    return cases - 1;
}

}  // namespace

TEST_CASE("the hall's disk is full at any write, and each number that was told is there once") {
    print_cases("a full disk at the hall",
                fail_at_calls(DiskRecorder::Fault::full, 1, 1) + fail_at_calls(DiskRecorder::Fault::full, 20, 3));
}

TEST_CASE("the hall's disk cannot make something durable, at any sync, and each number that was told is there once") {
    print_cases("failed syncs at the hall",
                fail_at_calls(DiskRecorder::Fault::sync, 1, 1) + fail_at_calls(DiskRecorder::Fault::sync, 3, 1));
}
