// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_story.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/care_for_device.h"
#include "hall/acts/reprint_slip.h"
#include "tests/support/desk.h"

using namespace linli;
using namespace linli::support;

namespace {

std::vector<std::string> steps_of(const TicketStory& story) {
    std::vector<std::string> steps;
    for (const TicketStep& step : story.steps)
        steps.push_back(std::string(name_of(step.state)) + " " + std::to_string(step.length_ms / 1000));
    return steps;
}

}  // namespace

TEST_CASE("a number that waits tells its place, its wait and its check code") {
    Desk desk;
    desk.test.take("senior-card");
    const Ticket second = desk.test.take("senior-card", "");
    desk.test.clock.pass_minutes(4);
    const TicketStory story = done(show_story(desk.hall(), "a 002"));
    CHECK(story.ticket.ticket.id == second.id);
    CHECK(story.ticket.ticket.check_code == second.check_code);
    CHECK(story.ticket.waited_ms == 240'000);
    CHECK(story.people_ahead == 1);
    CHECK(story.wait.has_value());
    CHECK(story.outcome.empty());
    CHECK_FALSE(story.slip.has_value());
    CHECK(steps_of(story) == std::vector<std::string>{"waiting 240"});
}

TEST_CASE("a number that has ended tells every step, and the last one lasts no longer") {
    Desk desk;
    REQUIRE(report_device(desk.hall(), {"kiosk", Device::printer, DeviceHealth::good, "ready", 0}).has_value());
    desk.test.take("senior-card");
    done(reprint_slip(desk.hall(), "A001", "kiosk"));
    desk.test.clock.pass_seconds(30);
    desk.gives(Order::next);
    desk.test.clock.pass_seconds(10);
    desk.gives(Order::serve);
    desk.test.clock.pass_seconds(90);
    DeskOrder finish = desk.made(Order::finish);
    finish.outcome = "passed_on";
    done(desk.give(finish));
    desk.test.clock.pass_minutes(5);
    const TicketStory story = done(show_story(desk.hall(), "A001"));
    CHECK(steps_of(story) == std::vector<std::string>{"waiting 30", "called 10", "serving 90", "done 0"});
    CHECK(story.steps[2].counter == 1);
    CHECK(story.outcome == "passed_on");
    CHECK(story.people_ahead == 0);
    CHECK_FALSE(story.wait.has_value());
    CHECK(story.slip == PrintState::queued);
}

TEST_CASE("a story leaves out what was taken back") {
    Desk desk;
    desk.test.take("senior-card");
    desk.gives(Order::next);
    desk.test.clock.pass_seconds(5);
    desk.gives(Order::undo);
    desk.test.clock.pass_seconds(5);
    CHECK(steps_of(done(show_story(desk.hall(), "A001"))) == std::vector<std::string>{"waiting 10"});
}

TEST_CASE("there is no story of a number that is not of today") {
    Desk desk(always_open());
    desk.test.take("senior-card");
    CHECK(refusal(show_story(desk.hall(), "A002")) == "unknown_ticket");
    CHECK(refusal(show_story(desk.hall(), "nonsense")) == "unknown_ticket");
    desk.test.clock.pass_hours(14);
    CHECK(refusal(show_story(desk.hall(), "A001")) == "unknown_ticket");
}
