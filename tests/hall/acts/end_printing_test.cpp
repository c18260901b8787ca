// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/end_printing.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/begin_printing.h"
#include "hall/acts/call_number.h"
#include "hall/acts/care_for_device.h"
#include "hall/acts/drop_slips.h"
#include "hall/acts/give_back.h"
#include "hall/acts/open_counter.h"
#include "hall/acts/reprint_slip.h"
#include "hall/acts/serve_number.h"
#include "hall/acts/show_slip.h"
#include "hall/acts/take_number.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

using How = PrintingEnd::How;

/// A hall whose kiosk has a printer, by its own word.
struct PrintingHall : TestHall {
    PrintingHall() { say(DeviceHealth::good, "ready"); }

    void say(DeviceHealth health, const char* detail) {
        REQUIRE(report_device(hall(), {"kiosk", Device::printer, health, detail, 0}).has_value());
    }
    Ticket take_on_paper() {
        clock.pass_seconds(1);
        TakeNumber request{"senior-card", {}, new_key(), {}};
        request.paper = Paper::wanted;
        request.place = "kiosk";
        return done(issue_number(hall(), request));
    }
    PrintJob slip_of(const Ticket& ticket) {
        const auto job = value_of(show_slip(hall(), ticket.id));
        REQUIRE(job.has_value());
        return *job;
    }
    PrintJob begun(const Ticket& ticket) { return done(begin_printing(hall(), slip_of(ticket).id)); }
    std::size_t waiting() { return value_of(slips_to_print(hall(), "kiosk")).size(); }
};

std::string said(const JournalEntry& entry, const char* what) {
    const std::size_t at = entry.body.find(what);
    return at == std::string::npos ? std::string() : entry.body.substr(at, 40);
}

}  // namespace

TEST_CASE("a number's paper is queued with it, in the language it was asked for in") {
    PrintingHall test;
    TakeNumber request{"senior-card", {}, new_key(), {}};
    request.paper = Paper::wanted;
    request.place = "kiosk";
    request.language = Language::en;
    const TicketView view = done(take_number(test.hall(), request));
    REQUIRE(view.slip.has_value());
    CHECK(view.slip->state == PrintState::queued);
    CHECK(view.slip->copy == 1);
    CHECK(view.slip->language == Language::en);
    CHECK(view.slip->place == "kiosk");
    CHECK(test.journal_of("ticket.taken").back().body.find("\"paper\":\"wanted\"") != std::string::npos);
    // The same key once more is the same number, and no second paper.
    done(take_number(test.hall(), request));
    CHECK(test.count("SELECT count(*) FROM print_job") == 1);
}

TEST_CASE("nothing is queued for who wants no paper, nor in a hall without a printer") {
    PrintingHall test;
    test.take("senior-card");
    test.say(DeviceHealth::absent, "switched_off");
    test.take_on_paper();
    CHECK(test.count("SELECT count(*) FROM print_job") == 0);
    TestHall silent;
    TakeNumber request{"senior-card", {}, new_key(), {}};
    request.paper = Paper::wanted;
    request.place = "kiosk";
    CHECK_FALSE(done(take_number(silent.hall(), request)).slip.has_value());
}

TEST_CASE("a paper goes from queued over printing to printed, and each step is in the journal") {
    PrintingHall test;
    const Ticket ticket = test.take_on_paper();
    const PrintJob job = test.begun(ticket);
    CHECK(job.state == PrintState::printing);
    CHECK(test.waiting() == 0);
    CHECK(done(end_printing(test.hall(), job.id, {How::printed, {}})).state == PrintState::printed);
    CHECK(test.journal_of("slip.printing").size() == 1);
    REQUIRE(test.journal_of("slip.printed").size() == 1);
    CHECK(test.journal_of("slip.printed")[0].subject == ticket.id);
    // Whoever is late with the same news changes nothing.
    CHECK(refusal(end_printing(test.hall(), job.id, {How::failed, SlipTrouble::stalled})) == "wrong_state");
    CHECK(refusal(begin_printing(test.hall(), job.id)) == "wrong_state");
    CHECK(error_of(begin_printing(test.hall(), "nobody's")) == "invalid_input");
    CHECK(error_of(end_printing(test.hall(), "nobody's", {})) == "invalid_input");
}

TEST_CASE("only where not one byte went is the same copy tried again") {
    PrintingHall test;
    const Ticket first = test.take_on_paper(), second = test.take_on_paper();
    const PrintJob untouched = test.begun(first);
    CHECK(done(end_printing(test.hall(), untouched.id, {How::nothing_sent, {}})).state == PrintState::queued);
    CHECK(test.journal_of("slip.put_back").size() == 1);
    CHECK(done(begin_printing(test.hall(), untouched.id)).copy == 1);
    const PrintJob torn = test.begun(second);
    const PrintJob failed = done(end_printing(test.hall(), torn.id, {How::failed, SlipTrouble::half_printed}));
    CHECK(failed.trouble == SlipTrouble::half_printed);
    CHECK(refusal(begin_printing(test.hall(), torn.id)) == "wrong_state");
    CHECK(done(reprint_slip(test.hall(), second.code(), "kiosk")).copy == 2);
    CHECK_FALSE(said(test.journal_of("slip.failed")[0], "half_printed").empty());
}

