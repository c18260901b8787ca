// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>

#include "hall/acts/acts_together.h"
#include "hall/acts/call_number.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/faults/many_programs.h"
#include "tests/support/cases.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr int kills = 15;

std::string key_of(int round, int index) { return fmt::format("round {:02} number {:06}", round, index); }

// Issues with keys that the test knows, and notes each code once the act has said it is done.
int issue_until_killed(const SharedHall& shared, int round) {
    const SystemClock clock;
    const auto hall = Hall::open(shared.database, clock, Actor{"issuing"});
    if (!hall) return 1;
    for (int i = 0;; ++i) {
        const auto issued = issue_number(**hall, {"senior-card", {}, key_of(round, i), {}});
        if (!issued || !*issued) return 2;
        note(shared.folder.file(fmt::format("issued{}", round)), (*issued)->code());
    }
}

int call_until_killed(const SharedHall& shared) {
    const SystemClock clock;
    const auto hall = Hall::open(shared.database, clock, Actor{"calling"});
    if (!hall) return 1;
    while (true) {
        // The last one may have been killed with somebody in hand.
        const auto finished = finish(**hall, 1, {});
        if (!finished) return 2;
        if (*finished) note(shared.folder.file("finished"), (*finished)->code());
        const auto called = call_next(**hall, 1);
        if (!called) return 3;
    }
}

// On a busy machine as well each round has done something before it is cut off.
void wait_for_work(const SharedHall& shared, int round, std::size_t finished_before) {
    constexpr std::size_t issued_min = 6, finished_min = 2;
    constexpr useconds_t look_us = 1'000;
    constexpr int looks_max = 10'000;
    for (int look = 0; look < looks_max; ++look) {
        const auto issued = notes(shared.folder.file(fmt::format("issued{}", round)));
        const auto finished = notes(shared.folder.file("finished"));
        if (issued.size() >= issued_min && finished.size() >= finished_before + finished_min) return;
        usleep(look_us);
    }
}

// Sends the round's keys once more: what was said to be done is there, and what was under way is done now or was then.
void check_round(const SharedHall& shared, int round, int& issued_all) {
    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    CHECK(value_of(verify_journal(*hall)).fault.value_or("none") == "none");
    const auto promised = notes(shared.folder.file(fmt::format("issued{}", round)));
    for (std::size_t i = 0; i < promised.size(); ++i) {
        const auto row = value_of(hall->stores().tickets.find_by_key(key_of(round, static_cast<int>(i))));
        REQUIRE(row.has_value());
        CHECK(row->ticket.code() == promised[i]);
    }
    for (std::size_t i = 0; i <= promised.size(); ++i)
        done(issue_number(*hall, {"senior-card", {}, key_of(round, static_cast<int>(i)), {}}));
    issued_all += static_cast<int>(promised.size()) + 1;
    CHECK(value_of(hall->stores().tickets.count(1)) == issued_all);
    CHECK(value_of(hall->stores().tickets.next_number(1, 'A')) == issued_all + 1);
}

}  // namespace

