// SPDX-License-Identifier: Apache-2.0
// The district's disk is full, or says that it could not make something durable, at every call there is: the box is
// told to come again, nothing of a batch is kept by halves, and once the disk works all of it is there once.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "district/district.h"
#include "tests/faults/district_morning.h"
#include "tests/faults/two_sides.h"
#include "tests/support/cases.h"
#include "tests/support/power_cut.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;
using district::tests::monday_ms;

namespace {

/// As the box is told it: an answer of the district's that makes it come again.
std::string refusal_fault(const Error& error) {
    const web::Response response = district::answer(error);
    const bool again = std::ranges::any_of(
        response.headers, [](const auto& header) { return header.first == "Retry-After" && !header.second.empty(); });
    if (response.status != 503 || !again)
        return fmt::format("a failure is answered with {}: {}", response.status, error.message);
    return error.code == ErrorCode::disk_full || error.code == ErrorCode::io ? "" : "told as " + error.message;
}

struct Outcome {
    long failed = 0;  ///< how many calls did
    std::string fault;
};

/// The whole morning, where after `succeed` calls `fail` ones fail; the box comes again each time.
Outcome morning_with(const DistrictMorning& morning, DiskRecorder::Fault fault, long succeed, long fail) {
    const TempFolder folder;
    const district::DatabasePlace place{folder.file("district.db"), {}};
    write_file(place.file, morning.file_before());
    DiskRecorder disk;
    disk.fail_after(fault, succeed, fail);
    Outcome outcome;
    Promised promised;
    std::unique_ptr<district::Connection> connection;
    while (outcome.fault.empty() && !morning.all_done(promised)) {
        // The server keeps its connections, whatever happens on them.
        if (!connection) {
            auto opened = district::open_connection(place);
            if (opened)
                connection = std::move(*opened);
            else
                outcome.fault = refusal_fault(opened.error());
            continue;
        }
        const Status sent = morning.next(*connection, promised);
        if (!sent) outcome.fault = refusal_fault(sent.error());
        if (!sent && outcome.fault.empty() && disk.to_fail() == 0) outcome.fault = morning.fault(*connection, promised);
        (void)connection->execute("PRAGMA wal_checkpoint(PASSIVE)");
    }
    outcome.failed = fail - disk.to_fail();
    disk.fail_after(fault, 0, 0);
    if (outcome.fault.empty()) outcome.fault = morning.fault_at_the_end(*connection, promised);
    return outcome;
}

long fail_at_every_call(DiskRecorder::Fault fault, long fail) {
    spdlog::set_level(spdlog::level::off);
    const DistrictMorning morning;
    long cases = 0;
    for (bool failed = true; failed; ++cases) {
        const Outcome outcome = morning_with(morning, fault, cases, fail);
        INFO(cases);
        REQUIRE(outcome.fault == "");
        failed = outcome.failed > 0;
    }
    return cases - 1;
}

}  // namespace

TEST_CASE("the district's disk is full at any write, for a moment or for a while, and nothing is lost or doubled") {
    const long moments = fail_at_every_call(DiskRecorder::Fault::full, 1);
    const long whiles = fail_at_every_call(DiskRecorder::Fault::full, 30);
    CHECK(moments > 100);
    print_cases("a full disk at the district", moments + whiles);
}

TEST_CASE("the district's disk cannot make something durable, at any sync, and nothing is lost or doubled") {
    const long once = fail_at_every_call(DiskRecorder::Fault::sync, 1);
    const long often = fail_at_every_call(DiskRecorder::Fault::sync, 3);
    CHECK(once > 10);
    print_cases("failed syncs at the district", once + often);
}

TEST_CASE("a box keeps all while its district's disk is full, says so, and sends it once there is space") {
    TwoSides sides;
    sides.enrol();
    sides.kill_district();
    sides.start_district({.die_at = {}, .file_bytes_max = 300'000});
    sides.issue(700);
    CHECK(sides.sync({"once"}).exit_code == 1);
    const auto status = nlohmann::json::parse(sides.sync({"status", "--json"}).out);
    CHECK(status.at("unsent") >= 700);
    CHECK(status.at("trouble") == "busy");
    sides.free_space();
    const Finished sent = sides.sync({"once"});
    INFO(sent.out << sent.err);
    CHECK(sent.exit_code == 0);
    CHECK(sides.differences() == std::vector<std::string>{});
}