TEST_CASE("a paper that was cut off by a crash is printed again by itself while its resident stands there") {
    PrintingHall test;
    const Ticket fresh = test.take_on_paper();
    test.begun(fresh);
    test.clock.pass_seconds(30);
    CHECK(value_of(end_interrupted_printing(test.hall(), "kiosk")) == 1);
    CHECK(test.slip_of(fresh).copy == 2);
    CHECK(test.slip_of(fresh).state == PrintState::queued);
    CHECK_FALSE(said(test.journal_of("slip.failed")[0], "interrupted").empty());
    CHECK_FALSE(said(test.journal_of("slip.reprint_asked")[0], "interrupted").empty());
    // Once: whoever starts again finds nothing more to end.
    CHECK(value_of(end_interrupted_printing(test.hall(), "kiosk")) == 0);
    CHECK(value_of(end_interrupted_printing(test.hall(), "elsewhere")) == 0);
}

TEST_CASE("nobody gets a late second paper, nor one whose number is served") {
    PrintingHall test;
    done(open_counter(test.hall(), 1));
    const Ticket late = test.take_on_paper();
    test.begun(late);
    test.clock.pass_seconds(121);
    const Ticket called = test.take_on_paper();
    test.begun(called);
    REQUIRE(done(call_ticket(test.hall(), 1, called.code())).id == called.id);
    CHECK(value_of(end_interrupted_printing(test.hall(), "kiosk")) == 2);
    CHECK(test.slip_of(late).state == PrintState::failed);
    CHECK(test.slip_of(called).state == PrintState::failed);
    CHECK(test.waiting() == 0);
}

TEST_CASE("old papers do not pour out: what waited for three minutes, or for a number that ended, is dropped") {
    PrintingHall test;
    const Ticket old = test.take_on_paper();
    test.clock.pass_seconds(100);
    const Ticket given_back = test.take_on_paper(), kept = test.take_on_paper();
    done(give_back(test.hall(), given_back.code(), given_back.check_code));
    CHECK(test.waiting() == 2);
    CHECK(test.slip_of(given_back).trouble == SlipTrouble::ticket_ended);
    test.clock.pass_seconds(80);
    const auto waiting = value_of(slips_to_print(test.hall(), "kiosk"));
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].ticket_id == kept.id);
    CHECK(test.slip_of(old).state == PrintState::dropped);
    CHECK(test.slip_of(old).trouble == SlipTrouble::too_late);
    CHECK(test.journal_of("slip.dropped").size() == 2);
}

TEST_CASE("a clock that somebody sets neither ages a paper nor makes it young") {
    PrintingHall test;
    const Ticket ticket = test.take_on_paper();
    test.clock.move_wall_hours(2);
    CHECK(test.waiting() == 1);
    test.clock.move_wall_hours(-4);
    CHECK(test.waiting() == 1);
    test.clock.pass_minutes(3);
    CHECK(test.waiting() == 0);
    CHECK(test.slip_of(ticket).state == PrintState::dropped);
}

TEST_CASE("staff print a number again, five papers at most, and not while one is under way") {
    PrintingHall test;
    done(open_counter(test.hall(), 1));
    CHECK(refusal(reprint_slip(test.hall(), "A001", "kiosk")) == "unknown_ticket");
    const Ticket ticket = test.take("senior-card");
    for (int copy = 1; copy <= 5; ++copy) {
        const PrintJob job = done(reprint_slip(test.hall(), ticket.code(), "kiosk"));
        CHECK(job.copy == copy);
        CHECK(refusal(reprint_slip(test.hall(), ticket.code(), "kiosk")) == "slip_under_way");
        done(begin_printing(test.hall(), job.id));
        CHECK(refusal(reprint_slip(test.hall(), ticket.code(), "kiosk")) == "slip_under_way");
        done(end_printing(test.hall(), job.id, {How::printed, {}}));
    }
    CHECK(refusal(reprint_slip(test.hall(), ticket.code(), "kiosk")) == "slip_copies_max");
    CHECK(test.journal_of("slip.reprint_asked").size() == 5);
    const Ticket other = test.take("senior-card");
    CHECK(refusal(reprint_slip(test.hall(), other.code(), "elsewhere")) == "no_printer");
    done(give_back(test.hall(), other.code(), other.check_code));
    CHECK(refusal(reprint_slip(test.hall(), other.code(), "kiosk")) == "wrong_state");
}
