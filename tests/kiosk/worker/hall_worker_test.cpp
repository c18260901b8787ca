// SPDX-License-Identifier: Apache-2.0
#include "kiosk/worker/hall_worker.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "hall/acts/call_for_help.h"
#include "hall/acts/call_number.h"
#include "hall/acts/open_counter.h"
#include "tests/support/pictures.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk {
namespace {

using namespace linli::support;
using Picture = std::shared_ptr<const HallPicture>;

/// Until the worker's newest picture is as wished; the test fails after ten seconds.
template <class Holds>
Picture picture_when(HallWorker& worker, Holds holds) {
    for (int i = 0; i < 1000; ++i) {
        if (Picture picture = worker.picture(); holds(*picture)) return picture;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("the picture never came");
    return {};
}

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

bool usable(const HallPicture& picture) { return picture.content && !picture.trouble; }

std::unique_ptr<Hall> new_hall(const std::filesystem::path& database, const Clock& clock) {
    return value_of(Hall::create(database, clock, Actor{"test"}, always_open()));
}

}  // namespace

TEST_CASE("a worker takes a number once, though it is asked twice with one key") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = new_hall(folder.file("hall.db"), clock);
    HallWorker worker(folder.file("hall.db"), clock);
    const AskTake question{{"old-age-allowance", "", new_key(), {}}};
    const Reply first = reply_to(worker, question), second = reply_to(worker, question);
    const auto code = [](const Reply& reply) {
        return std::get<TicketView>(std::get<AnswerValue>(reply.answer)).ticket.code();
    };
    CHECK(code(first) == "A001");
    CHECK(code(second) == "A001");
    CHECK(picture_when(worker, [](const HallPicture& picture) { return picture.status.waiting == 1; }));
}

TEST_CASE("a worker shows within a second what another program commits, and wakes the screen", "[timed]") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = new_hall(folder.file("hall.db"), clock);
    HallWorker worker(folder.file("hall.db"), clock);
    picture_when(worker, usable);
    std::atomic<int> wakes{0};
    worker.on_news([&] { ++wakes; });
    const auto before = std::chrono::steady_clock::now();
    done(open_counter(*hall, 1));
    picture_when(worker, [](const HallPicture& picture) { return picture.status.open_counters == 1; });
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(1));
    CHECK(wakes > 0);
    worker.on_news({});
}

TEST_CASE("a worker says that the database is missing, and goes on by itself when it is there") {
    const TempFolder folder;
    const SystemClock clock;
    HallWorker worker(folder.file("hall.db"), clock);
    const Picture broken = picture_when(worker, [](const HallPicture& picture) { return picture.trouble.has_value(); });
    CHECK(broken->trouble->code == ErrorCode::missing);
    const Reply reply = reply_to(worker, AskShow{"A001"});
    CHECK(std::holds_alternative<Error>(reply.answer));
    const auto hall = new_hall(folder.file("hall.db"), clock);
    CHECK(picture_when(worker, usable));
}

TEST_CASE("a worker notices that its database was damaged or replaced") {
    const TempFolder folder;
    const SystemClock clock;
    const auto path = folder.file("hall.db");
    new_hall(path, clock).reset();
    HallWorker worker(path, clock);
    picture_when(worker, usable);
    std::filesystem::rename(path, folder.file("away.db"));
    write_file(path, std::string(8192, 'x'));
    const Picture broken = picture_when(worker, [](const HallPicture& picture) { return picture.trouble.has_value(); });
    CHECK(broken->trouble->code == ErrorCode::not_linli);
    CHECK(broken->content);
    std::filesystem::remove(path);
    std::filesystem::rename(folder.file("away.db"), path);
    CHECK(picture_when(worker, usable));
}

TEST_CASE("a call for help made twice at one kiosk stays one call") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = new_hall(folder.file("hall.db"), clock);
    HallWorker worker(folder.file("hall.db"), clock, "kiosk");
    for (int i = 0; i < 2; ++i) {
        const Reply reply = reply_to(worker, AskHelp{});
        CHECK(std::get<HelpAnswer>(std::get<AnswerValue>(reply.answer)).open);
    }
    CHECK(value_of(end_help_call(*hall, "kiosk")));
    CHECK_FALSE(value_of(end_help_call(*hall, "kiosk")));
}

TEST_CASE("a storm of questions neither blocks nor grows without bound", "[timed]") {
    const TempFolder folder;
    const SystemClock clock;
    const auto hall = new_hall(folder.file("hall.db"), clock);
    HallWorker worker(folder.file("hall.db"), clock);
    const auto before = std::chrono::steady_clock::now();
    for (int i = 0; i < 5000; ++i) worker.ask(AskShow{"A001"});
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(2));
    const Reply reply = reply_to(worker, AskShow{"A001"});
    CHECK(std::get<Refused>(reply.answer).why == Refusal::unknown_ticket);
}

TEST_CASE("pictures are decoded in the worker's thread, whether there is a hall or not") {
    const TempFolder folder;
    const SystemClock clock;
    HallWorker worker(folder.file("hall.db"), clock);
    std::atomic<std::thread::id> decoded_in{};
    worker.on_news([&] { decoded_in = std::this_thread::get_id(); });
    const auto photo = std::make_shared<const std::string>(jpeg_picture(2000, 1500, Orientation::right_turn));
    const auto begun = std::chrono::steady_clock::now();
    const std::uint64_t asked = worker.ask(AskPicture{photo, {900, 675}});
    const auto waited = std::chrono::steady_clock::now() - begun;
    Reply reply;
    for (int i = 0; i < 1000 && reply.question != asked; ++i) {
        for (Reply& one : worker.take_replies())
            if (one.question == asked) reply = std::move(one);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    REQUIRE(reply.question == asked);
    const auto& pixels = std::get<PicturePixels>(std::get<AnswerValue>(reply.answer));
    CHECK(pixels.width == 900);
    CHECK(pixels.rgba.size() == 900UL * 675 * 4);
    CHECK(decoded_in.load() != std::this_thread::get_id());
    CHECK(waited < std::chrono::milliseconds(5));  // asking is no decoding
    const Reply damaged = reply_to(worker, AskPicture{std::make_shared<const std::string>("no picture"), {90, 90}});
    CHECK(std::get<Error>(damaged.answer).code == ErrorCode::invalid_content);
    CHECK(std::get<Error>(reply_to(worker, AskPicture{}).answer).code == ErrorCode::missing);
}

}  // namespace linli::kiosk
