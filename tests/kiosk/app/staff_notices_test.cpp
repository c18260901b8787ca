// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/call_for_help.h"
#include "hall/acts/pause_issuing.h"
#include "hall/acts/pause_matter.h"
#include "hall/acts/set_message.h"
#include "tests/kiosk/support/live_kiosk.h"

namespace linli::kiosk::testing {

using support::done;
using support::value_of;

namespace {

constexpr const char* matter = "old-age-allowance";

void go_to_confirm(LiveKiosk& kiosk) {
    kiosk.tap("start");
    kiosk.tap("take_number");
    kiosk.tap(std::string("matter.") + matter);
    kiosk.until_on(ScreenId::confirm);
    kiosk.until_shown("没有人");
}

std::int64_t people_waiting(LiveKiosk& kiosk) { return kiosk.worker().picture()->status.waiting; }

}  // namespace

TEST_CASE("the staff's message comes and goes without a touch, on the first page and in a visit") {
    LiveKiosk kiosk;
    const LocalizedText words{"下午三点停电", "No power from 3 pm"};
    value_of(set_message(*kiosk.hall, words, {}, "示例"));
    kiosk.until_shown(words.zh);
    kiosk.tap("start");
    kiosk.until_on(ScreenId::home);
    CHECK(kiosk.shows(words.zh));
    kiosk.tap("bar.language");
    kiosk.until_shown(words.en);
    CHECK_FALSE(kiosk.shows(words.zh));
    CHECK(value_of(clear_message(*kiosk.hall)));
    kiosk.until_gone(words.en);
    kiosk.until_shown("Guihuali");
}

TEST_CASE("a pause of issuing stands on the first page and the home page, and taking a number explains it") {
    LiveKiosk kiosk;
    value_of(pause_issuing(*kiosk.hall, "电脑在修", "示例"));
    kiosk.until_shown("现在暂停取号");
    CHECK(kiosk.shows("电脑在修"));
    kiosk.tap("start");
    kiosk.until_on(ScreenId::home);
    CHECK(kiosk.shows("暂停取号"));
    CHECK(kiosk.shows("电脑在修"));
    kiosk.tap("take_number");
    kiosk.until_on(ScreenId::refused);
    CHECK(kiosk.shows("原因：电脑在修"));
    CHECK(kiosk.kiosk().shown().target("call_help") != nullptr);

    SECTION("another reason is read at once, and the end of the pause as well") {
        value_of(pause_issuing(*kiosk.hall, "停电", "示例"));
        kiosk.until_shown("原因：停电");
        CHECK(value_of(resume_issuing(*kiosk.hall)));
        kiosk.until_shown("现在又能取号了");
        kiosk.tap("go_on");
        kiosk.until_on(ScreenId::choose);
    }
    SECTION("back leads to the home page") {
        kiosk.tap("bar.back");
        kiosk.until_on(ScreenId::home);
    }
}

TEST_CASE("a pause that begins while somebody chooses or confirms is told before the last touch") {
    LiveKiosk kiosk;
    SECTION("while choosing") {
        kiosk.tap("start");
        kiosk.tap("take_number");
        kiosk.until_on(ScreenId::choose);
        value_of(pause_issuing(*kiosk.hall, "电脑在修", "示例"));
        kiosk.until_on(ScreenId::refused);
        CHECK(kiosk.shows("现在暂停取号"));
    }
    SECTION("while confirming, everything") {
        go_to_confirm(kiosk);
        value_of(pause_issuing(*kiosk.hall, "电脑在修", "示例"));
        kiosk.until_on(ScreenId::refused);
        CHECK(kiosk.shows("原因：电脑在修"));
        CHECK(value_of(resume_issuing(*kiosk.hall)));
        kiosk.tap("go_on");
        kiosk.until_on(ScreenId::confirm);  // the matter is still chosen
        kiosk.tap("take");
        kiosk.until_on(ScreenId::ticket);
    }
    SECTION("while confirming, this matter") {
        go_to_confirm(kiosk);
        done(pause_matter(*kiosk.hall, matter, "经办人外出", "示例"));
        kiosk.until_on(ScreenId::refused);
        CHECK(kiosk.shows("这件事现在暂停办理"));
        CHECK(kiosk.shows("原因：经办人外出"));
        CHECK(people_waiting(kiosk) == 0);
    }
}

TEST_CASE("a number asked for in the moment of a pause is refused with the page of every refusal") {
    LiveKiosk kiosk;
    go_to_confirm(kiosk);
    const auto tap_before_the_picture_comes = [&](auto pause) {
        const Point take = kiosk.kiosk().shown().target("take")->rect.centre();
        pause();
        for (const auto kind : {FingerEvent::Kind::down, FingerEvent::Kind::up})
            kiosk.kiosk().push({.kind = kind, .point = take, .at_ms = kiosk.clock.boot_ms()});
        kiosk.until_on(ScreenId::refused);
    };
    SECTION("everything") {
        tap_before_the_picture_comes([&] { value_of(pause_issuing(*kiosk.hall, "", "示例")); });
        CHECK(kiosk.shows("现在暂停取号"));
        CHECK(kiosk.shows("没有取号，也没有记下什么。"));
    }
    SECTION("this matter") {
        tap_before_the_picture_comes([&] { done(pause_matter(*kiosk.hall, matter, "经办人外出", "示例")); });
        CHECK(kiosk.shows("原因：经办人外出"));
    }
    CHECK(kiosk.kiosk().session().ticket == std::nullopt);
    CHECK(people_waiting(kiosk) == 0);
}

TEST_CASE("a paused matter stands in its place and says so, and touching it explains") {
    LiveKiosk kiosk;
    done(pause_matter(*kiosk.hall, matter, "经办人外出", "示例"));
    kiosk.tap("start");
    kiosk.tap("take_number");
    kiosk.until_shown("暂停办理：经办人外出");
    kiosk.tap(std::string("matter.") + matter);
    kiosk.until_on(ScreenId::refused);
    CHECK(kiosk.shows("这件事现在暂停办理"));
    done(resume_matter(*kiosk.hall, matter));
    kiosk.until_shown("现在又能取号了");
    kiosk.tap("go_on");
    kiosk.until_on(ScreenId::confirm);
    kiosk.tap("bar.back");
    kiosk.until_on(ScreenId::choose);
    CHECK_FALSE(kiosk.shows("暂停办理"));
}

TEST_CASE("a search finds a paused matter and says that it is paused") {
    LiveKiosk kiosk;
    done(pause_matter(*kiosk.hall, matter, "经办人外出", "示例"));
    kiosk.until("the pause", [&] { return !kiosk.worker().picture()->status.paused_matters.empty(); });
    Session session;
    session.query = TypedText({}, "gaoling");
    kiosk.kiosk().show(ScreenId::search, session, Modes{});
    kiosk.until_shown("暂停办理：经办人外出");
    kiosk.tap(std::string("matter.") + matter);
    kiosk.until_on(ScreenId::refused);
    CHECK(kiosk.shows("原因：经办人外出"));
}

TEST_CASE("a call for a person that staff have ended is open no more on the page that made it") {
    LiveKiosk kiosk;
    kiosk.tap("start");
    kiosk.tap("bar.help");
    kiosk.tap("call_help");
    kiosk.until_shown("人马上就来");
    CHECK(value_of(end_help_call(*kiosk.hall, "kiosk")));
    kiosk.until_gone("人马上就来");
    CHECK(kiosk.kiosk().screen() == ScreenId::help);
    CHECK(kiosk.kiosk().shown().target("call_help") != nullptr);
}

}  // namespace linli::kiosk::testing
