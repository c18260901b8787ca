// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/espeak_narrator.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/voice/espeak_process.h"
#include "kiosk/voice/sdl_speaker.h"
#include "tests/kiosk/voice/speaking_hall.h"

namespace linli::kiosk::testing {

TEST_CASE("sentences are spoken in order, and it is known which one is heard") {
    SpeakingHall test;
    Ear ear;
    EspeakNarrator narrator(test.hall.database(), test.hall.clock, std::make_unique<Loudspeaker>(ear));
    REQUIRE(eventually([&] { return narrator.ready(); }));
    {
        const std::lock_guard lock(ear.mutex);
        ear.takes_at_once = false;
    }
    narrator.say({"您好", "取号"}, Language::zh);
    CHECK(narrator.speaking());
    REQUIRE(eventually([&] { return ear.times_played() == 2; }));
    CHECK(eventually([&] { return narrator.sentence() == 0; }));
    CHECK(ear.volume == 60);
    ear.take();
    CHECK(eventually([&] { return !narrator.speaking(); }));
    CHECK(narrator.sentence() == -1);
    // Two words and the pauses behind them: between half a second and three.
    CHECK(ear.all().size() > samples_of_ms(1'000));
    CHECK(ear.all().size() < samples_of_ms(4'000));
}

TEST_CASE("stopping throws away what waits; saying something else cuts off what is said") {
    SpeakingHall test;
    Ear ear;
    ear.takes_at_once = false;
    EspeakNarrator narrator(test.hall.database(), test.hall.clock, std::make_unique<Loudspeaker>(ear));
    REQUIRE(eventually([&] { return narrator.ready(); }));
    narrator.say({"第一句话", "第二句话"}, Language::zh);
    REQUIRE(eventually([&] { return ear.times_played() >= 1; }));
    narrator.stop();
    CHECK_FALSE(narrator.speaking());
    CHECK(eventually([&] { return ear.stops >= 1; }));
    const int before = ear.times_played();
    narrator.say({"One"}, Language::en);
    CHECK(eventually([&] { return ear.times_played() == before + 1; }));
    CHECK(narrator.speaking());
}

TEST_CASE("without a card there is no voice") {
    SpeakingHall test;
    Ear ear;
    ear.plug(false);
    EspeakNarrator narrator(test.hall.database(), test.hall.clock, std::make_unique<Loudspeaker>(ear));
    narrator.say({"您好"}, Language::zh);
    CHECK_FALSE(narrator.ready());
    CHECK(eventually([&] { return !narrator.speaking(); }));
    CHECK(ear.all().empty());
}

TEST_CASE("what is read is given to espeak-ng on its input, so nothing in it is an argument or a command") {
    const std::atomic<bool> never{false};
    const auto spoken = espeak({english_voice, "-w out.wav; $(touch here) `id` --version", 150}, never);
    REQUIRE(spoken.has_value());
    CHECK(spoken->size() > samples_of_ms(500));
}

TEST_CASE("speaking is cut off at once, and a text has a limit") {
    const std::atomic<bool> already{true}, never{false};
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(espeak({chinese_voice, "hao3", 150}, already).has_value());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(500));
    const auto long_text = espeak({chinese_voice, std::string(2'001, 'a'), 150}, never);
    REQUIRE_FALSE(long_text.has_value());
    CHECK(long_text.error().code == ErrorCode::invalid_input);
}

TEST_CASE("a headset is known by its name") {
    CHECK(headset_among({"HDMI", "USB Headset Mono", "Headphones"}) == "USB Headset Mono");
    CHECK(headset_among({"HDA Headphones"}) == "HDA Headphones");
    CHECK(headset_among({"HDMI", "Speakers"}).empty());
    CHECK(headset_among({}).empty());
}

}  // namespace linli::kiosk::testing
