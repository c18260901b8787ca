// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/spooler.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "hall/acts/show_slip.h"
#include "kiosk/worker/hall_worker.h"
#include "tests/kiosk/support/short_slips.h"

namespace linli::kiosk::testing {
namespace {

using namespace linli::support;
using Wire = PrinterPeer::Wire;

template <class Holds>
bool soon(Holds holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

std::unique_ptr<Hall> printing_hall(const std::filesystem::path& database, const Clock& clock,
                                    const std::string& address) {
    auto hall = value_of(Hall::create(database, clock, Actor{"test"}, always_open()));
    REQUIRE(set_device(*hall, "printer.address", address).has_value());
    REQUIRE(report_device(*hall, {"kiosk", Device::printer, DeviceHealth::good, "ready", 0}).has_value());
    return hall;
}

SpoolerWork::Parts parts_of(const std::filesystem::path& database, const Clock& clock, SlipWriter& slips) {
    SpoolerWork::Parts parts{.database = database, .clock = clock, .slips = slips};
    parts.pace = test_pace();
    return parts;
}

}  // namespace

TEST_CASE("the kiosk's worker wakes the spooler, and the paper is there within a second", "[timed]") {
    const TempFolder folder;
    const SystemClock clock;
    PrinterPeer peer(Wire::serial);
    ShortSlips slips;
    const auto hall = printing_hall(folder.file("hall.db"), clock, peer.address());
    HallWorker worker(folder.file("hall.db"), clock);
    Spooler spooler(parts_of(folder.file("hall.db"), clock, slips));
    worker.on_taken([&] { spooler.wake(); });
    REQUIRE(soon([&] { return peer.questions() > 0; }));
    const auto before = std::chrono::steady_clock::now();
    worker.ask(AskTake{on_paper()});
    REQUIRE(soon([&] { return peer.papers().size() == 1; }));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(1));
    CHECK(papers_of(peer.papers(), "A001") == std::vector<std::string>{"<A001/1>"});
    worker.on_taken({});
}

TEST_CASE("the program ends within a second, whatever the printer does", "[timed]") {
    for (const bool stands_still : {false, true}) {
        const TempFolder folder;
        const SystemClock clock;
        PrinterPeer peer(Wire::serial);
        struct Long final : SlipWriter {
            Result<std::string> ticket(const SlipOrder&, const PrinterForm&) override {
                return "\x1b@" + std::string(200'000, '.');
            }
            Result<std::string> document(const HallContent&, const PaperOfDocument&, const LocalTime&,
                                         const PrinterForm&) override {
                return std::string();
            }
            Result<std::string> test(const HallContent&, const LocalTime&, const PrinterForm&) override {
                return std::string();
            }
        } slips;
        const auto hall = printing_hall(folder.file("hall.db"), clock, peer.address());
        if (stands_still) peer.behave({.stands_still_after = 100});
        auto parts = parts_of(folder.file("hall.db"), clock, slips);
        parts.pace = PrinterPace{};  // as in a hall: ten seconds of patience
        std::atomic<bool> begun{false};
        parts.on_step = [&](PrintStep step) { begun = begun || step == PrintStep::begun; };
        auto spooler = std::make_unique<Spooler>(std::move(parts));
        const Ticket ticket = done(issue_number(*hall, on_paper()));
        REQUIRE(soon([&] { return begun.load(); }));
        const auto before = std::chrono::steady_clock::now();
        spooler.reset();
        CHECK(std::chrono::steady_clock::now() - before < std::chrono::milliseconds(1200));
        // Cut off in the middle: whoever starts next sees that it was.
        if (stands_still) CHECK(value_of(show_slip(*hall, ticket.id))->state == PrintState::printing);
    }
}

TEST_CASE("a spooler waits for a hall that is not there yet, and finds it") {
    const TempFolder folder;
    const SystemClock clock;
    PrinterPeer peer(Wire::tcp);
    ShortSlips slips;
    Spooler spooler(parts_of(folder.file("hall.db"), clock, slips));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto hall = printing_hall(folder.file("hall.db"), clock, peer.address());
    done(issue_number(*hall, on_paper()));
    CHECK(soon([&] { return peer.papers().size() == 1; }));
}

}  // namespace linli::kiosk::testing