TEST_CASE("programs that are killed at any moment lose nothing that they said was done, and double nothing",
          "[random]") {
    const SharedHall shared({1});
    std::minstd_rand random(fault_seed());
    int issued_all = 0;
    for (int round = 0; round < kills; ++round) {
        INFO("round " << round);
        const std::size_t finished_before = notes(shared.folder.file("finished")).size();
        Child issuing([&shared, round] { return issue_until_killed(shared, round); });
        Child calling([&shared] { return call_until_killed(shared); });
        wait_for_work(shared, round, finished_before);
        usleep(std::uniform_int_distribution<useconds_t>(0, 100'000)(random));
        issuing.kill_at_once();
        usleep(std::uniform_int_distribution<useconds_t>(0, 5'000)(random));
        calling.kill_at_once();
        check_round(shared, round, issued_all);
    }
    CHECK(issued_all > 5 * kills);
    print_cases("programs of a hall killed at any moment", kills);

    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    const auto finished = notes(shared.folder.file("finished"));
    CHECK(finished.size() > static_cast<std::size_t>(kills));
    CHECK(doubled(finished).empty());
    for (const std::string& code : finished)
        CHECK(value_of(hall->stores().tickets.find(1, parse_ticket_code(code).value())).value().ticket.state ==
              TicketState::done);
    CHECK(value_of(hall->stores().tickets.at_counters()).size() <= 1);
    CHECK(value_of(hall->stores().database->integrity_faults()).empty());
}

TEST_CASE("a program that is killed inside an act leaves nothing of it, and the others go on at once") {
    const SharedHall shared({});
    Child child([&shared] {
        auto database = Database::open(shared.database, OpenMode::existing);
        if (!database) return 1;
        auto transaction = (*database)->begin_write();
        if (!transaction || !(*database)->execute("DELETE FROM journal").has_value()) return 2;
        note(shared.folder.file("inside"), "now");
        pause();
        return 3;
    });
    while (notes(shared.folder.file("inside")).empty()) usleep(1000);
    child.kill_at_once();
    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    done(issue_number(*hall, {"senior-card", {}, new_key(), {}}));
    const JournalCheck journal = value_of(verify_journal(*hall));
    CHECK(journal.fault.value_or("none") == "none");
    CHECK(journal.entries == 3);
}

TEST_CASE("a hall whose making is cut off at any moment is there whole or not at all") {
    const TempFolder folder;
    const auto database = folder.file("hall.db");
    const SystemClock clock;
    int whole = 0;
    for (int round = 0; round < 20; ++round) {
        INFO("round " << round);
        std::filesystem::remove(database);
        Child child([&] { return Hall::create(database, clock, Actor{"test"}, always_open()) ? 0 : 1; });
        usleep(static_cast<useconds_t>(round) * 4'000);
        child.kill_at_once();
        if (std::filesystem::exists(database)) {
            ++whole;
            CHECK(value_of(Hall::open(database, clock, Actor{"test"}))
                      ->stores()
                      .journal.each(1, [](const JournalRow&) { return true; })
                      .has_value());
            for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(database.string() + part);
        } else {
            CHECK(Hall::create(database, clock, Actor{"test"}, always_open()).has_value());
        }
    }
    INFO(whole << " were whole");
}

TEST_CASE("acts that are made durable together are there together or not at all after a kill") {
    constexpr int together_count = 5;
    const SharedHall shared({});
    for (int round = 0; round < kills; ++round) {
        Child child([&] {
            const SystemClock clock;
            const auto hall = Hall::open(shared.database, clock, Actor{"issuing"});
            if (!hall) return 1;
            while (true) {
                std::vector<std::string> codes;
                ActsTogether together(**hall);
                for (int i = 0; i < together_count; ++i) {
                    const auto issued = issue_number(**hall, {"senior-card", {}, new_key(), {}});
                    if (!issued || !*issued) return 2;
                    codes.push_back((*issued)->code());
                }
                if (!together.commit()) return 3;
                for (const std::string& code : codes) note(shared.folder.file("told"), code);
            }
        });
        const std::size_t told_before = notes(shared.folder.file("told")).size();
        for (int look = 0; look < 10'000 && notes(shared.folder.file("told")).size() < told_before + 10; ++look)
            usleep(1'000);
        usleep(static_cast<useconds_t>(round) * 211);  // anywhere within the next ones
        child.kill_at_once();

        const SystemClock clock;
        const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
        CHECK(value_of(verify_journal(*hall)).fault.value_or("none") == "none");
        CHECK(value_of(hall->stores().tickets.count(1)) % together_count == 0);
        for (const std::string& code : notes(shared.folder.file("told")))
            CHECK(value_of(hall->stores().tickets.find(1, *parse_ticket_code(code))).has_value());
    }
    CHECK(notes(shared.folder.file("told")).size() >= std::size_t{kills} * 10);
}
