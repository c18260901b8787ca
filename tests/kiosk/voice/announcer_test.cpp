// SPDX-License-Identifier: Apache-2.0
#include "kiosk/voice/announcer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstring>
#include <fstream>
#include <functional>

#include "hall/acts/call_number.h"
#include "hall/acts/calls_since.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/install_content.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/show_hall.h"
#include "hall/base/live_mark.h"
#include "kiosk/voice/announcement.h"
#include "tests/kiosk/support/loudspeaker.h"
#include "tests/kiosk/voice/speaking_hall.h"
#include "tests/support/process.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk::testing {

using namespace linli::support;

TEST_CASE("calls are spoken in order, each as its own joined clips, and marked when they have ended") {
    SpeakingHall test;
    Ear ear;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    Samples expected;
    for (int i = 0; i < 5; ++i) expected = test.with_next_call(std::move(expected));
    REQUIRE(eventually([&] { return ear.all().size() >= expected.size(); }));
    CHECK(ear.all() == expected);
    CHECK(eventually([&] { return test.announced() == test.journal_end_now(); }));
    CHECK(ear.volume == 100);
}

TEST_CASE("a call during another waits until that has ended") {
    SpeakingHall test;
    Ear ear;
    ear.takes_at_once = false;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    test.call();
    test.call();
    REQUIRE(eventually([&] { return ear.times_played() == 1; }));
    usleep(200'000);
    CHECK(ear.times_played() == 1);
    ear.take();
    CHECK(eventually([&] { return ear.times_played() == 2; }));
}

TEST_CASE("the first announcer of a hall begins now, a later one where the last was, passing over what is old") {
    SpeakingHall test;
    test.call();
    Ear first;
    {
        const auto announcer = test.announcer(first);
        test.wait_for_start();
        usleep(150'000);
    }
    CHECK(first.all().empty());

    test.call();
    test.hall.clock.pass_seconds(121);
    const Samples young = test.with_next_call({});
    test.hall.clock.pass_seconds(119);
    Ear second;
    const auto announcer = test.announcer(second);
    REQUIRE(eventually([&] { return !second.all().empty(); }));
    CHECK(second.all() == young);
    CHECK(eventually([&] { return test.announced() == test.journal_end_now(); }));
}

TEST_CASE("an announcement that an end cuts off is spoken once more, and no other") {
    SpeakingHall test;
    Samples cut_off;
    Ear first;
    {
        const auto announcer = test.announcer(first);
        test.wait_for_start();
        test.call();
        REQUIRE(eventually([&] { return test.announced() == test.journal_end_now(); }));
        {
            const std::lock_guard lock(first.mutex);
            first.takes_at_once = false;
        }
        cut_off = test.with_next_call({});
        REQUIRE(eventually([&] { return first.times_played() == 2; }));
    }
    Ear second;
    const auto announcer = test.announcer(second);
    REQUIRE(eventually([&] { return second.times_played() == 1; }));
    CHECK(second.all() == cut_off);
}

TEST_CASE("whoever asks sees whether an announcer speaks in the hall, and no longer when it has ended") {
    SpeakingHall test;
    CHECK_FALSE(program_runs(test.hall.database(), "announcer"));
    {
        Ear ear;
        const auto announcer = test.announcer(ear);
        test.wait_for_start();
        CHECK(program_runs(test.hall.database(), "announcer"));
    }
    CHECK_FALSE(program_runs(test.hall.database(), "announcer"));
}

TEST_CASE("a disk that fails in the middle of a call ends no announcer; what is called afterwards is spoken") {
    SpeakingHall test;
    Ear ear;
    ear.takes_at_once = false;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    const Samples call = test.with_next_call({});
    REQUIRE(eventually([&] { return ear.times_played() == 1; }));
    const std::string file = test.hall.database().string(), whole = read_file(file), log = read_file(file + "-wal");
    // The same file with other bytes in it, as a dying disk gives it.
    const auto overwrite = [](const std::string& path, const std::string& bytes) {
        std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << bytes;
    };
    overwrite(file + "-wal", std::string(log.size(), 'x'));
    overwrite(file, std::string(whole.size(), 'x'));
    ear.take();
    usleep(300'000);
    overwrite(file, whole);
    overwrite(file + "-wal", log);
    test.hall.clock.pass_seconds(3);
    const Samples later = test.with_next_call({});
    REQUIRE(eventually([&] { return ear.times_played() >= 2; }));
    ear.take();
    const Samples all = ear.all();
    CHECK(std::equal(later.rbegin(), later.rend(), all.rbegin()));
    CHECK(eventually([&] { return test.announced() == test.journal_end_now(); }));
}

TEST_CASE("of two announcers one speaks; the other is silent, and takes over when the first ends") {
    SpeakingHall test;
    Ear first, second;
    auto speaking = test.announcer(first);
    test.wait_for_start();
    const auto waiting = test.announcer(second, "kiosk");
    const Samples one = test.with_next_call({});
    REQUIRE(eventually([&] { return first.all() == one && test.announced() == test.journal_end_now(); }));
    usleep(150'000);
    CHECK(second.all().empty());
    speaking.reset();
    const Samples two = test.with_next_call({});
    REQUIRE(eventually([&] { return !second.all().empty(); }));
    CHECK(second.all() == two);
    CHECK(first.all() == one);
}

TEST_CASE("without a card the hall says so; calls of the last two minutes are spoken when it comes, older ones not") {
    SpeakingHall test;
    Ear ear;
    ear.plug(false);
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    CHECK(eventually([&] { return test.sound_detail() == "no_card"; }));
    test.call();
    usleep(150'000);  // it has been read
    test.hall.clock.pass_seconds(121);
    const Samples young = test.with_next_call({});
    CHECK(ear.all().empty());
    usleep(150'000);
    ear.plug(true);
    REQUIRE(eventually([&] { return !ear.all().empty(); }));
    CHECK(ear.all() == young);
    CHECK(eventually([&] { return test.sound_detail() == "ready"; }));
}

TEST_CASE("a card that is lost in the middle of a call gets that call once more") {
    SpeakingHall test;
    Ear ear;
    ear.takes_at_once = false;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    const Samples call = test.with_next_call({});
    REQUIRE(eventually([&] { return ear.times_played() == 1; }));
    ear.plug(false);
    REQUIRE(eventually([&] { return test.sound_detail() == "no_card"; }));
    CHECK(test.announced() < test.journal_end_now());
    ear.plug(true);
    REQUIRE(eventually([&] { return ear.times_played() == 2; }));
    Samples twice = call;
    twice.insert(twice.end(), call.begin(), call.end());
    CHECK(ear.all() == twice);
}

TEST_CASE("in quiet hours nothing is spoken, and nothing of it later") {
    SpeakingHall test(R"([{"from": "09:00", "to": "11:00"}])");
    Ear ear;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    test.call();
    CHECK(eventually([&] { return test.announced() == test.journal_end_now(); }));
    test.hall.clock.pass_hours(1);
    const Samples later = test.with_next_call({});
    REQUIRE(eventually([&] { return !ear.all().empty(); }));
    CHECK(ear.all() == later);
}

TEST_CASE("a broken folder of recordings is told of and stops nothing") {
    SpeakingHall test;
    const TempFolder recordings;
    write_file(recordings.file("zh-qing.wav"), "broken");
    REQUIRE(set_device(test.hall.hall(), "voice.folder", recordings.path().string()).has_value());
    Ear ear;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    const Samples call = test.with_next_call({});
    REQUIRE(eventually([&] { return !ear.all().empty(); }));
    CHECK(ear.all() == call);
    CHECK(eventually([&] { return test.sound_detail() == "clips_missing"; }));
}

TEST_CASE("an installer's test is spoken and told as done, and told as failed where there is no card") {
    SpeakingHall test;
    Ear ear;
    const auto announcer = test.announcer(ear);
    test.wait_for_start();
    const auto outcome = [&](std::int64_t row) {
        const auto request = value_of(device_request(test.hall.hall(), row));
        return std::pair(request->state, request->detail);
    };
    const auto heard = value_of(ask_device_test(test.hall.hall(), Device::sound));
    CHECK(eventually([&] { return outcome(heard).first == DeviceRequest::State::done; }));
    CHECK(ear.all() == joined(test_announcement({}), ClipSet::built_in(), 100));
    ear.plug(false);
    const auto silent = value_of(ask_device_test(test.hall.hall(), Device::sound));
    CHECK(eventually([&] { return outcome(silent).first == DeviceRequest::State::failed; }));
    CHECK(outcome(silent).second == "no_card");
}

}  // namespace linli::kiosk::testing
