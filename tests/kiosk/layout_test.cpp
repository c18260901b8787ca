// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>

#include "tests/kiosk/support/driver.h"
#include "tests/kiosk/support/gallery.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/kiosk/support/variants.h"
#include "tests/support/places.h"

namespace linli::kiosk::testing {

namespace {

class Gallery {
public:
    Gallery() : folder_(support::pictures_folder()) { std::filesystem::create_directories(folder_); }
    ~Gallery() { write_pictures_index(); }
    void add(Driver& driver, const std::string& name) { REQUIRE(driver.save(folder_ / fmt::format("{}.png", name))); }

private:
    std::filesystem::path folder_;
};

std::string joined(const std::vector<std::string>& faults) { return fmt::format("{}", fmt::join(faults, "\n")); }

void show_sample(Driver& driver, ScreenId page, const Modes& modes) {
    HallPicture picture = *driver.service().picture();
    picture.trouble.reset();
    if (page == ScreenId::out_of_service) picture.trouble = Error{ErrorCode::io, "the disk is gone"};
    driver.service().set_picture(std::move(picture));
    driver.frames();
    driver.show(page, sample_session(page, driver.service()), modes);
    driver.pass(500);
}

}  // namespace

TEST_CASE("every page keeps the design's rules in every mode") {
    Driver driver;
    Gallery gallery;
    for (const Variant& variant : all_variants()) {
        if (variant.shape == Shape::landscape)
            driver.resize(1920, 1080);
        else
            driver.resize(1080, 1920);
        for (const ScreenRow& row : screen_table()) {
            INFO(row.name << " " << variant.name());
            show_sample(driver, row.id, variant.modes);
            REQUIRE(driver.screen() == row.id);
            CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), variant.modes.contrast)),
                       Catch::Matchers::Equals(""));
            gallery.add(driver, fmt::format("{}-{}", row.name, variant.name()));
        }
    }
}

TEST_CASE("whatever becomes of the paper, the pages keep the design's rules in every mode") {
    struct Case {
        const char* name;
        PrintState state;
        std::optional<SlipTrouble> trouble;
        DeviceHealth printer;
        const char* detail;
    };
    const std::vector<Case> cases = {
        {"printed", PrintState::printed, {}, DeviceHealth::good, "ready"},
        {"paper-out", PrintState::queued, {}, DeviceHealth::bad, "paper_out"},
        {"cover-open", PrintState::queued, {}, DeviceHealth::bad, "cover_open"},
        {"cutter-stuck", PrintState::queued, {}, DeviceHealth::bad, "cutter_stuck"},
        {"unreachable", PrintState::queued, {}, DeviceHealth::bad, "unplugged"},
        {"half-printed", PrintState::failed, SlipTrouble::half_printed, DeviceHealth::bad, "paper_out"},
        {"not-sure", PrintState::failed, SlipTrouble::not_sure, DeviceHealth::bad, "offline"},
    };
    Driver driver;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        if (variant.shape == Shape::landscape)
            driver.resize(1920, 1080);
        else
            driver.resize(1080, 1920);
        const auto check = [&](const std::string& what) {
            INFO(what << " " << variant.name());
            CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), variant.modes.contrast)),
                       Catch::Matchers::Equals(""));
            REQUIRE(driver.save(support::pictures_folder() / fmt::format("{}-{}.png", what, variant.name())));
        };
        for (const Case& one : cases) {
            driver.service().put_printer(one.printer, one.detail);
            Session session = sample_session(ScreenId::ticket, driver.service());
            driver.service().put_slip(session.code, one.state, one.trouble);
            driver.show(ScreenId::ticket, std::move(session), variant.modes);
            driver.pass(400);
            check(std::string("ticket-") + one.name);
            if (driver.has("write_for_me") && std::string(one.name) == "paper-out") {
                driver.tap("write_for_me");
                driver.pass(300);
                check("ticket-paper-out-called");
            }
        }
        driver.service().put_printer(DeviceHealth::absent, "not_found");
        for (const ScreenId page : {ScreenId::confirm, ScreenId::ticket}) {
            driver.show(page, sample_session(page, driver.service()), variant.modes);
            driver.pass(400);
            check(fmt::format("{}-no-printer", name_of(page)));
        }
        driver.service().put_printer(DeviceHealth::good, "ready");
        driver.show(ScreenId::confirm, sample_session(ScreenId::confirm, driver.service()), variant.modes);
        driver.pass(400);
        driver.tap("no_paper");
        check("confirm-no-paper");
        CHECK(driver.kiosk().session().paper == Paper::none);
    }
}

