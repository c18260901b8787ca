// SPDX-License-Identifier: Apache-2.0
// The announcer as the real program with SDL's disk audio driver: what it writes is what would be heard.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "hall/acts/call_number.h"
#include "hall/acts/calls_since.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/take_number.h"
#include "tests/kiosk/voice/speaking_hall.h"
#include "tests/support/places.h"
#include "tests/support/process.h"

namespace linli::kiosk::testing {

using namespace linli::support;

namespace {

enum class Pace : std::uint8_t { as_heard, quick };

/// A hall on the machine's own clock, and the program that announces it.
class RealHall {
public:
    RealHall() : hall_(value_of(Hall::create(database(), clock_, Actor{"test"}, loud_content("[]")))) {
        done(open_counter(*hall_, 1));
    }

    std::filesystem::path database() const { return folder_.file("hall.db"); }
    std::filesystem::path sound(int run) const { return folder_.file("sound" + std::to_string(run)); }

    Child announcer(int run, Pace pace, const char* driver = "disk") const {
        const std::string sound_file = sound(run), file = database(), program = kiosk_program();
        return Child([=] {
            setenv("SDL_AUDIODRIVER", driver, 1);
            setenv("SDL_DISKAUDIOFILE", sound_file.c_str(), 1);
            // One millisecond for each 23 of sound. Without any the driver would fill the disk with silence.
            if (pace == Pace::quick) setenv("SDL_DISKAUDIODELAY", "1", 1);
            execl(program.c_str(), program.c_str(), "--announce", "--database", file.c_str(), nullptr);
            return 127;
        });
    }
    void wait_for_start() {
        REQUIRE(eventually([&] { return value_of(announced_until(*hall_)).has_value(); }));
    }
    Ticket call() {
        value_of(finish(*hall_, 1, {}));
        done(issue_number(*hall_, {"senior-card", {}, new_key(), {}}));
        return done(call_next(*hall_, 1));
    }
    bool all_announced() {
        std::int64_t last = 0;
        for (const Call& call : value_of(calls_since(*hall_, 0, 1'000)).calls) last = call.seq;
        return value_of(announced_until(*hall_)) >= last;
    }
    Samples heard(int run) const {
        const std::string bytes = std::filesystem::exists(sound(run)) ? read_file(sound(run)) : std::string();
        Samples samples(bytes.size() / 2);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = static_cast<std::int16_t>(static_cast<unsigned char>(bytes[2 * i]) |
                                                   static_cast<unsigned char>(bytes[2 * i + 1]) << 8);
        return samples;
    }
    Hall& hall() { return *hall_; }

private:
    SystemClock clock_;
    TempFolder folder_;
    std::unique_ptr<Hall> hall_;
};

bool silent(std::int16_t sample) { return sample == 0; }

/// Passes silence and then exactly this sound; false where anything else is there.
bool take(Samples::const_iterator& at, Samples::const_iterator end, const Samples& sound) {
    const auto from = std::find_if_not(sound.begin(), sound.end(), silent);
    const auto to = std::find_if_not(sound.rbegin(), sound.rend(), silent).base();
    at = std::find_if_not(at, end, silent);
    if (end - at < to - from || !std::equal(from, to, at)) return false;
    at += to - from;
    return true;
}

}  // namespace

TEST_CASE("thirty calls within a second reach the sound card whole, in order and never over one another", "[timed]") {
    RealHall test;
    Child announcer = test.announcer(0, Pace::quick);
    test.wait_for_start();
    std::vector<Samples> expected;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 30; ++i) expected.push_back(sound_of(test.call()));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
    REQUIRE(eventually([&] { return test.all_announced(); }, 90));
    announcer.kill_at_once();
    const Samples heard = test.heard(0);
    auto at = heard.begin();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO("call " << i);
        REQUIRE(take(at, heard.end(), expected[i]));
    }
    CHECK(std::all_of(at, heard.end(), silent));
}

TEST_CASE("an announcement in whose middle the program is killed is spoken whole after the next start") {
    RealHall test;
    Child first = test.announcer(0, Pace::as_heard);
    test.wait_for_start();
    const Samples expected = sound_of(test.call());
    REQUIRE(eventually([&] {
        const Samples heard = test.heard(0);
        return !std::all_of(heard.begin(), heard.end(), silent);
    }));
    first.kill_at_once();
    CHECK_FALSE(test.all_announced());
    Child second = test.announcer(1, Pace::quick);
    REQUIRE(eventually([&] { return test.all_announced(); }));
    second.kill_at_once();
    const Samples heard = test.heard(1);
    auto at = heard.begin();
    CHECK(take(at, heard.end(), expected));
    CHECK(std::all_of(at, heard.end(), silent));
}

TEST_CASE("where the machine has no sound card the program says so and lives on") {
    RealHall test;
    Child announcer = test.announcer(0, Pace::as_heard, "nothing");
    test.wait_for_start();
    CHECK(eventually([&] {
        for (const DeviceStatus& device : value_of(show_hall(test.hall())).devices)
            if (device.device == Device::sound) return device.detail == "no_card";
        return false;
    }));
    test.call();
    usleep(300'000);
    CHECK_FALSE(test.all_announced());
}

}  // namespace linli::kiosk::testing
