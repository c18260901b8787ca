// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>
#include <set>

#include "hall/text/catalogue.h"
#include "tests/kiosk/support/driver.h"
#include "tests/kiosk/support/layout_rules.h"
#include "tests/kiosk/support/panel_faults.h"
#include "tests/support/places.h"

namespace linli::kiosk::testing {

namespace {

/// Every mode that moves anything, on both shapes of the screen.
class EveryMode {
public:
    template <class Check>
    void each(Check check) {
        for (const bool landscape : {false, true}) {
            driver.resize(landscape ? 1920 : 1080, landscape ? 1080 : 1920);
            for (const TextSize size : {TextSize::normal, TextSize::larger})
                for (const Reach reach : {Reach::normal, Reach::low})
                    for (const Language language : {Language::zh, Language::en}) {
                        modes = {.language = language, .size = size, .reach = reach};
                        name = fmt::format("{}{}{}{}", landscape ? "landscape" : "portrait",
                                           modes.larger() ? "-larger" : "", modes.low() ? "-low" : "",
                                           modes.english() ? "-en" : "");
                        check();
                    }
        }
    }

    void show(ScreenId page, Session session) {
        driver.show(page, std::move(session), modes);
        driver.pass(500);
    }
    void show(ScreenId page) { show(page, sample_session(page, driver.service())); }

    void judge(const std::string& what) {
        INFO(what << " " << name);
        CHECK_THAT(fmt::format("{}", fmt::join(layout_faults(driver.record(), driver.theme(), Contrast::normal), "\n")),
                   Catch::Matchers::Equals(""));
        // The easiest and the tightest modes, to look at.
        const bool kept = name == "portrait" || name == "landscape" || name == "portrait-larger-low-en" ||
                          name == "landscape-larger-low-en" || name == "landscape-larger-low";
        if (!kept) return;
        std::filesystem::create_directories(support::pictures_folder());
        REQUIRE(driver.save(support::pictures_folder() / fmt::format("installer-{}-{}.png", what, name)));
    }

