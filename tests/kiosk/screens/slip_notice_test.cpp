// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/slip_notice.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/kiosk/support/driver.h"

namespace linli::kiosk::testing {
namespace {

SlipStand stand(PrintState state, std::optional<SlipTrouble> trouble, const char* detail,
                DeviceHealth health = DeviceHealth::bad, std::int64_t waited_ms = 0) {
    TicketView view;
    view.slip = PrintJob{};
    view.slip->state = state;
    view.slip->trouble = trouble;
    HallStatus status;
    status.devices = {{"kiosk", Device::printer, health, detail, 0}};
    return slip_stand(view, status, waited_ms);
}

/// Shows the ticket page with this state of the paper.
void show(Driver& driver, PrintState state, std::optional<SlipTrouble> trouble = {}) {
    Session session = sample_session(ScreenId::ticket, driver.service());
    driver.service().put_slip(session.code, state, trouble);
    driver.show(ScreenId::ticket, std::move(session));
    driver.pass(300);
}

TakeNumber last_request(Driver& driver) {
    TakeNumber request;
    for (const Question& question : driver.service().asked())
        if (const auto* take = std::get_if<AskTake>(&question)) request = take->request;
    return request;
}

}  // namespace

TEST_CASE("every state of paper and printer has its words for the resident") {
    CHECK(slip_stand(TicketView{}, HallStatus{}, 0) == SlipStand::none);
    CHECK(stand(PrintState::queued, {}, "ready", DeviceHealth::good) == SlipStand::printing);
    CHECK(stand(PrintState::queued, {}, "paper_near_end", DeviceHealth::warning) == SlipStand::printing);
    CHECK(stand(PrintState::printing, {}, "ready", DeviceHealth::good) == SlipStand::printing);
    CHECK(stand(PrintState::printed, {}, "paper_out") == SlipStand::printed);
    CHECK(stand(PrintState::queued, {}, "paper_out") == SlipStand::paper_out);
    CHECK(stand(PrintState::queued, {}, "cover_open") == SlipStand::cover_open);
    CHECK(stand(PrintState::queued, {}, "cutter_stuck") == SlipStand::cutter_stuck);
    CHECK(stand(PrintState::queued, {}, "unplugged") == SlipStand::unreachable);
    CHECK(stand(PrintState::failed, SlipTrouble::half_printed, "paper_out") == SlipStand::half_printed);
    CHECK(stand(PrintState::failed, SlipTrouble::link_lost, "unplugged") == SlipStand::half_printed);
    CHECK(stand(PrintState::failed, SlipTrouble::not_sure, "offline") == SlipStand::not_sure);
    CHECK(stand(PrintState::failed, SlipTrouble::not_drawn, "ready") == SlipStand::unreachable);
    CHECK(stand(PrintState::dropped, SlipTrouble::too_late, "ready") == SlipStand::unreachable);
    // Nobody waits for ever at a page that says "printing".
    CHECK(stand(PrintState::queued, {}, "ready", DeviceHealth::good, 20'000) == SlipStand::unreachable);
    CHECK(stand(PrintState::printing, {}, "ready", DeviceHealth::good, 20'000) == SlipStand::not_sure);
}

TEST_CASE("the page tells that the slip is being printed, and then that it is there") {
    Driver driver;
    show(driver, PrintState::queued);
    CHECK(driver.shows("正在打印小票"));
    CHECK_FALSE(driver.has("write_for_me"));
    driver.service().put_slip(driver.kiosk().session().code, PrintState::printed);
    driver.frames();
    CHECK(driver.shows("小票打好了"));
}

TEST_CASE("without paper the number stays valid, and somebody can be asked to write it down") {
    Driver driver;
    driver.service().put_printer(DeviceHealth::bad, "paper_out");
    show(driver, PrintState::queued);
    CHECK(driver.shows("您的号不会丢"));
    CHECK(driver.shows("4821"));
    driver.tap("write_for_me");
    driver.frames();
    CHECK(driver.shows("已经叫人了"));
    CHECK_FALSE(driver.enabled("write_for_me"));
    CHECK(std::holds_alternative<AskHelp>(driver.service().asked().back()));
}

TEST_CASE("a call that did not get through is told, and can be made again") {
    Driver driver;
    driver.service().put_printer(DeviceHealth::bad, "paper_out");
    show(driver, PrintState::queued);
    driver.service().answer_next(Error{ErrorCode::busy, "busy"});
    driver.tap("write_for_me");
    driver.frames();
    CHECK(driver.shows("没叫成"));
    CHECK(driver.enabled("write_for_me"));
}

TEST_CASE("nearly used up paper concerns staff alone") {
    Driver driver;
    driver.service().put_printer(DeviceHealth::warning, "paper_near_end");
    show(driver, PrintState::printed);
    CHECK(driver.shows("小票打好了"));
    CHECK_FALSE(driver.shows("快用完"));
}

TEST_CASE("whoever would rather have no paper says so before, and the next person is asked anew") {
    Driver driver;
    driver.show(ScreenId::confirm);
    driver.tap("no_paper");
    driver.tap("take");
    CHECK(last_request(driver).paper == Paper::none);
    CHECK(driver.shows("请记住号码"));
    driver.tap("done");
    driver.show(ScreenId::confirm);
    driver.tap("take");
    CHECK(last_request(driver).paper == Paper::wanted);
}

TEST_CASE("the paper is in the language that the resident reads") {
    Driver driver;
    Modes modes;
    modes.language = Language::en;
    driver.show(ScreenId::confirm, sample_session(ScreenId::confirm, driver.service()), modes);
    driver.tap("take");
    CHECK(last_request(driver).language == Language::en);
}

TEST_CASE("a hall without a printer does not ask about paper") {
    Driver driver;
    driver.service().put_printer(DeviceHealth::absent, "switched_off");
    driver.show(ScreenId::confirm);
    CHECK_FALSE(driver.has("no_paper"));
}

}  // namespace linli::kiosk::testing
