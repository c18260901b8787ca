// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/desk_order.h"

#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "hall/acts/hold_counter.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "hall/wire/desk_order_json.h"
#include "tests/faults/many_programs.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::support;

namespace {

using Codes = std::vector<std::string>;

constexpr int kills = 15;
constexpr int desks = 20;

Clerk clerk_of(int counter) { return {fmt::format("clerk{}", counter), fmt::format("{} 号窗口", counter)}; }

/// The busy hall with as many counters as there are desks, each taking everything.
ContentDocuments hall_of_desks() {
    ContentDocuments documents = busy_hall();
    auto counters = nlohmann::ordered_json::parse(documents.at("counters.json"));
    const auto lines = nlohmann::ordered_json::parse(documents.at("lines.json")).at("lines");
    auto letters = nlohmann::ordered_json::array();
    for (const auto& line : lines) letters.push_back(line.at("letter"));
    auto plan = counters.at("counters").at(0);
    plan["lines"] = letters;
    counters["counters"] = nlohmann::ordered_json::array();
    for (int number = 1; number <= desks; ++number) {
        plan["number"] = number;
        counters["counters"].push_back(plan);
    }
    documents["counters.json"] = counters.dump();
    return documents;
}

/// A hall whose counters are held, with so many people in the line.
struct HallOfDesks {
    TempFolder folder;
    std::filesystem::path database = folder.file("hall.db");

    HallOfDesks(int counters, int waiting) {
        const SystemClock clock;
        const auto hall = value_of(Hall::create(database, clock, Actor{"test"}, hall_of_desks()));
        for (int counter = 1; counter <= counters; ++counter)
            done(hold_counter(*hall, counter, clerk_of(counter), TakeOver::no));
        for (int i = 0; i < waiting; ++i) done(issue_number(*hall, {"senior-card", {}, new_key(), {}}));
    }
};

DeskOrder order_of(int counter, Order order, const std::string& in_hand, std::string request_id) {
    DeskOrder made;
    made.request_id = std::move(request_id);
    made.counter = counter;
    made.clerk = clerk_of(counter);
    made.order = order;
    made.in_hand = in_hand;
    return made;
}

/// Presses next until nobody waits, each press sent twice as a page does that did not hear the answer; gives whom it
/// called.
Result<Codes> press_next(Hall& hall, int counter) {
    Codes called;
    std::string in_hand;
    for (int press = 0;; ++press) {
        const DeskOrder order = order_of(counter, in_hand.empty() ? Order::next : Order::finish_next, in_hand,
                                         fmt::format("counter{:02}-press{:06}", counter, press));
        const auto first = give_order(hall, order);
        if (!first) return tl::unexpected<Error>(first.error());
        if (!*first) {
            if (first->error().why == Refusal::nobody_waiting) return called;
            return fail(ErrorCode::corrupt, name_of(first->error().why));
        }
        const auto again = give_order(hall, order);
        if (!again || !*again || !(*again)->repeated) return fail(ErrorCode::corrupt, "a press was done twice");
        if ((*again)->in_hand.has_value() != (*first)->in_hand.has_value())
            return fail(ErrorCode::corrupt, "a press was answered in two ways");
        in_hand = (*first)->in_hand ? (*first)->in_hand->ticket.code() : "";
        if (!in_hand.empty()) called.push_back(in_hand);
    }
}

/// Everybody of A001 to A<count>, once.
void check_all_called_once(const Codes& called, int count) {
    CHECK(called.size() == static_cast<std::size_t>(count));
    CHECK(doubled(called).empty());
    CHECK(missing(called).empty());
}

// Goes on with a desk whose program was killed: the press that was under way is sent once more, as the page does.
int press_until_killed(const HallOfDesks& shared, int round) {
    const SystemClock clock;
    const auto hall = Hall::open(shared.database, clock, Actor{"desk"});
    if (!hall) return 1;
    const auto file = shared.folder.file("presses");
    for (int press = static_cast<int>(notes(file).size());; ++press) {
        const auto rows = (*hall)->stores().tickets.at_counters();
        if (!rows) return 2;
        const std::string in_hand = rows->empty() ? "" : rows->front().ticket.code();
        // Every third finish is taken back and done anew, so that kills fall into that as well.
        const bool undo = press % 3 == 2;
        const Order kind = undo ? Order::undo : in_hand.empty() ? Order::next : Order::finish_next;
        const DeskOrder order = order_of(1, kind, in_hand, fmt::format("round{:02}-press{:06}", round, press));
        const auto given = give_order(**hall, order);
        if (!given) return 3;
        if (!*given && given->error().why == Refusal::nobody_waiting) return 4;
        if (*given) note(file, order.request_id + " " + wire::order_done_json(**given));
    }
}

void wait_for_presses(const HallOfDesks& shared, std::size_t before) {
    constexpr std::size_t presses_min = 6;
    for (int look = 0; look < 10'000; ++look) {
        if (notes(shared.folder.file("presses")).size() >= before + presses_min) return;
        usleep(1'000);
    }
}

}  // namespace

TEST_CASE("twenty desks press next together: nobody is called twice, nobody is left out") {
    constexpr int people = 400;
    const HallOfDesks shared(desks, people);
    std::vector<Result<Codes>> called(desks, Codes{});
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < desks; ++i)
            threads.emplace_back([&shared, &result = called[static_cast<std::size_t>(i)], i] {
                const SystemClock clock;
                const auto hall = Hall::open(shared.database, clock, Actor{"desk"});
                result = hall ? press_next(**hall, i + 1) : tl::unexpected<Error>(hall.error());
            });
    }
    Codes all;
    for (const auto& of_desk : called) {
        const Codes codes = value_of(of_desk);
        all.insert(all.end(), codes.begin(), codes.end());
    }
    check_all_called_once(all, people);
    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    CHECK(value_of(verify_journal(*hall)).fault.value_or("none") == "none");
    CHECK(value_of(hall->stores().tickets.at_counters()).empty());
}

