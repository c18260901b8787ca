// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "hall/acts/drop_slips.h"
#include "hall/acts/show_ticket.h"
#include "hall/acts/verify_journal.h"
#include "kiosk/printer/spooler.h"
#include "tests/kiosk/support/short_slips.h"
#include "tests/support/process.h"

namespace linli::kiosk::testing {
namespace {

using namespace linli::support;
using Wire = PrinterPeer::Wire;
using Lines = std::vector<std::string>;

/// A hall that processes of a test share, and a printer that outlives them. Nobody in this process has the hall open
/// while they run.
struct PrintHouse {
    explicit PrintHouse(Wire wire) : peer(wire) {
        const auto hall = value_of(Hall::create(database, clock, Actor{"test"}, always_open()));
        REQUIRE(set_device(*hall, "printer.address", peer.address()).has_value());
        REQUIRE(report_device(*hall, {"kiosk", Device::printer, DeviceHealth::good, "ready", 0}).has_value());
    }

    void take(int count) {
        const auto hall = open();
        for (int i = 0; i < count; ++i) codes.push_back(done(issue_number(*hall, on_paper())).code());
    }
    std::unique_ptr<Hall> open() const { return value_of(Hall::open(database, clock, Actor{"test"})); }

    SpoolerWork::Parts parts(std::function<void(PrintStep)> on_step) {
        SpoolerWork::Parts parts{.database = database, .clock = clock, .slips = slips};
        parts.pace = test_pace();
        parts.on_step = std::move(on_step);
        return parts;
    }
    /// A program that prints until the power is cut: at the first time it comes to this step.
    int print_until(PrintStep step) {
        Child child([&] {
            SpoolerWork work(parts([step](PrintStep now) {
                if (now == step) kill(getpid(), SIGKILL);
            }));
            for (int i = 0; i < 200; ++i) {
                work.round(SpoolerWork::Wake::asked, std::stop_token{});
                usleep(5'000);
            }
            return 0;
        });
        return child.wait();
    }
    /// The next program prints all there is.
    int print_the_rest() {
        Child child([&] {
            SpoolerWork work(parts([](PrintStep) {}));
            for (int i = 0; i < 400; ++i) {
                work.round(SpoolerWork::Wake::asked, std::stop_token{});
                const auto hall = Hall::open(database, clock, Actor{"look"});
                if (!hall) return 1;
                const auto left = slips_to_print(**hall, "kiosk");
                if (left && left->empty()) return 0;
                usleep(5'000);
            }
            return 2;
        });
        return child.wait();
    }
    /// What its bytes were on the way when the program died comes to the printer a moment later.
    std::vector<PrinterPeer::Paper> papers() {
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        return peer.papers_and_rest();
    }
    void check_every_number_came_out() {
        const auto all = papers();
        for (const std::string& code : codes) {
            INFO(code);
            const Lines seen = papers_of(all, code);
            CHECK(std::any_of(seen.begin(), seen.end(), [](const auto& paper) { return paper.ends_with('>'); }));
        }
        const auto hall = open();
        CHECK(value_of(verify_journal(*hall)).fault.value_or("none") == "none");
    }

    TempFolder folder;
    std::filesystem::path database = folder.file("hall.db");
    SystemClock clock;
    PrinterPeer peer;
    ShortSlips slips;
    Lines codes;
};

constexpr int killed = 128 + SIGKILL;

}  // namespace

TEST_CASE("a program killed at any step of a slip leaves no two papers alike, and no number without one") {
    for (const Wire wire : {Wire::serial, Wire::tcp})
        for (const PrintStep step : {PrintStep::chosen, PrintStep::begun, PrintStep::half_sent, PrintStep::sent,
                                     PrintStep::looked_after, PrintStep::ended}) {
            INFO("step " << static_cast<int>(step) << (wire == Wire::tcp ? " tcp" : " serial"));
            PrintHouse house(wire);
            house.take(2);
            REQUIRE(house.print_until(step) == killed);
            // And once more, in the paper that should make it good.
            REQUIRE(house.print_until(step) == killed);
            REQUIRE(house.print_the_rest() == 0);
            CHECK(doubled_papers(house.papers(), house.codes) == Lines{});
            house.check_every_number_came_out();
        }
}

TEST_CASE("a program killed at moments that nobody chose leaves no two papers alike") {
    std::minstd_rand random(20261124);
    PrintHouse house(Wire::serial);
    for (int round = 0; round < 12; ++round) {
        INFO("round " << round);
        house.take(2);
        Child child([&] {
            SpoolerWork work(house.parts([](PrintStep) {}));
            while (true) work.round(SpoolerWork::Wake::asked, std::stop_token{});
            return 0;
        });
        usleep(std::uniform_int_distribution<useconds_t>(2'000, 60'000)(random));
        child.kill_at_once();
        CHECK(doubled_papers(house.papers(), house.codes) == Lines{});
    }
    REQUIRE(house.print_the_rest() == 0);
    CHECK(doubled_papers(house.papers(), house.codes) == Lines{});
    house.check_every_number_came_out();
}

TEST_CASE("the papers' record catches a spooler that tries the same copy again after a crash") {
    PrintHouse house(Wire::serial);
    house.take(1);
    REQUIRE(house.print_until(PrintStep::sent) == killed);
    // What a spooler without the rule would do: what is not printed yet is still to be printed.
    REQUIRE(house.open()
                ->stores()
                .database->execute("UPDATE print_job SET state = 'queued' WHERE state = 'printing'")
                .has_value());
    REQUIRE(house.print_the_rest() == 0);
    CHECK(doubled_papers(house.papers(), house.codes) == Lines{"<A001/1>"});
}

}  // namespace linli::kiosk::testing
