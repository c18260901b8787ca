// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "tests/bench/board_eye.h"
#include "tests/bench/console_bench.h"
#include "tests/bench/running_console.h"
#include "tests/bench/stream_crowd.h"
#include "tests/bench/virtual_display.h"
#include "tests/support/places.h"

namespace linli::bench {
namespace {

constexpr int consoles = 10;
constexpr std::size_t streams = 50;  // five pages each

struct Lengths {
    std::vector<double> answer_ms, board_ms, streams_ms;
    std::size_t untold = 0;
};

/// One click; false where it is not answered, or the board does not show it.
bool click(RunningConsole& console, support::ApiClient& clerk, StreamCrowd& crowd, BoardEye& eye, Lengths& lengths) {
    const std::string code = console.take_number();
    usleep(static_cast<useconds_t>(60'000 + lengths.board_ms.size() * 7919 % 50'000));
    crowd.expect("\"in_hand\":{\"code\":\"" + code + "\"");
    const double clicked = now_seconds();
    const support::Reply called = give_order(clerk, 1, "next", "");
    lengths.answer_ms.push_back((now_seconds() - clicked) * 1000);
    if (called.status != 200 || !eye.sees(code)) return false;
    lengths.board_ms.push_back((now_seconds() - clicked) * 1000);
    const std::vector<double> told = crowd.told();
    for (const double moment : told) lengths.streams_ms.push_back((moment - clicked) * 1000);
    lengths.untold += streams - told.size();
    return give_order(clerk, 1, "finish", code).status == 200;
}

}  // namespace

bool bench_console_clicks(int clicks) {
    const auto console = RunningConsole::start();
    if (!console) return false;
    std::vector<std::unique_ptr<support::ApiClient>> clerks;
    std::vector<std::string> cookies;
    for (int i = 0; i < consoles; ++i) {
        clerks.push_back(console->clerk(Way::tls, i == 0 ? 1 : 0));
        if (!clerks.back()) return false;
        cookies.push_back(clerks.back()->cookie());
    }
    StreamCrowd crowd(console->base(Way::tls), console->authority(Way::tls), cookies, streams);
    const VirtualDisplay display("1920x1080");
    if (!display.works()) return false;
    HeardProcess board({support::kiosk_program(), "--board", "--database", console->database().string()},
                       STDERR_FILENO);
    HeardProcess kiosk({support::kiosk_program(), "--database", console->database().string()}, STDERR_FILENO);
    const auto eye = BoardEye::open(console->database());
    if (!eye || board.heard("first picture") < 0 || kiosk.heard("first picture") < 0 || !crowd.joined()) return false;
    Lengths lengths;
    bool answered = true;
    for (int i = 0; i < clicks && answered; ++i) answered = click(*console, *clerks.front(), crowd, *eye, lengths);
    bool holds = print_row("console: clicks that came to nothing", answered ? 0 : 1, "", Budget::at_most, 0);
    print_figure("console: click to its answer (99 %)", percentile(lengths.answer_ms, 0.99), "ms");
    print_figure("console: click to the board's picture (50 %)", percentile(lengths.board_ms, 0.5), "ms");
    holds &= print_row("console: click to the board's picture (99 %)", percentile(lengths.board_ms, 0.99), "ms",
                       Budget::at_most, 500);
    print_figure("console: click to 50 consoles' streams (50 %)", percentile(lengths.streams_ms, 0.5), "ms");
    holds &= print_row("console: click to 50 consoles' streams (99 %)", percentile(lengths.streams_ms, 0.99), "ms",
                       Budget::at_most, 300);
    return print_row("console: streams that did not tell it", static_cast<double>(lengths.untold), "", Budget::at_most,
                     0) &&
           holds;
}

}  // namespace linli::bench
