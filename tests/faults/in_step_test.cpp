// SPDX-License-Identifier: Apache-2.0
// Hall and district by their real programs, killed at every step of the agent and at any moment; whatever happened, in
// the end every record is at the district once, with the same bytes.
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "district/store/open_database.h"
#include "tests/faults/two_sides.h"
#include "tests/support/cases.h"

using namespace linli;
using namespace linli::support;

namespace {

using Faults = std::vector<std::string>;
constexpr int killed = 128 + 9;

/// What has to be done beforehand so that `linli-sync once` comes by this step.
struct Step {
    const char* name;
    enum class Comes { with_records, with_a_message, with_a_token, with_a_restored_district } comes;
};
constexpr Step steps[] = {
    {"batch_read", Step::Comes::with_records},
    {"push_answered", Step::Comes::with_records},
    {"push_noted", Step::Comes::with_records},
    {"feed_read", Step::Comes::with_a_message},
    {"feed_applied", Step::Comes::with_a_message},
    {"token_answered", Step::Comes::with_a_token},
    {"token_kept", Step::Comes::with_a_token},
    {"stream_answered", Step::Comes::with_a_restored_district},
    {"stream_settled", Step::Comes::with_a_restored_district},
};

void prepare(TwoSides& sides, const Step& step) {
    sides.issue(700);  // more than one batch
    const auto done = [&](std::vector<std::string> words) {
        const Finished finished = sides.district(std::move(words));
        INFO(finished.out << finished.err);
        REQUIRE(finished.exit_code == 0);
    };
    if (step.comes == Step::Comes::with_a_message)
        done({"command", "send", "A hall", "message.set", "--zh", "停电", "--en", "No power"});
    if (step.comes == Step::Comes::with_a_token) done({"command", "send", "A hall", "token.rotate"});
    if (step.comes == Step::Comes::with_a_restored_district) done({"incarnation", "new"});
}

void heal(TwoSides& sides) {
    for (int turn = 0; turn < 3; ++turn) {
        const Finished healed = sides.sync({"once"});
        INFO(healed.out << healed.err);
        REQUIRE(healed.exit_code == 0);
    }
    CHECK(sides.differences() == Faults{});
}

}  // namespace

TEST_CASE("what looks for differences finds them") {
    TwoSides sides;
    sides.enrol();
    sides.issue(20);
    heal(sides);
    sides.kill_district();
    {
        const auto connection = sides.open_district();
        REQUIRE(connection
                    ->execute("DELETE FROM journal WHERE seq = 5;"
                              "UPDATE journal SET entry = CAST('{}' AS BLOB) WHERE seq = 7;"
                              "DELETE FROM ticket WHERE code = 'A003'")
                    .has_value());
    }
    CHECK(sides.differences() == Faults{"entry 5 is missing", "entry 7 has other bytes", "A003 is there 0 times"});
}

TEST_CASE("the agent dies at every step of its work, and nothing is lost or doubled") {
    TwoSides sides;
    sides.enrol();
    for (const Step& step : steps) {
        INFO(step.name);
        prepare(sides, step);
        const Finished died = sides.sync({"once"}, step.name);
        INFO(died.out << died.err);
        CHECK(died.exit_code == killed);
        heal(sides);
    }
    print_cases("the agent killed at its own steps", std::size(steps) + 2);  // two while it enrols
}

TEST_CASE("the agent dies while it enrols, and the same pairing string still lets it in") {
    for (const char* step : {"enrolment_answered", "enrolment_kept"}) {
        INFO(step);
        TwoSides sides;
        const Finished added = sides.district({"hall", "add", "A hall", "--approve", "--address", sides.address()});
        const std::string pairing = added.out.substr(added.out.find("linli1:"));
        CHECK(sides.sync({"enrol", "-"}, step, pairing).exit_code == killed);
        sides.issue(10);
        if (sides.sync({"once"}).exit_code != 0) CHECK(sides.sync({"enrol", "-"}, {}, pairing).exit_code == 0);
        heal(sides);
    }
}

TEST_CASE("agent and district are killed again and again while residents take numbers", "[random]") {
    constexpr int rounds = 12;
    TwoSides sides;
    sides.enrol();
    std::minstd_rand random(fault_seed());
    for (int round = 0; round < rounds; ++round) {
        Child issuing = sides.issuing();
        Child agent = sides.agent();
        usleep(static_cast<useconds_t>(200'000 + random() % 900'000));
        const unsigned whom = random() % 3;
        if (whom != 0) agent.kill_at_once();
        if (whom != 1) sides.kill_district();
        usleep(static_cast<useconds_t>(random() % 150'000));
        issuing.kill_at_once();
        if (whom != 1) sides.start_district();
        if (whom == 0) agent.kill_at_once();
    }
    CHECK(sides.seen_by_residents().size() > rounds * 10);
    heal(sides);
    print_cases("agent and district killed at any moment", rounds);
}
