// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/announcing.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "hall/acts/call_number.h"
#include "hall/acts/calls_since.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/take_number.h"
#include "hall/base/uuid.h"
#include "kiosk/voice/announcer.h"
#include "tests/bench/busy_content.h"
#include "tests/bench/figures.h"

namespace linli::bench {
namespace {

constexpr int calls = 100;
constexpr double bound_ms = 300;

/// Notes when it is handed samples, and takes them all at once.
class Stopwatch final : public kiosk::Speaker {
public:
    explicit Stopwatch(std::atomic<double>& played) : played_(played) {}
    bool ready() override { return true; }
    void play(std::span<const std::int16_t>) override { played_ = now_seconds(); }
    std::size_t queued() override { return 0; }
    void stop() override {}
    void set_volume(int) override {}

private:
    std::atomic<double>& played_;
};

void rest_ms(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

ContentDocuments never_quiet() {
    ContentDocuments documents = busy_content();
    documents["voice.json"] =
        R"({"languages": ["zh"], "times": 1, "chime": true, "volume_by_hour": [{"from": 0, "to": 24, "percent": 100}],
            "quiet": [], "rate_percent": 100, "guidance_volume": 60})";
    return documents;
}

}  // namespace

bool bench_announcing() {
    const ScratchFolder folder;
    const SystemClock clock;
    auto opened = Hall::create(folder.file("hall.db"), clock, Actor{"bench"}, never_quiet());
    if (!opened) return false;
    Hall& hall = **opened;
    const auto content = hall.content();
    const int counter = (*content)->counters.front().number;
    const std::string matter = (*content)->matters.front().id;
    if (!open_counter(hall, counter)) return false;
    std::atomic<double> played = 0;
    const kiosk::Announcer announcer(folder.file("hall.db"), clock, "board", std::make_unique<Stopwatch>(played));
    while (!announced_until(hall).value_or(std::nullopt)) rest_ms(10);
    std::vector<double> lengths_ms;
    for (int i = 0; i < calls; ++i) {
        const auto issued = issue_number(hall, {matter, {}, new_uuid(clock.wall_ms()), {}});
        if (!issued || !*issued) return false;
        // At every moment of the announcer's rhythm.
        rest_ms(60 + i * 37 % 50);
        played = 0;
        const auto called = call_next(hall, counter);
        if (!called || !*called) return false;
        const double committed = now_seconds();
        while (played.load() == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
        lengths_ms.push_back((played.load() - committed) * 1000);
        if (!finish(hall, counter, {})) return false;
    }
    print_figure("call committed to first sample handed over, median", percentile(lengths_ms, 0.5), "ms");
    return print_row("call committed to first sample handed over, 99 %", percentile(lengths_ms, 0.99), "ms",
                     Budget::at_most, bound_ms);
}

}  // namespace linli::bench