TEST_CASE("typing keeps the design's rules in every mode, whatever is typed") {
    struct Case {
        const char* name;
        TypedText typed;
        std::vector<const char*> taps;
    };
    std::string many;
    for (int i = 0; i < 40; ++i) many += i % 2 == 0 ? "高" : "龄";
    const std::vector<Case> cases = {
        {"empty", {}, {}},
        {"words", TypedText("高龄", "jintie"), {}},
        {"sentence", TypedText({}, "woyaobanlishequfuwuzhongxindibaojintie"), {}},
        {"full", TypedText(many), {}},
        {"no-words", TypedText("低保", "vvvvv"), {}},
        {"more", TypedText({}, "yan"), {"more_words"}},
        {"more-rare", TypedText({}, "yi"), {"more_words", "words_after", "words_after", "words_after"}},
        {"chosen", TypedText("津贴"), {}},
    };
    Driver driver;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        if (variant.shape == Shape::landscape)
            driver.resize(1920, 1080);
        else
            driver.resize(1080, 1920);
        for (const ScreenId page : {ScreenId::look_up, ScreenId::search})
            for (const Case& one : cases) {
                Session session = sample_session(page, driver.service());
                session.query = one.typed;
                driver.show(page, std::move(session), variant.modes);
                driver.pass(400);
                for (const char* id : one.taps)
                    if (driver.has(id)) driver.tap(id);
                driver.pass(400);
                INFO(name_of(page) << ' ' << one.name << ' ' << variant.name());
                CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), variant.modes.contrast)),
                           Catch::Matchers::Equals(""));
                if (page == ScreenId::look_up)
                    REQUIRE(driver.save(support::pictures_folder() /
                                        fmt::format("typing-{}-{}.png", one.name, variant.name())));
            }
    }
}

TEST_CASE("the time-out warning keeps the design's rules in every mode") {
    Driver driver;
    std::filesystem::create_directories(support::pictures_folder());
    for (const Variant& variant : all_variants()) {
        INFO(variant.name());
        if (variant.shape == Shape::landscape)
            driver.resize(1920, 1080);
        else
            driver.resize(1080, 1920);
        show_sample(driver, ScreenId::home, variant.modes);
        driver.pass(Visit::quiet_ms + 4'000);
        REQUIRE(driver.has("timeout.stay"));
        CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), variant.modes.contrast)),
                   Catch::Matchers::Equals(""));
        REQUIRE(driver.save(support::pictures_folder() / fmt::format("timeout-{}.png", variant.name())));
    }
}

TEST_CASE("pages look composed when there is nothing to tell") {
    Driver driver;
    HallPicture picture = *driver.service().picture();
    HallContent content = *picture.content;
    content.reminders.clear();
    picture.content = std::make_shared<const HallContent>(std::move(content));
    picture.status.waiting = 0;
    picture.status.open_counters = 0;
    picture.status.wait.reset();
    for (auto& counter : picture.status.counters) counter.open = false;
    driver.service().set_picture(std::move(picture));
    for (const auto& [width, height] : {std::pair{1080, 1920}, {1920, 1080}}) {
        driver.resize(width, height);
        for (const ScreenId page : {ScreenId::attract, ScreenId::home, ScreenId::confirm, ScreenId::ticket}) {
            for (const TextSize size : {TextSize::normal, TextSize::larger}) {
                driver.show(page, sample_session(page, driver.service()), {.size = size});
                driver.pass(500);
                INFO(name_of(page) << " " << width << (size == TextSize::larger ? " larger" : ""));
                CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), Contrast::normal)),
                           Catch::Matchers::Equals(""));
            }
        }
    }
}

TEST_CASE("a fresh call and every state of a ticket keep the design's rules in every mode") {
    Driver driver;
    for (const Variant& variant : all_variants()) {
        if (variant.shape == Shape::landscape)
            driver.resize(1920, 1080);
        else
            driver.resize(1080, 1920);
        const auto check = [&](const std::string& what) {
            INFO(what << " " << variant.name());
            CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), variant.modes.contrast)),
                       Catch::Matchers::Equals(""));
        };
        HallPicture calling = *driver.service().picture();
        const HallPicture quiet = calling;
        RecentCall call;
        call.ticket.letter = 'J';
        call.ticket.number = 1027;
        call.counter = 12;
        for (const ScreenId page : {ScreenId::attract, ScreenId::home}) {
            call.called_ms = driver.clock().wall_ms();
            calling.status.calls = {call};
            driver.service().set_picture(calling);
            driver.show(page, Session{}, variant.modes);
            REQUIRE(driver.shows("J1027"));
            check(fmt::format("call on {}", name_of(page)));
        }
        driver.service().set_picture(quiet);
        for (const ScreenId page : {ScreenId::ticket, ScreenId::ticket_state})
            for (const TicketState state :
                 {TicketState::called, TicketState::serving, TicketState::held, TicketState::done, TicketState::missed,
                  TicketState::left, TicketState::handed_over}) {
                Session session = sample_session(page, driver.service());
                session.ticket = driver.service().put_ticket(session.matter, state);
                session.code = session.ticket->ticket.code();
                driver.show(page, std::move(session), variant.modes);
                driver.pass(300);
                check(fmt::format("{} {}", name_of(page), name_of(state)));
                if (state == TicketState::called)
                    REQUIRE(driver.save(support::pictures_folder() /
                                        fmt::format("{}-called-{}.png", name_of(page), variant.name())));
            }
    }
}