    Driver driver;
    Modes modes;
    std::string name;
};

void set_detail(Driver& driver, Device device, DeviceHealth health, const std::string& detail) {
    HallPicture picture = *driver.service().picture();
    picture.status.devices = {{"kiosk", device, health, detail, driver.clock().wall_ms()},
                              {"board", device, DeviceHealth::absent, detail, driver.clock().wall_ms()}};
    driver.service().set_picture(std::move(picture));
    driver.frames();
}

/// Turns the page's facts to the end; each of these was on one of its sides, and all sides keep the rules.
void see_all_facts(EveryMode& every, const std::string& what, const std::vector<std::string>& wanted) {
    std::set<std::string> seen;
    const auto look = [&] {
        for (const std::string& one : wanted)
            if (every.driver.shows(one)) seen.insert(one);
    };
    look();
    for (int side = 0; side < 12 && every.driver.has("more_facts"); ++side) {
        every.driver.tap("more_facts");
        every.judge(what + "-more");
        look();
    }
    INFO(every.name << " " << fmt::format("{}", fmt::join(seen, ", ")));
    CHECK(seen.size() == wanted.size());
}

// The beginning of the words for a fault: the rest may be on another line.
std::string fault_words(const char* language, const std::string& fault) {
    const std::string words = Catalogue::embedded(language).text("installer.touch.fault." + fault);
    return words.substr(0, words.find('{')).substr(0, 9);
}
std::string chinese_of(const std::string& fault) { return fault_words("zh-CN", fault); }
std::string english_of(const std::string& fault) { return fault_words("en", fault); }

}  // namespace

TEST_CASE("the code page keeps the design's rules with every answer to a wrong code") {
    EveryMode every;
    every.each([&] {
        for (const auto why : {Refusal::no_setup_code, Refusal::setup_code_expired, Refusal::wrong_setup_code}) {
            for (const int left : {0, 4}) {
                every.show(ScreenId::setup_code, Session{});
                Refused refused{why, {}, {}};
                refused.tries_left = left;
                every.driver.service().answer_next(refused);
                for (int i = 0; i < 6; ++i) every.driver.tap("key.1");
                every.driver.tap("key.action");
                every.judge(fmt::format("code-{}-{}", name_of(why), left));
                if (why != Refusal::wrong_setup_code) break;
            }
        }
    });
}

namespace {

void judge_district(EveryMode& every) {
    for (const auto& [state, trouble] : {std::pair{LinkState::none, SyncTrouble::none},
                                         {LinkState::none, SyncTrouble::enrolment_refused},
                                         {LinkState::waiting, SyncTrouble::none},
                                         {LinkState::waiting, SyncTrouble::not_trusted},
                                         {LinkState::approved, SyncTrouble::unreachable},
                                         {LinkState::approved, SyncTrouble::no_answer},
                                         {LinkState::revoked, SyncTrouble::token_unknown}}) {
        MachineFacts facts;
        SyncView& district = facts.district.emplace();
        district.state = state;
        district.trouble = trouble;
        district.trouble_detail = "curl: Failed to connect to district.example port 8443 after 3 ms";
        district.address = "https://district.example:8443";
        district.fingerprint = "3f2a-91c0-77de-0b1c";
        district.unsent = 100'000;
        district.oldest_unsent_ms = 30LL * 86'400'000;
        district.agent_runs = true;
        every.driver.service().answer_next(AnswerValue(facts));
        every.show(ScreenId::installer_district);
        every.judge(fmt::format("district-{}-{}", name_of(state), name_of(trouble)));
    }
    every.show(ScreenId::pairing);
    every.driver.type("eyJhZGRyZXNzIjoiaHR0cHM6Ly9kaXN0cmljdC5leGFtcGxlOjg0NDMiLCJjb2RlIjoiQUJD");
    every.judge("pairing-typed");
    every.driver.tap("key.case");
    every.judge("pairing-capitals");
    every.driver.tap("key.page");
    every.judge("pairing-digits");
    every.driver.service().answer_next(Error{ErrorCode::invalid_input, ""});
    every.driver.tap("key.find");
    every.judge("pairing-wrong");
}

}  // namespace

TEST_CASE("a device's page keeps the design's rules in every state of the device and its test") {
    const std::vector<std::pair<Device, std::vector<const char*>>> details = {
        {Device::printer,
         {"paper_near_end", "paper_out", "cover_open", "offline", "cutter_stuck", "error", "no_answer", "not_found",
          "half_printed", "link_lost", "not_sure", "stalled", "not_drawn", "unplugged", "switched_off", "too_late",
          "ready"}},
        {Device::board, {"ready", "no_display", "not_running"}},
        {Device::sound, {"ready", "no_card", "no_voice", "muted", "clips_missing"}}};
    EveryMode every;
    every.each([&] {
        for (const auto& [device, codes] : details) {
            const ScreenId page = device == Device::printer ? ScreenId::installer_printer
                                  : device == Device::board ? ScreenId::installer_board
                                                            : ScreenId::installer_sound;
            for (const char* code : codes) {
                set_detail(every.driver, device, DeviceHealth::bad, code);
                every.show(page);
                every.judge(fmt::format("{}-{}", name_of(device), code));
            }
            every.driver.service().set_test_outcome(DeviceRequest::State::done);
            every.driver.tap("test");
            every.judge(fmt::format("{}-question", name_of(device)));
            every.driver.tap("not_seen");
            every.judge(fmt::format("{}-not-seen", name_of(device)));
            Session walking = sample_session(page, every.driver.service());
            walking.setup.walk = static_cast<std::size_t>(device);
            every.driver.service().set_test_outcome(DeviceRequest::State::asked);
            every.show(page, std::move(walking));
            every.judge(fmt::format("{}-walking", name_of(device)));
            every.driver.pass(10'000);
            every.judge(fmt::format("{}-silent", name_of(device)));
        }
    });
}

TEST_CASE("whatever the touch test finds keeps the design's rules, on its page and in the summary") {
    std::vector<PanelFault> panels = turned_panels;
    panels.push_back(stretched_panel);
    panels.push_back({TouchFinding::Fault::shifted, [](Point p) -> Point { return {p.x + 0.06F, p.y - 0.04F}; }});
    panels.push_back({TouchFinding::Fault::irregular, [](Point p) -> Point { return {p.x * p.x, 0.3F + p.x * 0.4F}; }});
    EveryMode every;
    every.each([&] {
        const Size space = every.driver.record().space;
        for (const auto& [fault, lands] : panels) {
            const char* what = name_of(fault);
            Session session = sample_session(ScreenId::installer_touch, every.driver.service());
            session.setup.touches = touches_on(space, space, lands);
            every.show(ScreenId::setup_summary, session);
            every.judge(std::string("summary-touch-") + what);
            every.show(ScreenId::installer_touch, session);
            INFO(what);
            CHECK(every.driver.shows(every.modes.english() ? english_of(what) : chinese_of(what)));
            every.judge(std::string("touch-") + what);
            session.setup.walk = 3;
            every.show(ScreenId::installer_touch, session);
            every.judge(std::string("touch-walking-") + what);
            see_all_facts(every, std::string("touch-") + what, {every.modes.english() ? "Top left" : "左上"});
        }
    });
}

TEST_CASE("the installer's other pages keep the design's rules with much and with little to tell") {
    EveryMode every;
    every.each([&] {
        for (const SetupItem item : {SetupItem::touch, SetupItem::screen})
            for (const auto outcome :
                 {SetupVisit::Outcome::untried, SetupVisit::Outcome::good, SetupVisit::Outcome::bad}) {
                Session session = sample_session(ScreenId::installer, every.driver.service());
                session.setup.outcome(item) = outcome;
                session.setup.walk = item == SetupItem::touch ? 3U : 4U;
                if (outcome == SetupVisit::Outcome::bad)
                    session.setup.touches = {{300, 300}, {990, 90}, {990, 1830}, {90, 1830}, {540, 960}};
                every.show(item == SetupItem::touch ? ScreenId::installer_touch : ScreenId::installer_screen,
                           std::move(session));
                every.judge(fmt::format("{}-{}", name_of(item), static_cast<int>(outcome)));
            }
        every.driver.service().answer_next(AnswerValue(MachineFacts{}));
        every.show(ScreenId::installer_network);
        every.judge("network-none");
        MachineFacts many;
        for (const char* name : {"enp1s0", "enp2s0", "wlp3s0"})
            many.network.interfaces.push_back(
                {name, NetworkInterface::Link::up, {"192.168.100.200", "2001:db8:1234:5678:9abc:def0:1234:5678"}});
        every.driver.service().answer_next(AnswerValue(many));
        every.show(ScreenId::installer_network);
        every.judge("network-many");
        see_all_facts(every, "network", {"enp1s0", "enp2s0", "wlp3s0", "192.168.100.200", "def0:"});
        every.show(ScreenId::installer_version);
        see_all_facts(every, "version", {"SQLite", "Dear ImGui", "0197a1b2", "/var/lib/"});
        judge_district(every);
        for (const char* id : {"restart", "shut_down"}) {
            every.show(ScreenId::installer_power);
            every.driver.tap(id);
            every.judge(std::string("power-") + id);
        }
        for (const auto outcome :
             {PowerOutcome::ordered, PowerOutcome::not_permitted, PowerOutcome::not_here, PowerOutcome::failed}) {
            every.show(ScreenId::installer_power);
            every.driver.tap("restart");
            every.driver.service().answer_next(AnswerValue(PowerAnswer{outcome}));
            every.driver.tap("power_yes");
            every.judge(std::string("power-") + name_of(outcome));
        }
        every.show(ScreenId::printer_address);
        every.driver.tap("key.1");
        every.driver.tap("key.action");
        every.judge("address-wrong");
        every.show(ScreenId::installer_volume);
        every.driver.service().set_test_outcome(DeviceRequest::State::failed, "no_voice");
        every.driver.tap("test");
        every.judge("volume-failed");
        every.driver.service().set_test_outcome(DeviceRequest::State::done);
    });
}

TEST_CASE("what a held corner opens without a database keeps the design's rules in every mode") {
    EveryMode every;
    every.each([&] {
        HallPicture picture = *every.driver.service().picture();
        picture.trouble = Error{ErrorCode::io, "the disk is gone"};
        every.driver.service().set_picture(picture);
        every.driver.frames();
        Session session;
        session.setup.right = SetupRight::without_hall;
        every.show(ScreenId::installer, session);
        REQUIRE(every.driver.has("item.touch"));  // the others may be on a later page of the list
        every.judge("without-hall");
        every.show(ScreenId::installer_power, session);
        every.judge("without-hall-power");
        picture.trouble.reset();
        every.driver.service().set_picture(std::move(picture));
        every.driver.frames();
    });
}

}  // namespace linli::kiosk::testing