TEST_CASE("many programs press next together: nobody is called twice, nobody is left out") {
    constexpr int programs = 6;
    constexpr int people = 200;
    const HallOfDesks shared(programs, people);
    std::vector<Child> children;
    for (int i = 0; i < programs; ++i)
        children.emplace_back([&shared, i] {
            const SystemClock clock;
            const auto hall = Hall::open(shared.database, clock, Actor{"desk"});
            if (!hall) return 1;
            const auto called = press_next(**hall, i + 1);
            if (!called) return 2;
            for (const std::string& code : *called) note(shared.folder.file(fmt::format("called{}", i)), code);
            return 0;
        });
    for (Child& child : children) CHECK(child.wait() == 0);
    Codes all;
    for (int i = 0; i < programs; ++i) {
        const Codes codes = notes(shared.folder.file(fmt::format("called{}", i)));
        all.insert(all.end(), codes.begin(), codes.end());
    }
    check_all_called_once(all, people);
}

TEST_CASE("one press that two programs send at once is done once, and both get its answer") {
    const HallOfDesks shared(1, 40);
    for (int round = 0; round < 20; ++round) {
        INFO("round " << round);
        const std::string in_hand = round == 0 ? "" : fmt::format("A{:03}", round);
        const DeskOrder order = order_of(1, round == 0 ? Order::next : Order::finish_next, in_hand,
                                         fmt::format("both-at-once-{:03}", round));
        std::vector<Child> children;
        for (int i = 0; i < 2; ++i)
            children.emplace_back([&shared, &order, round, i] {
                const SystemClock clock;
                const auto hall = Hall::open(shared.database, clock, Actor{"desk"});
                if (!hall) return 1;
                auto given = give_order(**hall, order);
                if (!given || !*given) return 2;
                const int end = (*given)->repeated ? 20 : 10;
                (*given)->repeated = false;
                note(shared.folder.file(fmt::format("given{}-{}", round, i)), wire::order_done_json(**given));
                return end;
            });
        std::multiset<int> ends;
        for (Child& child : children) ends.insert(child.wait());
        CHECK(ends == std::multiset<int>{10, 20});
        CHECK(notes(shared.folder.file(fmt::format("given{}-0", round))) ==
              notes(shared.folder.file(fmt::format("given{}-1", round))));
    }
}

TEST_CASE("a desk that is killed at any moment has done its order whole or not at all, and asks again for the answer") {
    const HallOfDesks shared(1, 12'000);
    const auto file = shared.folder.file("presses");
    std::minstd_rand random(20261123);
    const SystemClock clock;
    for (int round = 0; round < kills; ++round) {
        INFO("round " << round);
        const std::size_t before = notes(file).size();
        Child pressing([&shared, round] { return press_until_killed(shared, round); });
        wait_for_presses(shared, before);
        usleep(std::uniform_int_distribution<useconds_t>(0, 30'000)(random));
        pressing.kill_at_once();

        const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
        CHECK(value_of(verify_journal(*hall)).fault.value_or("none") == "none");
        CHECK(value_of(hall->stores().tickets.at_counters()).size() <= 1);
        // Every answer that was given stands in the records, word for word; at most one more was done unheard.
        const auto promised = notes(file);
        REQUIRE(promised.size() > before);
        for (std::size_t i = before; i < promised.size(); ++i) {
            const std::string id = promised[i].substr(0, promised[i].find(' '));
            const auto row = value_of(hall->stores().orders.find(id));
            REQUIRE(row.has_value());
            DeskOrderDone kept = value_of(wire::read_kept_answer(row->answer));
            kept.request_id = id;
            CHECK(id + " " + wire::order_done_json(kept) == promised[i]);
        }
        Statement count = value_of(hall->stores().database->prepare(
            fmt::format("SELECT count(*) FROM desk_order WHERE request_id LIKE 'round{:02}-%'", round)));
        Query query(count);
        REQUIRE(value_of(query.step()));
        CHECK(query.integer(0) - static_cast<std::int64_t>(promised.size() - before) <= 1);
        // Each ticket is in exactly the state that its periods and entries say.
        Statement torn = value_of(hall->stores().database->prepare(
            "SELECT count(*) FROM ticket WHERE (state = 'waiting') <> (NOT EXISTS (SELECT 1 FROM ticket_period "
            "WHERE ticket_period.ticket = ticket.row))"));
        Query torn_query(torn);
        REQUIRE(value_of(torn_query.step()));
        CHECK(torn_query.integer(0) == 0);
    }
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    CHECK(value_of(hall->stores().database->integrity_faults()).empty());
}
