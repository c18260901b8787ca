// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/pause_issuing.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/give_back.h"
#include "hall/acts/pause_matter.h"
#include "hall/acts/show_hall.h"
#include "hall/acts/show_ticket.h"
#include "hall/acts/take_number.h"
#include "hall/wire/view_json.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

ActResult<Ticket> ask(TestHall& test, const std::string& matter) {
    return issue_number(test.hall(), {matter, {}, new_key(), {}});
}

std::optional<Refused> outlook(TestHall& test, const std::string& matter) {
    return done(show_matter(test.hall(), matter, {})).refused;
}

}  // namespace

TEST_CASE("while issuing is paused no number is given, and everybody can say why") {
    TestHall test;
    test.take("senior-card");
    const Pause pause = value_of(pause_issuing(test.hall(), "打印机坏了", "王小测"));
    CHECK(pause.since_ms == test.clock.wall_ms());
    CHECK(pause.by == "王小测");
    const Refused no = refused(ask(test, "senior-card"));
    CHECK(no.why == Refusal::issuing_paused);
    CHECK(no.reason == "打印机坏了");
    CHECK(outlook(test, "senior-card").value().why == Refusal::issuing_paused);
    const HallStatus status = value_of(show_hall(test.hall()));
    CHECK(status.issuing.value().why == Refusal::issuing_paused);
    CHECK(status.issuing.value().reason == "打印机坏了");
    CHECK(wire::to_json(*status.issuing) == R"({"refused":"issuing_paused","reason":"打印机坏了"})");
    CHECK(value_of(resume_issuing(test.hall())));
    CHECK(done(ask(test, "senior-card")).code() == "A002");
    CHECK_FALSE(value_of(show_hall(test.hall())).issuing.has_value());
}

TEST_CASE("numbers that are out go on while issuing is paused") {
    TestHall test;
    const Ticket first = test.take("senior-card");
    const std::string key = new_key();
    const Ticket second = done(issue_number(test.hall(), {"senior-card", {}, key, {}}));
    value_of(pause_issuing(test.hall(), "", ""));
    CHECK(done(issue_number(test.hall(), {"senior-card", {}, key, {}})).id == second.id);
    CHECK(done(show_ticket(test.hall(), "A001")).ticket.id == first.id);
    done(give_back(test.hall(), "A001", first.check_code));
    done(undo_give_back(test.hall(), "A001", first.check_code));
    test.run("UPDATE ticket SET state = 'missed' WHERE number = 2");
    CHECK(done(rejoin(test.hall(), "A002")).state == TicketState::waiting);
}

TEST_CASE("the hours come before a pause, and a pause holds over midnight and a restart") {
    TestHall test;
    value_of(pause_issuing(test.hall(), "盘点", ""));
    test.clock.pass_hours(9);
    CHECK(refusal(ask(test, "senior-card")) == "after_closing");
    CHECK(value_of(show_hall(test.hall())).issuing.value().why == Refusal::after_closing);
    test.clock.pass_hours(15);
    test.reopen();
    CHECK(refusal(ask(test, "senior-card")) == "issuing_paused");
}

TEST_CASE("one matter is paused, and the others go on") {
    TestHall test;
    done(pause_matter(test.hall(), "senior-card", "系统升级", "王小测"));
    const Refused no = refused(ask(test, "senior-card"));
    CHECK(no.why == Refusal::matter_paused);
    CHECK(no.reason == "系统升级");
    CHECK(outlook(test, "senior-card").value().why == Refusal::matter_paused);
    CHECK_FALSE(outlook(test, "old-age-allowance").has_value());
    CHECK(done(ask(test, "old-age-allowance")).code() == "A001");
    const HallStatus status = value_of(show_hall(test.hall()));
    CHECK_FALSE(status.issuing.has_value());
    REQUIRE(status.paused_matters.size() == 1);
    CHECK(status.paused_matters[0].matter == "senior-card");
    CHECK(status.paused_matters[0].pause.reason == "系统升级");
    CHECK(done(resume_matter(test.hall(), "senior-card")));
    CHECK(done(ask(test, "senior-card")).code() == "A002");
}

TEST_CASE("a matter that is not there can neither be paused nor resumed, and one that went can be resumed") {
    TestHall test;
    CHECK(refusal(pause_matter(test.hall(), "nonsense", "", "")) == "unknown_matter");
    CHECK(refusal(pause_matter(test.hall(), "", "", "")) == "unknown_matter");
    CHECK(refusal(resume_matter(test.hall(), "nonsense")) == "unknown_matter");
    CHECK(refusal(resume_matter(test.hall(), "")) == "unknown_matter");
    CHECK_FALSE(done(resume_matter(test.hall(), "senior-card")));
    test.run("INSERT INTO pause VALUES ('of-last-year', '', '', 0)");
    CHECK(done(resume_matter(test.hall(), "of-last-year")));
}

TEST_CASE("pausing twice changes the reason and keeps the begin; the same again changes nothing") {
    TestHall test;
    const WallMs begin = test.clock.wall_ms();
    value_of(pause_issuing(test.hall(), "午饭", "王小测"));
    test.clock.pass_minutes(10);
    CHECK(value_of(pause_issuing(test.hall(), "午饭", "李小试")).by == "王小测");
    CHECK(test.journal_of("issuing.paused").size() == 1);
    const Pause changed = value_of(pause_issuing(test.hall(), "停电", "李小试"));
    CHECK(changed.since_ms == begin);
    CHECK(changed.by == "李小试");
    const auto entries = test.journal_of("issuing.paused");
    REQUIRE(entries.size() == 2);
    CHECK(entries[1].subject == "hall:issuing");
    CHECK(entries[1].body == R"({"reason":"停电"})");
    value_of(resume_issuing(test.hall()));
    CHECK_FALSE(value_of(resume_issuing(test.hall())));
    CHECK(test.journal_of("issuing.resumed").size() == 1);
}

TEST_CASE("a reason is one plain line of at most 100 characters") {
    TestHall test;
    std::string longest;
    for (int i = 0; i < 100; ++i) longest += "停";
    CHECK(value_of(pause_issuing(test.hall(), longest, "")).reason == longest);
    CHECK(error_of(pause_issuing(test.hall(), longest + "停", "")) == "invalid_input");
    CHECK(error_of(pause_issuing(test.hall(), "two\nlines", "")) == "invalid_input");
    CHECK(error_of(pause_issuing(test.hall(), "\xff", "")) == "invalid_input");
    CHECK(error_of(pause_matter(test.hall(), "senior-card", "a\tb", "")) == "invalid_input");
    CHECK(value_of(test.stores().notices.all()).issuing.value().reason == longest);
}