TEST_CASE("a fresh call takes the place of the live facts for twenty seconds") {
    Driver driver;
    for (const ScreenId page : {ScreenId::attract, ScreenId::home}) {
        HallPicture picture = *driver.service().picture();
        RecentCall call;
        call.ticket.letter = 'A';
        call.ticket.number = 27;
        call.counter = 3;
        call.called_ms = driver.clock().wall_ms();
        picture.status.calls = {call};
        driver.service().set_picture(std::move(picture));
        driver.show(page, Session{});
        CHECK(driver.shows("请 A027 号到 3 号窗口"));
        CHECK_THAT(joined(layout_faults(driver.record(), driver.theme(), Contrast::normal)),
                   Catch::Matchers::Equals(""));
        driver.pass(21'000);
        CHECK_FALSE(driver.shows("A027"));
    }
}

TEST_CASE("the rules see a fault of each kind") {
    const Theme theme = *Theme::embedded();
    LayoutRecord record;
    record.space = {1080, 1920};
    record.fills.push_back({{0, 0, 1080, 1920}, Role::background, record.next_order++});
    const auto text = [&](Rect box, Rect ink, Tint tint) {
        record.texts.push_back({.text = "字",
                                .box = box,
                                .ink = ink,
                                .tint = tint,
                                .role = TextRole::body,
                                .em = 36,
                                .other_tints = {},
                                .missing = {},
                                .order = record.next_order++});
    };
    const auto faults = [&] { return joined(layout_faults(record, theme, Contrast::normal)); };
    SECTION("text out of its box") {
        text({100, 100, 50, 50}, {100, 100, 90, 40}, Role::text);
        CHECK(faults().find("leaves its box") != std::string::npos);
    }
    SECTION("texts over one another") {
        text({100, 100, 90, 50}, {100, 100, 90, 40}, Role::text);
        text({150, 100, 90, 50}, {150, 100, 90, 40}, Role::text);
        CHECK(faults().find("overlap") != std::string::npos);
    }
    SECTION("pale text") {
        text({100, 100, 90, 50}, {100, 100, 90, 40}, Role::outline);
        CHECK(faults().find("contrast") != std::string::npos);
    }
    SECTION("targets too near, too small, too high") {
        record.low_limit = 960;
        record.targets.push_back({"a", {100, 1000, 200, 100}, {}, {}, record.next_order++});
        record.targets.push_back({"b", {100, 1110, 200, 100}, {}, {}, record.next_order++});
        record.targets.push_back({"c", {500, 900, 200, 60}, {}, {}, record.next_order++});
        CHECK(faults().find("are only 10 apart") != std::string::npos);
        CHECK(faults().find("too small") != std::string::npos);
        CHECK(faults().find("above the lower half") != std::string::npos);
    }
    SECTION("pictures in one another's way, off the screen or without words") {
        record.images.push_back({{40, 100, 400, 300}, "图", record.next_order++});
        record.images.push_back({{200, 300, 900, 300}, "", record.next_order++});
        text({60, 120, 90, 50}, {60, 120, 90, 40}, Role::text);
        record.targets.push_back({"a", {100, 250, 200, 100}, {}, {}, record.next_order++});
        for (const char* part : {"overlap", "its margins", "says nothing", "“字” lies over the picture",
                                 "target a lies over the picture"}) {
            INFO(part);
            CHECK(faults().find(part) != std::string::npos);
        }
    }
    SECTION("a character that no font has") {
        text({100, 100, 90, 50}, {100, 100, 90, 40}, Role::text);
        record.texts.back().missing.push_back(U'\U000E0000');
        CHECK(faults().find("no font") != std::string::npos);
    }
}

}  // namespace linli::kiosk::testing
