// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <map>
#include <thread>

#include "hall/acts/read_journal.h"
#include "hall/acts/verify_journal.h"
#include "hall/base/uuid.h"
#include "hall/wire/journal_body.h"
#include "tests/bench/console_bench.h"
#include "tests/bench/running_console.h"

namespace linli::bench {
namespace {

constexpr int consoles = 20;
constexpr int line_kept = 60;          // enough that nobody finds the line empty
constexpr int presses_max = 18'000;    // a hall issues 20,000 numbers a day and no more
constexpr int double_click_each = 10;  // every tenth press is sent twice, as a nervous hand does

/// What one console was told.
struct Console {
    std::unique_ptr<support::ApiClient> clerk;
    int counter = 0;
    std::string in_hand;
    std::vector<std::string> called;
    std::vector<double> lengths_ms;
    int failed = 0, answered_otherwise = 0;
};

struct Room {
    std::atomic<int> issued = 0, called = 0;
    std::atomic<bool> stopping = false;
};

/// Ends whom it has and calls the next; the same press again is to give the same answer.
void press(Console& console, Room& room, int round) {
    const support::Json order = {{"request_id", new_uuid(SystemClock().wall_ms())},
                                 {"order", console.in_hand.empty() ? "next" : "finish_next"},
                                 {"in_hand", console.in_hand}};
    const std::string path = fmt::format("/api/counters/{}/orders", console.counter);
    const double before = now_seconds();
    const support::Reply done = console.clerk->post(path, order);
    console.lengths_ms.push_back((now_seconds() - before) * 1000);
    if (done.status != 200 || !done.json().at("in_hand").is_object()) {
        ++console.failed;
        return;
    }
    console.in_hand = done.json().at("in_hand").at("code");
    console.called.push_back(console.in_hand);
    ++room.called;
    if (round % double_click_each != 0) return;
    const support::Reply again = console.clerk->post(path, order);
    if (again.status != 200 || again.json().at("in_hand").at("code") != console.in_hand) ++console.answered_otherwise;
}

/// Whom the journal says a counter called, oldest first.
struct Called {
    std::string code;
    int counter = 0;
};

Result<std::vector<Called>> called_by_journal(Hall& hall) {
    std::vector<Called> called;
    ReadJournal wanted;
    wanted.kind = "ticket.called";
    wanted.limit = journal_page_max;
    for (;;) {
        LINLI_TRY_ASSIGN(const JournalPage page, read_journal(hall, wanted));
        for (const JournalEntry& entry : page.entries) {
            LINLI_TRY_ASSIGN(const wire::CallBody body, wire::call_body(entry.body));
            called.insert(called.begin(), {body.code, body.counter});
        }
        if (page.looked_until <= 1) return called;
        wanted.before_seq = page.looked_until;
    }
}

struct Doubts {
    int twice = 0, skipped = 0, not_told = 0;
};

/// One line: whoever came first is called first, so the numbers called are 1, 2, 3 … without a gap.
Doubts doubts_about(const std::vector<Called>& journal, const std::vector<Console>& told) {
    Doubts doubts;
    std::map<std::string, int> counter_of;
    int expected = 1;
    for (const Called& call : journal) {
        if (!counter_of.emplace(call.code, call.counter).second) ++doubts.twice;
        if (std::stoi(call.code.substr(1)) != expected++) ++doubts.skipped;
    }
    std::size_t told_in_all = 0;
    for (const Console& console : told)
        for (const std::string& code : console.called) {
            ++told_in_all;
            const auto found = counter_of.find(code);
            if (found == counter_of.end() || found->second != console.counter) ++doubts.not_told;
        }
    if (told_in_all != journal.size()) ++doubts.not_told;
    return doubts;
}

/// People come as fast as they are called.
void let_people_in(RunningConsole& console, Room& room) {
    while (!room.stopping) {
        if (room.issued - room.called >= line_kept)
            usleep(2'000);
        else if (!console.take_number().empty())
            ++room.issued;
    }
}

}  // namespace

bool bench_console_together(int seconds) {
    const auto console = RunningConsole::start(consoles);
    if (!console) return false;
    std::vector<Console> all(consoles);
    for (int i = 0; i < consoles; ++i) {
        Console& one = all[static_cast<std::size_t>(i)];
        one.counter = i + 1;
        one.clerk = console->clerk(Way::clear, one.counter);
        if (!one.clerk) return false;
    }
    Room room;
    for (; room.issued < line_kept; ++room.issued)
        if (console->take_number().empty()) return false;
    std::thread door([&] { let_people_in(*console, room); });
    const double end = now_seconds() + seconds;
    const double rounds_a_second = presses_max / static_cast<double>(consoles * seconds);
    bool going = true;  // decided once a round, by all together
    int rounds = 0;
    std::barrier together(consoles, [&]() noexcept {
        const double due = end - seconds + ++rounds / rounds_a_second;
        usleep(static_cast<useconds_t>(std::max(0.0, due - now_seconds()) * 1e6));
        going = now_seconds() < end;
    });
    std::vector<std::thread> hands;
    for (Console& one : all)
        hands.emplace_back([&] {
            for (int round = 1; together.arrive_and_wait(), going; ++round) press(one, room, round);
        });
    for (std::thread& hand : hands) hand.join();
    room.stopping = true;
    door.join();

    const auto journal = called_by_journal(console->hall());
    const auto checked = verify_journal(console->hall());
    if (!journal || !checked) return false;
    int failed = 0, otherwise = 0;
    std::vector<double> lengths_ms;
    for (const Console& one : all) {
        failed += one.failed;
        otherwise += one.answered_otherwise;
        lengths_ms.insert(lengths_ms.end(), one.lengths_ms.begin(), one.lengths_ms.end());
    }
    const Doubts doubts = doubts_about(*journal, all);
    print_figure("20 consoles together: numbers called", static_cast<double>(journal->size()), "");
    print_figure("20 consoles together: an order's answer (99 %)", percentile(lengths_ms, 0.99), "ms");
    bool holds = print_row("20 consoles together: presses that failed", failed, "", Budget::at_most, 0);
    holds &= print_row("20 consoles together: called twice", doubts.twice, "", Budget::at_most, 0);
    holds &= print_row("20 consoles together: skipped", doubts.skipped, "", Budget::at_most, 0);
    holds &= print_row("20 consoles together: told otherwise than journaled", doubts.not_told + otherwise, "",
                       Budget::at_most, 0);
    return print_row("20 consoles together: faults in the journal", checked->fault ? 1 : 0, "", Budget::at_most, 0) &&
           holds;
}

}  // namespace linli::bench
