// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/setup_questions.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "hall/acts/care_for_device.h"
#include "hall/acts/enrol_box.h"
#include "hall/acts/setup_code.h"
#include "kiosk/worker/hall_worker.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk {
namespace {

using namespace linli::support;

/// Takes every order and does nothing.
class CountedPower final : public Power {
public:
    explicit CountedPower(int& orders) : orders_(orders) {}
    PowerOutcome order(PowerOrder) override {
        ++orders_;
        return PowerOutcome::ordered;
    }

private:
    int& orders_;
};

Reply reply_to(HallWorker& worker, Question question) {
    const std::uint64_t number = worker.ask(std::move(question));
    for (int i = 0; i < 1000; ++i) {
        for (Reply& reply : worker.take_replies())
            if (reply.question == number) return std::move(reply);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("no reply came");
    return {};
}

template <class Value>
Value value_in(const Reply& reply) {
    const auto* answer = std::get_if<AnswerValue>(&reply.answer);
    REQUIRE(answer != nullptr);
    REQUIRE(std::holds_alternative<Value>(*answer));
    return std::get<Value>(*answer);
}

}  // namespace

TEST_CASE("the worker checks a setup code, counts its tries and says how many are left") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = value_of(Hall::create(folder.file("hall.db"), clock, Actor{"test"}, always_open()));
    HallWorker worker(folder.file("hall.db"), clock);
    const std::string code = value_of(make_setup_code(*hall));
    const Reply wrong = reply_to(worker, AskOpenSetup{code == "000000" ? "000001" : "000000"});
    REQUIRE(std::holds_alternative<Refused>(wrong.answer));
    CHECK(std::get<Refused>(wrong.answer).tries_left == 4);
    value_in<SetupOpened>(reply_to(worker, AskOpenSetup{code}));
    CHECK(std::get<Refused>(reply_to(worker, AskOpenSetup{code}).answer).why == Refusal::no_setup_code);
}

TEST_CASE("the worker asks for a device's test, follows it, and keeps settings") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = value_of(Hall::create(folder.file("hall.db"), clock, Actor{"test"}, always_open()));
    HallWorker worker(folder.file("hall.db"), clock);
    const auto asked = value_in<DeviceTestAsked>(reply_to(worker, AskDeviceTest{Device::board}));
    const auto taken = value_of(take_device_request(*hall, Device::board));
    REQUIRE(taken.has_value());
    REQUIRE(finish_device_request(*hall, *taken, "no_display").has_value());
    const auto outcome = value_in<DeviceRequest>(reply_to(worker, AskDeviceRequest{asked.row}));
    CHECK(outcome.state == DeviceRequest::State::failed);
    CHECK(outcome.detail == "no_display");
    CHECK(std::holds_alternative<Error>(reply_to(worker, AskDeviceRequest{99}).answer));

    CHECK(value_in<DeviceSettings>(reply_to(worker, AskSettings{})).made.empty());
    const auto set = value_in<DeviceSettings>(reply_to(worker, AskSetDevice{"sound.volume", "70"}));
    CHECK(set.of("sound.volume", "80") == "70");
    CHECK(set.of("guidance.volume", "60") == "60");
    CHECK(value_of(device_setting(*hall, "sound.volume")) == "70");
}

TEST_CASE("without a hall the worker tells of the machine and passes orders on, and nothing else") {
    const TempFolder folder;
    const SystemClock clock;
    int orders = 0;
    HallWorker worker(folder.file("none.db"), clock, "kiosk", std::make_unique<CountedPower>(orders));
    const auto machine = value_in<MachineFacts>(reply_to(worker, AskMachine{}));
    CHECK_FALSE(machine.box.has_value());
    CHECK(machine.database == folder.file("none.db").string());
    CHECK(machine.free_bytes.has_value());
    CHECK(value_in<PowerAnswer>(reply_to(worker, AskPower{PowerOrder::restart})).outcome == PowerOutcome::ordered);
    CHECK(orders == 1);
    for (const Question& question : {Question(AskOpenSetup{"123456"}), Question(AskDeviceTest{}),
                                     Question(AskSettings{}), Question(AskSetDevice{"sound.volume", "1"})})
        CHECK(std::holds_alternative<Error>(reply_to(worker, question).answer));
}

TEST_CASE("with a hall the worker tells what is in it; a worker that was given no power switches nothing off") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = value_of(Hall::create(folder.file("hall.db"), clock, Actor{"test"}, always_open()));
    HallWorker worker(folder.file("hall.db"), clock);
    const auto machine = value_in<MachineFacts>(reply_to(worker, AskMachine{}));
    REQUIRE(machine.box.has_value());
    CHECK(machine.box->content_version == 1);
    REQUIRE(machine.district.has_value());
    CHECK(machine.district->state == LinkState::none);
    CHECK(value_in<PowerAnswer>(reply_to(worker, AskPower{PowerOrder::shut_down})).outcome == PowerOutcome::not_here);
}

TEST_CASE("an installer's pairing string begins to join the district; a damaged one changes nothing") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = value_of(Hall::create(folder.file("hall.db"), clock, Actor{"test"}, always_open()));
    HallWorker worker(folder.file("hall.db"), clock);
    for (const char* wrong : {"", "linli1:", "linli1:e30", "nonsense"}) {
        const Reply reply = reply_to(worker, AskEnrol{wrong});
        REQUIRE(std::holds_alternative<Error>(reply.answer));
        CHECK(std::get<Error>(reply.answer).code == ErrorCode::invalid_input);
    }
    CHECK(value_of(show_sync(*hall)).state == LinkState::none);
    const std::string pairing = sync::pairing_text({"https://d.example:8443", "some-code", ""});
    value_in<EnrolBegun>(reply_to(worker, AskEnrol{pairing}));
    const auto machine = value_in<MachineFacts>(reply_to(worker, AskMachine{}));
    REQUIRE(machine.district.has_value());
    CHECK(machine.district->state == LinkState::waiting);
    CHECK(machine.district->address == "https://d.example:8443");
    CHECK_FALSE(machine.district->fingerprint.empty());
}

}  // namespace linli::kiosk
