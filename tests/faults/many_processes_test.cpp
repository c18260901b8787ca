// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <set>

#include "hall/acts/call_number.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "tests/faults/many_programs.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr int run_seconds = 3;
constexpr int issuing = 3;
constexpr int calling = 4;

using Instant = std::chrono::steady_clock::time_point;

double seconds_since(Instant begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Issues numbers of two letters at random keys and notes each code.
int issue_numbers(const SharedHall& shared, const std::filesystem::path& file) {
    const SystemClock clock;
    const auto hall = Hall::open(shared.database, clock, Actor{"issuing"});
    if (!hall) return 1;
    double longest = 0;
    const Instant begin = std::chrono::steady_clock::now();
    for (int i = 0; seconds_since(begin) < run_seconds; ++i) {
        const Instant before = std::chrono::steady_clock::now();
        const auto issued = issue_number(
            **hall, {i % 3 == 0 ? "social-card" : "senior-card", i % 5 == 0 ? "elder" : "", new_key(), {}});
        longest = std::max(longest, seconds_since(before));
        if (!issued || !*issued) return 2;
        note(file, (*issued)->code());
        usleep(1000);
    }
    note(file, fmt::format("longest {}", longest));
    return 0;
}

int call_numbers(const SharedHall& shared, const std::filesystem::path& file, int counter) {
    const SystemClock clock;
    const auto hall = Hall::open(shared.database, clock, Actor{"calling"});
    if (!hall) return 1;
    double longest = 0;
    const Instant begin = std::chrono::steady_clock::now();
    while (seconds_since(begin) < run_seconds) {
        const Instant before = std::chrono::steady_clock::now();
        const auto called = call_next(**hall, counter);
        if (!called) return 2;
        if (*called) {
            note(file, (*called)->code());
            const auto finished = finish(**hall, counter, {});
            if (!finished || !*finished) return 3;
        }
        longest = std::max(longest, seconds_since(before));
    }
    note(file, fmt::format("longest {}", longest));
    return 0;
}

// The codes of some processes; the line with the longest wait is taken out.
std::vector<std::string> gathered(const SharedHall& shared, const std::string& who, int count, double& longest) {
    std::vector<std::string> all;
    for (int i = 0; i < count; ++i) {
        std::vector<std::string> lines = notes(shared.folder.file(who + std::to_string(i)));
        REQUIRE_FALSE(lines.empty());
        REQUIRE(lines.back().starts_with("longest "));
        longest = std::max(longest, std::stod(lines.back().substr(8)));
        all.insert(all.end(), lines.begin(), lines.end() - 1);
    }
    return all;
}

}  // namespace

TEST_CASE("many programs issue and call at once: no number twice, none skipped, nobody called twice", "[timed]") {
    const SharedHall shared({1, 2, 3, 4});
    std::vector<Child> children;
    for (int i = 0; i < issuing; ++i)
        children.emplace_back(
            [&shared, i] { return issue_numbers(shared, shared.folder.file(fmt::format("issued{}", i))); });
    for (int i = 0; i < calling; ++i)
        children.emplace_back(
            [&shared, i] { return call_numbers(shared, shared.folder.file(fmt::format("called{}", i)), i + 1); });
    for (Child& child : children) CHECK(child.wait() == 0);

    double longest_seconds = 0;
    const auto issued = gathered(shared, "issued", issuing, longest_seconds);
    const auto called = gathered(shared, "called", calling, longest_seconds);
    CHECK(issued.size() > 100);
    CHECK(called.size() > 100);
    CHECK(doubled(issued).empty());
    CHECK(missing(issued).empty());
    CHECK(doubled(called).empty());
    const std::set<std::string> all_issued(issued.begin(), issued.end());
    for (const std::string& code : called) CHECK(all_issued.contains(code));

    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    const JournalCheck journal = value_of(verify_journal(*hall));
    CHECK(journal.fault.value_or("none") == "none");
    // day.opened, hall.created, four counters, and then one entry for each thing that was done.
    CHECK(journal.entries == static_cast<std::int64_t>(6 + issued.size() + 2 * called.size()));
    CHECK(value_of(hall->stores().tickets.count(1)) == static_cast<int>(issued.size()));
    CHECK(value_of(hall->stores().database->integrity_faults()).empty());
    WARN(fmt::format("{} issued, {} called, longest wait {:.0f} ms", issued.size(), called.size(),
                     longest_seconds * 1000));
    // How long is measured by the bench; here nobody may wait as long as an act waits before it gives up.
    CHECK(longest_seconds < 5);
}

TEST_CASE("one key sent by many programs at once gives one ticket") {
    const SharedHall shared({});
    for (int round = 0; round < 5; ++round) {
        const std::string key = new_key();
        std::vector<Child> children;
        for (int i = 0; i < 6; ++i)
            children.emplace_back([&shared, &key, i] {
                const SystemClock clock;
                const auto hall = Hall::open(shared.database, clock, Actor{"test"});
                if (!hall) return 1;
                const auto issued = issue_number(**hall, {"senior-card", {}, key, {}});
                if (!issued || !*issued) return 2;
                note(shared.folder.file(fmt::format("given{}", i)), (*issued)->code());
                return 0;
            });
        for (Child& child : children) CHECK(child.wait() == 0);
        for (int i = 0; i < 6; ++i)
            CHECK(notes(shared.folder.file(fmt::format("given{}", i))).back() == fmt::format("A{:03}", round + 1));
    }
}

TEST_CASE("one person who asks at many kiosks at once gets one ticket") {
    const SharedHall shared({});
    std::vector<Child> children;
    for (int i = 0; i < 6; ++i)
        children.emplace_back([&shared] {
            const SystemClock clock;
            const auto hall = Hall::open(shared.database, clock, Actor{"test"});
            if (!hall) return 1;
            const auto issued = issue_number(**hall, {"senior-card", {}, new_key(), "110101199003070011"});
            if (!issued) return 2;
            if (*issued) return 10;
            return issued->error().why == Refusal::already_waiting ? 20 : 3;
        });
    std::multiset<int> ends;
    for (Child& child : children) ends.insert(child.wait());
    CHECK(ends == std::multiset<int>{10, 20, 20, 20, 20, 20});
}
