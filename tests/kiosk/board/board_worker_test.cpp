// SPDX-License-Identifier: Apache-2.0
#include "kiosk/board/board_worker.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "hall/acts/call_number.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/install_content.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/take_number.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli::kiosk {
namespace {

using namespace linli::support;

/// Until it holds; the test fails after ten seconds.
template <class Holds>
void wait_until(const char* what, Holds holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("it never came: " << what);
}

/// The clock of this machine, whose time since boot a test pushes on, so that ten seconds need not pass.
class PushedClock final : public Clock {
public:
    WallMs wall_ms() const override { return clock_.wall_ms(); }
    std::int64_t boot_ms() const override { return clock_.boot_ms() + pushed_ms_; }
    std::string boot_id() const override { return clock_.boot_id(); }
    void push_ms(std::int64_t milliseconds) { pushed_ms_ += milliseconds; }

private:
    SystemClock clock_;
    std::atomic<std::int64_t> pushed_ms_{0};
};

/// A hall, and beside it the board's worker.
struct House {
    House() : hall(value_of(Hall::create(database(), clock, Actor{"test"}, always_open()))) {}
    std::filesystem::path database() const { return folder.file("hall.db"); }
    std::filesystem::path mark() const { return LiveMark::path(database(), "board"); }
    void take_and_call() {
        if (!opened) done(open_counter(*hall, 1));
        opened = true;
        done(issue_number(*hall, {"old-age-allowance", "", new_key(), {}}));
        done(call_next(*hall, 1));
    }
    std::string status(const char* place) const {
        for (const DeviceStatus& device : value_of(show_hall(*hall)).devices)
            if (device.place == place && device.device == Device::board)
                return std::string(name_of(device.health)) + " " + device.detail;
        return "";
    }

    TempFolder folder;
    PushedClock clock;
    std::unique_ptr<Hall> hall;
    bool opened = false;
};

std::string first_call(const BoardWorker& worker) {
    const auto picture = worker.picture();
    return picture->view.calls.empty() ? "" : picture->view.calls.front().code;
}

}  // namespace

TEST_CASE("a call in one program is in the board's picture at once, and wakes whoever draws", "[timed]") {
    House house;
    BoardWorker worker(house.database(), house.clock);
    wait_until("the first picture", [&] { return worker.picture()->content != nullptr; });
    std::atomic<int> wakes{0};
    worker.on_news([&] { ++wakes; });
    const auto before = std::chrono::steady_clock::now();
    house.take_and_call();
    wait_until("the call", [&] { return first_call(worker) == "A001"; });
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(1));
    CHECK(wakes > 0);
    worker.on_news({});
}

TEST_CASE("without a database the board keeps its last picture and its time, and goes on when it is back") {
    House house;
    house.take_and_call();
    BoardWorker worker(house.database(), house.clock);
    wait_until("the call", [&] { return first_call(worker) == "A001"; });
    const auto away = house.folder.file("away.db");
    std::filesystem::rename(house.database(), away);
    std::optional<BoardReading> last;
    wait_until("readings that stop", [&] {
        const auto before = worker.last_reading();
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        last = worker.last_reading();
        return before->boot_ms == last->boot_ms;
    });
    CHECK(first_call(worker) == "A001");
    std::filesystem::rename(away, house.database());
    house.clock.push_ms(1500);
    wait_until("readings again", [&] { return worker.last_reading()->boot_ms > last->boot_ms; });
    CHECK(first_call(worker) == "A001");
}

