// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/spooler_work.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/give_back.h"
#include "hall/acts/reprint_slip.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/show_slip.h"
#include "tests/kiosk/support/short_slips.h"

namespace linli::kiosk::testing {
namespace {

using namespace linli::support;
using Lines = std::vector<std::string>;
using Wire = PrinterPeer::Wire;

/// A hall, a printer and the work between them, one round at a time.
struct PrintRoom {
    explicit PrintRoom(Wire wire = Wire::serial) : peer(wire), work(parts()) {
        REQUIRE(set_device(test.hall(), "printer.address", peer.address()).has_value());
        round();
    }

    SpoolerWork::Parts parts() {
        return {.database = test.database(), .clock = test.clock, .slips = slips, .pace = test_pace()};
    }
    void round() { work.round(SpoolerWork::Wake::asked, std::stop_token{}); }
    /// Time in which the printer is looked at again, and a lost link opened.
    void later() {
        test.clock.pass_seconds(5);
        round();
    }
    Ticket take() {
        test.clock.pass_seconds(1);
        return done(issue_number(test.hall(), on_paper()));
    }
    PrintJob slip(const Ticket& ticket) { return value_of(show_slip(test.hall(), ticket.id)).value(); }
    std::string state(const Ticket& ticket) {
        const PrintJob job = slip(ticket);
        return std::string(name_of(job.state)) + (job.trouble ? std::string(" ") + name_of(*job.trouble) : "");
    }
    Lines on_paper_of(const Ticket& ticket) { return papers_of(peer.papers_and_rest(), ticket.code()); }
    std::string printer() {
        for (const DeviceStatus& device : value_of(show_hall(test.hall())).devices)
            if (device.device == Device::printer) return std::string(name_of(device.health)) + " " + device.detail;
        return "unknown";
    }

