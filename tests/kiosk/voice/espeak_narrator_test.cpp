// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/espeak_narrator.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "hall/acts/care_for_device.h"
#include "kiosk/voice/espeak_process.h"
#include "kiosk/voice/sdl_speaker.h"
#include "tests/kiosk/voice/speaking_hall.h"

namespace linli::kiosk::testing {

namespace {

/// What cards the machine has, as a test plugs them in and out, and who hears each.
struct Sockets {
    std::mutex mutex;
    std::vector<std::string> names{"HDMI"};
    std::vector<std::string> opened;
    std::map<std::string, Ear> ears;

    void plug(std::vector<std::string> now) {
        const std::lock_guard lock(mutex);
        names = std::move(now);
    }
    std::vector<std::string> all_opened() {
        const std::lock_guard lock(mutex);
        return opened;
    }
    Ear& ear(const std::string& name) {
        const std::lock_guard lock(mutex);
        return ears[name];
    }
};

class PluggedCards final : public SoundCards {
public:
    explicit PluggedCards(Sockets& sockets) : sockets_(sockets) {}
    std::vector<std::string> names() override {
        const std::lock_guard lock(sockets_.mutex);
        return sockets_.names;
    }
    std::unique_ptr<Speaker> speaker(const std::string& card) override {
        const std::lock_guard lock(sockets_.mutex);
        sockets_.opened.push_back(card);
        return std::make_unique<Loudspeaker>(sockets_.ears[card]);
    }

private:
    Sockets& sockets_;
};

}  // namespace

TEST_CASE("a headset plugged in is what the next reading is heard by, and pulled out the usual card is") {
    SpeakingHall test;
    Sockets sockets;
    Ear &usual = sockets.ear(""), &headset = sockets.ear("USB Headset");
    EspeakNarrator narrator(test.hall.database(), test.hall.clock, std::make_unique<PluggedCards>(sockets));
    REQUIRE(eventually([&] { return narrator.ready(); }));
    narrator.say({"您好"}, Language::zh);
    REQUIRE(eventually([&] { return usual.times_played() == 1 && !narrator.speaking(); }));
    sockets.plug({"HDMI", "USB Headset"});
    narrator.say({"您好"}, Language::zh);
    REQUIRE(eventually([&] { return headset.times_played() == 1 && !narrator.speaking(); }));
    narrator.say({"您好"}, Language::zh);
    REQUIRE(eventually([&] { return headset.times_played() == 2 && !narrator.speaking(); }));
    sockets.plug({"HDMI"});
    narrator.say({"您好"}, Language::zh);
    REQUIRE(eventually([&] { return usual.times_played() == 2 && !narrator.speaking(); }));
    CHECK(headset.times_played() == 2);
    // A card is opened anew only where it is another one.
    CHECK(sockets.all_opened() == std::vector<std::string>{"", "USB Headset", ""});
}

TEST_CASE("a card that the hall names is taken whatever is plugged in") {
    SpeakingHall test;
    REQUIRE(set_device(test.hall.hall(), "guidance.device", "HDMI").has_value());
    Sockets sockets;
    sockets.plug({"HDMI", "USB Headset"});
    Ear& named = sockets.ear("HDMI");
    EspeakNarrator narrator(test.hall.database(), test.hall.clock, std::make_unique<PluggedCards>(sockets));
    narrator.say({"您好"}, Language::zh);
    CHECK(eventually([&] { return named.times_played() == 1; }));
    CHECK(sockets.all_opened() == std::vector<std::string>{"HDMI"});
}

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

TEST_CASE("speaking is cut off at once, and a text has a limit", "[timed]") {
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