TEST_CASE("a damaged database is no reason to lose the calls") {
    House house;
    house.take_and_call();
    BoardWorker worker(house.database(), house.clock);
    wait_until("the call", [&] { return first_call(worker) == "A001"; });
    std::filesystem::rename(house.database(), house.folder.file("away.db"));
    write_file(house.database(), std::string(8192, 'x'));
    for (int i = 0; i < 5; ++i) {
        house.clock.push_ms(1500);
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    CHECK(first_call(worker) == "A001");
}

TEST_CASE("another hall's file in its place is opened anew") {
    House house;
    house.take_and_call();
    BoardWorker worker(house.database(), house.clock);
    wait_until("the call", [&] { return first_call(worker) == "A001"; });
    house.hall.reset();
    for (const char* part : {"", "-wal", "-shm"})
        if (const std::string file = house.database().string() + part; std::filesystem::exists(file))
            std::filesystem::rename(file, file + ".old");
    value_of(Hall::create(house.folder.file("new.db"), house.clock, Actor{"test"}, always_open())).reset();
    std::filesystem::rename(house.folder.file("new.db"), house.database());
    house.clock.push_ms(1500);
    wait_until("the new hall, in which nobody was called", [&] { return worker.picture()->view.calls.empty(); });
}

TEST_CASE("new content is on the board by itself") {
    House house;
    BoardWorker worker(house.database(), house.clock);
    wait_until("the first picture", [&] { return worker.picture()->content != nullptr; });
    ContentDocuments documents = always_open();
    documents["board.json"] = R"({"language": "en", "notices": []})";
    REQUIRE(value_of(install_content(*house.hall, documents)).has_value());
    wait_until("English", [&] { return worker.picture()->content->board.languages == BoardLanguages::en; });
}

TEST_CASE("nothing new means no new picture, and nothing written") {
    House house;
    BoardWorker worker(house.database(), house.clock);
    worker.set_display(BoardWorker::Display::shown);
    wait_until("the report", [&] { return house.status("board") == "good ready"; });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const auto before = worker.picture();
    const std::int64_t mark = value_of(house.hall->change_mark());
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    CHECK(worker.picture() == before);
    CHECK(value_of(house.hall->change_mark()) == mark);
}

TEST_CASE("the board says whether it can be seen, and its mark whether it runs") {
    House house;
    CHECK_FALSE(LiveMark::is_held(house.mark()));
    {
        BoardWorker worker(house.database(), house.clock);
        wait_until("absent", [&] { return house.status("board") == "absent no_display"; });
        worker.set_display(BoardWorker::Display::shown);
        wait_until("good", [&] { return house.status("board") == "good ready"; });
        worker.set_display(BoardWorker::Display::missing);
        wait_until("absent again", [&] { return house.status("board") == "absent no_display"; });
        CHECK(LiveMark::is_held(house.mark()));
    }
    CHECK_FALSE(LiveMark::is_held(house.mark()));
}

TEST_CASE("an installer's test is shown for ten seconds and then done") {
    House house;
    BoardWorker worker(house.database(), house.clock);
    worker.set_display(BoardWorker::Display::shown);
    wait_until("the report", [&] { return house.status("board") == "good ready"; });
    const std::int64_t row = value_of(ask_device_test(*house.hall, Device::board));
    wait_until("the test picture", [&] { return worker.picture()->testing; });
    house.take_and_call();
    wait_until("a call meanwhile", [&] { return first_call(worker) == "A001"; });
    CHECK(worker.picture()->testing);
    CHECK(value_of(device_request(*house.hall, row))->state == DeviceRequest::State::taken);
    house.clock.push_ms(BoardWorker::test_ms);
    wait_until("the end of it", [&] { return !worker.picture()->testing; });
    wait_until("done", [&] { return value_of(device_request(*house.hall, row))->state == DeviceRequest::State::done; });
}

TEST_CASE("a test picture ends in time also while the hall cannot be read, and the calls are seen again") {
    House house;
    house.take_and_call();
    BoardWorker worker(house.database(), house.clock);
    worker.set_display(BoardWorker::Display::shown);
    wait_until("the report", [&] { return house.status("board") == "good ready"; });
    value_of(ask_device_test(*house.hall, Device::board));
    wait_until("the test picture", [&] { return worker.picture()->testing; });
    std::filesystem::rename(house.database(), house.folder.file("away.db"));
    house.clock.push_ms(BoardWorker::test_ms);
    wait_until("the end of it", [&] { return !worker.picture()->testing; });
    CHECK(first_call(worker) == "A001");
}

TEST_CASE("a test that nobody can see fails and says why") {
    House house;
    BoardWorker worker(house.database(), house.clock);
    const std::int64_t row = value_of(ask_device_test(*house.hall, Device::board));
    wait_until("the answer",
               [&] { return value_of(device_request(*house.hall, row))->state == DeviceRequest::State::failed; });
    CHECK(value_of(device_request(*house.hall, row))->detail == "no_display");
    CHECK_FALSE(worker.picture()->testing);
}

}  // namespace linli::kiosk