    TestHall test{always_open()};
    PrinterPeer peer;
    ShortSlips slips;
    SpoolerWork work;
};

}  // namespace

TEST_CASE("a number taken on paper comes out of the printer once") {
    for (const Wire wire : {Wire::serial, Wire::tcp}) {
        PrintRoom room(wire);
        CHECK(room.printer() == "good ready");
        const Ticket first = room.take(), second = room.take();
        room.round();
        CHECK(room.on_paper_of(first) == Lines{"<A001/1>"});
        CHECK(room.on_paper_of(second) == Lines{"<A002/1>"});
        CHECK(room.state(first) == "printed");
        CHECK(room.state(second) == "printed");
        room.round();
        CHECK(room.peer.papers().size() == 2);
    }
}

TEST_CASE("a printer's state is reported when it changes, and a slip waits for paper") {
    PrintRoom room;
    room.peer.behave({.near_end = true});
    room.later();
    CHECK(room.printer() == "warning paper_near_end");
    room.peer.behave({.paper_out = true});
    const Ticket ticket = room.take();
    room.round();
    CHECK(room.printer() == "bad paper_out");
    CHECK(room.state(ticket) == "queued");
    room.peer.behave({});
    room.later();
    CHECK(room.printer() == "good ready");
    CHECK(room.state(ticket) == "printed");
    CHECK(room.on_paper_of(ticket) == Lines{"<A001/1>"});
}

TEST_CASE("old slips do not pour out when paper comes") {
    PrintRoom room;
    room.peer.behave({.cover_open = true});
    const Ticket old = room.take();
    room.round();
    room.test.clock.pass_minutes(2);
    const Ticket given_back = room.take(), fresh = room.take();
    done(give_back(room.test.hall(), given_back.code(), given_back.check_code));
    room.test.clock.pass_minutes(1);
    room.peer.behave({});
    room.later();
    CHECK(room.state(old) == "dropped too_late");
    CHECK(room.state(given_back) == "dropped ticket_ended");
    CHECK(room.on_paper_of(fresh) == Lines{"<A003/1>"});
    CHECK(room.peer.papers().size() == 1);
}

TEST_CASE("a printer that never answers is printed on, and staff are warned") {
    for (const auto answers : {PrinterPeer::Answers::nothing, PrinterPeer::Answers::nonsense}) {
        PrintRoom room;
        TestHall& test = room.test;
        room.peer.behave({.answers = answers});
        // A program that has never heard it answer.
        SpoolerWork work(room.parts());
        work.round(SpoolerWork::Wake::asked, std::stop_token{});
        CHECK(room.printer() == "warning no_answer");
        const Ticket ticket = done(issue_number(test.hall(), on_paper()));
        work.round(SpoolerWork::Wake::asked, std::stop_token{});
        CHECK(room.state(ticket) == "printed");
        CHECK(room.on_paper_of(ticket) == Lines{"<A001/1>"});
    }
}

TEST_CASE("one that used to answer and falls silent is off: nothing is sent to it") {
    PrintRoom room;
    room.peer.behave({.answers = PrinterPeer::Answers::nothing});
    const Ticket ticket = room.take();
    room.round();
    CHECK(room.printer() == "bad offline");
    CHECK(room.state(ticket) == "queued");
    CHECK(room.peer.papers_and_rest().empty());
}

TEST_CASE("one that falls silent within a slip leaves us unsure, and the next paper says which it is") {
    PrintRoom room;
    room.peer.behave({.silent_after = 20});
    const Ticket ticket = room.take();
    room.round();
    CHECK(room.state(ticket) == "failed not_sure");
    room.peer.behave({});
    done(reprint_slip(room.test.hall(), ticket.code(), "kiosk"));
    room.later();
    CHECK(room.on_paper_of(ticket) == Lines{"<A001/1>", "<A001/2>"});
}

TEST_CASE("wherever in a slip the paper ends, nobody gets two papers alike and no number is lost") {
    const std::size_t length = value_of(ShortSlips().test({}, {}, {})).size() + 4;
    for (std::size_t at = 0; at <= length; ++at) {
        INFO("paper ends after " << at << " bytes");
        PrintRoom room;
        room.peer.behave({.paper_out_after = at});
        const Ticket ticket = room.take();
        room.round();
        const std::string state = room.state(ticket);
        const Lines seen = room.on_paper_of(ticket);
        if (at == 0) CHECK(state == "queued");
        if (at > 0 && (seen.empty() || seen.front().ends_with("torn"))) CHECK(state == "failed half_printed");
        CHECK(room.test.now(ticket).state == TicketState::waiting);
        room.peer.behave({});
        room.later();
        if (room.state(ticket).starts_with("failed")) {
            done(reprint_slip(room.test.hall(), ticket.code(), "kiosk"));
            room.round();
        }
        CHECK(room.state(ticket) == "printed");
        CHECK(doubled_papers(room.peer.papers_and_rest(), {ticket.code()}).empty());
        CHECK(room.peer.papers().back().whole);
    }
}

TEST_CASE("wherever in a slip it is unplugged, the link comes back by itself and no paper is doubled") {
    for (const Wire wire : {Wire::serial, Wire::tcp})
        for (const std::size_t at : {1U, 8U, 12U, 40U, 70U}) {
            INFO("goes away after " << at << " bytes");
            PrintRoom room(wire);
            room.peer.behave({.goes_away_after = at});
            const Ticket ticket = room.take();
            room.round();
            const std::string state = room.state(ticket);
            CHECK(state.starts_with("failed"));
            CHECK(room.printer() == "bad unplugged");
            room.peer.plug_in();
            room.later();
            CHECK(room.printer() == "good ready");
            // Nobody asked: no second paper pours out.
            CHECK(room.state(ticket) == state);
            done(reprint_slip(room.test.hall(), ticket.code(), "kiosk"));
            room.round();
            CHECK(room.on_paper_of(ticket).back() == "<A001/2>");
            CHECK(doubled_papers(room.peer.papers_and_rest(), {ticket.code()}).empty());
        }
}

TEST_CASE("a printer that still waits for the dots of a slip that was cut off shows the second paper whole") {
    for (const std::size_t at : {9U, 10U, 11U, 1'000U, 3'400U}) {
        INFO("goes away after " << at << " bytes");
        PrintRoom room;
        constexpr char across = 72, rows = 48;
        room.slips.picture = std::string("\x1dv0\0", 4) + across + std::string(1, '\0') + rows + std::string(1, '\0') +
                             std::string(static_cast<std::size_t>(across * rows), 'x');
        room.peer.behave({.goes_away_after = at});
        const Ticket ticket = room.take();
        room.round();
        CHECK(room.state(ticket).starts_with("failed"));
        room.peer.plug_in();
        room.later();
        done(reprint_slip(room.test.hall(), ticket.code(), "kiosk"));
        room.round();
        CHECK(room.on_paper_of(ticket) == Lines{"<A001/2>"});
        CHECK(room.state(ticket) == "printed");
    }
}

TEST_CASE("what a printer says unasked is not taken for its answer") {
    PrintRoom room;
    room.peer.behave({.says_unasked = true});
    room.later();
    CHECK(room.printer() == "good ready");
}

TEST_CASE("a slip that was not begun when the printer went away waits, and comes out as the first") {
    PrintRoom room;
    room.peer.unplug();
    const Ticket ticket = room.take();
    room.round();
    CHECK(room.printer() == "bad unplugged");
    CHECK(room.state(ticket) == "queued");
    room.peer.plug_in();
    room.later();
    CHECK(room.on_paper_of(ticket) == Lines{"<A001/1>"});
}

TEST_CASE("a test slip is printed on request, and the outcome is told") {
    PrintRoom room;
    auto row = value_of(ask_device_test(room.test.hall(), Device::printer));
    room.round();
    CHECK(value_of(device_request(room.test.hall(), row))->state == DeviceRequest::State::done);
    REQUIRE(room.peer.papers().size() == 1);
    CHECK(room.peer.papers()[0].text.find("<test>") != std::string::npos);
    room.peer.behave({.paper_out = true});
    row = value_of(ask_device_test(room.test.hall(), Device::printer));
    room.round();
    const auto failed = value_of(device_request(room.test.hall(), row));
    CHECK(failed->state == DeviceRequest::State::failed);
    CHECK(failed->detail == "paper_out");
}

TEST_CASE("a document that a resident has read is printed on request, and the outcome is told") {
    PrintRoom room;
    const auto row = done(print_document(room.test.hall(), {"old-age-allowance", Language::zh}));
    room.round();
    CHECK(value_of(device_request(room.test.hall(), row))->state == DeviceRequest::State::done);
    REQUIRE(room.peer.papers().size() == 1);
    CHECK(room.peer.papers()[0].text.find("<old-age-allowance>") != std::string::npos);
}

TEST_CASE("a hall that wants no paper has no printer, and a setting takes effect without a new start") {
    PrintRoom room;
    REQUIRE(set_device(room.test.hall(), "printer.paper", "off").has_value());
    room.later();
    CHECK(room.printer() == "absent switched_off");
    done(issue_number(room.test.hall(), on_paper()));
    CHECK(room.test.count("SELECT count(*) FROM print_job") == 0);
    REQUIRE(set_device(room.test.hall(), "printer.paper", std::nullopt).has_value());
    REQUIRE(set_device(room.test.hall(), "printer.address", "none").has_value());
    room.later();
    CHECK(room.printer() == "absent switched_off");
    REQUIRE(set_device(room.test.hall(), "printer.address", room.peer.address()).has_value());
    room.later();
    CHECK(room.printer() == "good ready");
}

TEST_CASE("a slip whose bytes cannot be made fails in words and does not hold up the next") {
    struct Broken final : SlipWriter {
        Result<std::string> ticket(const SlipOrder& order, const PrinterForm& form) override {
            if (order.view.ticket.number == 1) return fail(ErrorCode::missing, "no font");
            return good.ticket(order, form);
        }
        Result<std::string> document(const HallContent&, const PaperOfDocument&, const LocalTime&,
                                     const PrinterForm&) override {
            return fail(ErrorCode::missing, "no font");
        }
        Result<std::string> test(const HallContent&, const LocalTime&, const PrinterForm&) override {
            return fail(ErrorCode::missing, "no font");
        }
        ShortSlips good;
    };
    PrintRoom room;
    Broken broken;
    SpoolerWork::Parts parts{.database = room.test.database(), .clock = room.test.clock, .slips = broken};
    parts.pace = test_pace();
    SpoolerWork work(std::move(parts));
    const Ticket first = room.take(), second = room.take();
    work.round(SpoolerWork::Wake::asked, std::stop_token{});
    CHECK(room.state(first) == "failed not_drawn");
    CHECK(room.state(second) == "printed");
}

}  // namespace linli::kiosk::testing
