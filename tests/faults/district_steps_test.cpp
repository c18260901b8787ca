// SPDX-License-Identifier: Apache-2.0
// The district's server dies at every named step of its own, and the agent where the district turns out to miss
// entries; whatever happened, in the end every record is at the district once.
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <span>

#include "tests/district/test_district.h"
#include "tests/faults/two_sides.h"
#include "tests/support/cases.h"

using namespace linli;
using namespace linli::support;

namespace {

using Faults = std::vector<std::string>;
constexpr int killed = 128 + 9;

struct Step {
    const char* name;
    enum class Comes { with_records, with_a_message, with_a_token, with_a_new_token } comes;
};
constexpr Step steps[] = {
    {"push_received", Step::Comes::with_records},   {"push_received", Step::Comes::with_a_new_token},
    {"push_checked", Step::Comes::with_records},    {"push_inserted", Step::Comes::with_records},
    {"push_committed", Step::Comes::with_records},  {"push_committed", Step::Comes::with_a_new_token},
    {"push_answered", Step::Comes::with_records},   {"feed_read", Step::Comes::with_a_message},
    {"feed_answered", Step::Comes::with_a_message}, {"token_written", Step::Comes::with_a_token},
    {"token_committed", Step::Comes::with_a_token}, {"token_answered", Step::Comes::with_a_token},
};

constexpr std::size_t steps_of_push = 7;

void must(const Finished& finished) {
    INFO(finished.out << finished.err);
    REQUIRE(finished.exit_code == 0);
}

void prepare(const TwoSides& sides, Step::Comes comes) {
    if (comes == Step::Comes::with_a_message)
        must(sides.district({"command", "send", "A hall", "message.set", "--zh", "停电", "--en", "No power"}));
    if (comes == Step::Comes::with_a_token || comes == Step::Comes::with_a_new_token)
        must(sides.district({"command", "send", "A hall", "token.rotate"}));
    // The box has its new token, and has not used it yet.
    if (comes == Step::Comes::with_a_new_token) must(sides.sync({"once"}));
}

void heal(const TwoSides& sides) {
    for (int turn = 0; turn < 3; ++turn) must(sides.sync({"once"}));
    CHECK(sides.differences() == Faults{});
}

int die_at(TwoSides& sides, std::span<const Step> all) {
    int cases = 0;
    for (const Step& step : all) {
        INFO(step.name);
        prepare(sides, step.comes);
        sides.issue(510);  // more than one batch
        sides.kill_district();
        sides.start_district({.die_at = step.name, .file_bytes_max = {}});
        CHECK(sides.sync({"once"}).exit_code == 1);
        CHECK(sides.end_of_district() == killed);
        sides.start_district();
        heal(sides);
        ++cases;
    }
    return cases;
}

}  // namespace

TEST_CASE("the district dies at every step of its work, and nothing is lost or doubled") {
    TwoSides sides;
    sides.enrol();
    print_cases("the district killed at its own steps", die_at(sides, steps));
}

TEST_CASE("on PostgreSQL too the district dies at the steps of a push, and nothing is lost or doubled") {
    const district::tests::TestDistrict database(district::tests::Driver::postgres);
    TwoSides sides(database.place().conninfo);
    sides.enrol();
    print_cases("the district on PostgreSQL killed at its own steps",
                die_at(sides, std::span(steps).first(steps_of_push)));
}

TEST_CASE("the district dies while a box enrols, and the same pairing string still lets it in") {
    int cases = 0;
    for (const char* step : {"enrolment_written", "enrolment_committed", "enrolment_answered"}) {
        INFO(step);
        TwoSides sides;
        const Finished added = sides.district({"hall", "add", "A hall", "--approve", "--address", sides.address()});
        const std::string pairing = added.out.substr(added.out.find("linli1:"));
        sides.kill_district();
        sides.start_district({.die_at = step, .file_bytes_max = {}});
        sides.sync({"enrol", "-"}, {}, pairing);
        CHECK(sides.end_of_district() == killed);
        sides.start_district();
        sides.issue(10);
        if (sides.sync({"once"}).exit_code != 0) must(sides.sync({"enrol", "-"}, {}, pairing));
        heal(sides);
        ++cases;
    }
    print_cases("the district killed while a box enrols", cases);
}

TEST_CASE("a box that waits for its administrator is let in though the district died in between") {
    TwoSides sides;
    const Finished added = sides.district({"hall", "add", "A hall", "--address", sides.address()});
    must(sides.sync({"enrol", "-"}, {}, added.out.substr(added.out.find("linli1:"))));
    sides.kill_district();
    sides.start_district({.die_at = "enrolment_committed", .file_bytes_max = {}});
    must(sides.district({"hall", "approve", "A hall"}));
    CHECK(sides.sync({"once"}).exit_code == 1);
    CHECK(sides.end_of_district() == killed);
    sides.start_district();
    sides.issue(10);
    heal(sides);
}

TEST_CASE("the agent dies where a district that was put back says what it misses") {
    TwoSides sides;
    sides.enrol();
    sides.issue(30);
    must(sides.sync({"once"}));
    sides.kill_district();
    const TempFolder backup;
    std::filesystem::copy(sides.district_database().parent_path(), backup.path(),
                          std::filesystem::copy_options::recursive);
    sides.start_district();
    Child agent = sides.agent("gap_noted");
    sides.issue(30);
    const auto all_sent = [&] {
        const Faults faults = sides.differences();
        return faults.empty();
    };
    for (int look = 0; look < 200 && !all_sent(); ++look) usleep(50'000);
    REQUIRE(all_sent());
    // The agent has looked at the stream already: only a push can tell it now.
    sides.kill_district();
    std::filesystem::remove_all(sides.district_database().parent_path());
    std::filesystem::copy(backup.path(), sides.district_database().parent_path());
    sides.start_district();
    sides.issue(5);
    CHECK(agent.wait() == killed);
    heal(sides);
    print_cases("the agent killed where it learns of a gap", 1);
}
