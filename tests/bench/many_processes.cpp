// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <set>

#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/acts/verify_journal.h"
#include "hall/base/uuid.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/figures.h"
#include "tests/bench/issuing.h"

namespace linli::bench {
namespace {

constexpr int issuing_processes = 4;
constexpr int calling_processes = 4;

/// What one process wrote down: its codes and its longest wait, a line each.
struct Witness {
    std::vector<std::string> codes;
    double longest_seconds = 0;
};

template <class Act>
double timed(Act&& act) {
    const double before = now_seconds();
    act();
    return now_seconds() - before;
}

int issue_for(const std::filesystem::path& database, const std::filesystem::path& notes, int seconds, int which) {
    const SystemClock clock;
    const auto hall = Hall::open(database, clock, Actor{"bench"});
    if (!hall) return 1;
    const auto content = (*hall)->content();
    std::ofstream out(notes);
    double longest = 0;
    const double end = now_seconds() + seconds;
    for (int i = which; now_seconds() < end; ++i) {
        const std::string& matter =
            (*content)->matters[static_cast<std::size_t>(i * 7) % (*content)->matters.size()].id;
        ActResult<Ticket> issued = fail(ErrorCode::io, "");
        longest = std::max(longest, timed([&] {
                               issued = issue_number(**hall, {matter, {}, new_uuid(clock.wall_ms()), {}});
                           }));
        if (!issued) return 2;
        if (*issued) out << (*issued)->code() << '\n';
        // A day has at most 20,000 numbers: they are spread over the run, while the callers never pause.
        usleep(12'500);
    }
    out << "longest " << longest << '\n';
    return 0;
}

int call_for(const std::filesystem::path& database, const std::filesystem::path& notes, int seconds, int counter) {
    const SystemClock clock;
    const auto hall = Hall::open(database, clock, Actor{"bench"});
    if (!hall) return 1;
    std::ofstream out(notes);
    double longest = 0;
    const double end = now_seconds() + seconds;
    while (now_seconds() < end) {
        ActResult<Ticket> called = fail(ErrorCode::io, "");
        longest = std::max(longest, timed([&] { called = call_next(**hall, counter); }));
        if (!called) return 2;
        if (!*called) continue;
        out << (*called)->code() << '\n';
        longest = std::max(longest, timed([&] { (void)finish(**hall, counter, {}); }));
    }
    out << "longest " << longest << '\n';
    return 0;
}

Witness read_notes(const std::filesystem::path& notes) {
    Witness witness;
    std::ifstream in(notes);
    std::string word;
    while (in >> word) {
        if (word == "longest")
            in >> witness.longest_seconds;
        else
            witness.codes.push_back(word);
    }
    return witness;
}

/// How many codes came twice, and how many numbers of a letter are missing between its first and its last.
struct Doubts {
    int doubled = 0;
    int gaps = 0;
};

Doubts doubts_of(const std::vector<std::string>& codes) {
    Doubts doubts;
    std::map<char, std::set<int>> numbers;
    for (const std::string& code : codes)
        if (!numbers[code[0]].insert(std::stoi(code.substr(1))).second) ++doubts.doubled;
    for (const auto& [letter, of_letter] : numbers)
        doubts.gaps += *of_letter.rbegin() - static_cast<int>(of_letter.size());
    return doubts;
}

void gather(std::vector<std::string>& codes, double& longest, const Witness& witness) {
    codes.insert(codes.end(), witness.codes.begin(), witness.codes.end());
    longest = std::max(longest, witness.longest_seconds);
}

}  // namespace

bool bench_many_processes(int seconds) {
    const ScratchFolder folder;
    const SystemClock clock;
    const auto database = folder.file("hall.db");
    {
        auto hall = Hall::create(database, clock, Actor{"bench"}, busy_content());
        if (!hall) return false;
        for (int counter = 1; counter <= calling_processes; ++counter) (void)open_counter(**hall, counter);
    }
    std::vector<pid_t> children;
    for (int i = 0; i < issuing_processes + calling_processes; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            const auto notes = folder.file(fmt::format("notes{}", i));
            _exit(i < issuing_processes ? issue_for(database, notes, seconds, i)
                                        : call_for(database, notes, seconds, i - issuing_processes + 1));
        }
        children.push_back(child);
    }
    int failed = 0;
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        if (status != 0) ++failed;
    }
    std::vector<std::string> issued, called;
    double longest = 0;
    for (int i = 0; i < issuing_processes + calling_processes; ++i)
        gather(i < issuing_processes ? issued : called, longest, read_notes(folder.file(fmt::format("notes{}", i))));
    const Doubts of_issued = doubts_of(issued);
    auto hall = Hall::open(database, clock, Actor{"bench"});
    const auto journal = hall ? verify_journal(**hall) : fail(ErrorCode::io, "");

    print_figure("8 processes: numbers issued", static_cast<double>(issued.size()), "");
    print_figure("8 processes: numbers called", static_cast<double>(called.size()), "");
    bool holds = print_row("8 processes: failed", failed, "", Budget::at_most, 0);
    holds &= print_row("8 processes: numbers given twice", of_issued.doubled, "", Budget::at_most, 0);
    holds &= print_row("8 processes: numbers skipped", of_issued.gaps, "", Budget::at_most, 0);
    holds &= print_row("8 processes: numbers called twice", doubts_of(called).doubled, "", Budget::at_most, 0);
    holds &=
        print_row("8 processes: faults in the journal", journal && !journal->fault ? 0 : 1, "", Budget::at_most, 0);
    return print_row("8 processes: longest wait of anybody", longest, "s", Budget::at_most, 0.5) && holds;
}

}  // namespace linli::bench
