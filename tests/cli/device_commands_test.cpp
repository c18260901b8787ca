// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "hall/acts/care_for_device.h"
#include "hall/acts/hall.h"
#include "hall/base/live_mark.h"
#include "tests/cli/linli.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

const SystemClock the_clock;

void say(const Linli& linli, DeviceHealth health, const char* detail) {
    const auto hall = value_of(Hall::open(linli.database, the_clock, Actor{"kiosk"}));
    REQUIRE(report_device(*hall, {"kiosk", Device::printer, health, detail, 0}).has_value());
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("devices are listed in words, and status and doctor name the bad ones with how to mend them") {
    Linli linli;
    linli.init();
    CHECK(linli.json({"device", "list"}).empty());
    const auto kiosk_runs = value_of(LiveMark::hold(LiveMark::path(linli.database, "kiosk")));
    const struct {
        DeviceHealth health;
        const char* detail;
        const char* words;
    } states[] = {
        {DeviceHealth::bad, "paper_out", "new roll"},        {DeviceHealth::bad, "cover_open", "clicks"},
        {DeviceHealth::bad, "cutter_stuck", "jammed paper"}, {DeviceHealth::bad, "offline", "switch it off"},
        {DeviceHealth::bad, "unplugged", "cable"},           {DeviceHealth::bad, "error", "use another"},
        {DeviceHealth::warning, "no_answer", "every day"},   {DeviceHealth::warning, "paper_near_end", "new roll"}};
    for (const auto& state : states) {
        INFO(state.detail);
        say(linli, state.health, state.detail);
        CHECK(linli.json({"device", "list"}).at(0).at("detail") == state.detail);
        for (const std::string& said :
             {linli.text({"device", "list"}), linli.text({"status"}), linli.run({"doctor"}).out})
            CHECK(contains(said, state.words));
    }
    say(linli, DeviceHealth::good, "ready");
    CHECK_FALSE(contains(linli.text({"status"}), "printer"));
    linli.language = "zh-CN";
    say(linli, DeviceHealth::bad, "paper_out");
    CHECK(contains(linli.text({"status"}), "没有纸了"));
}

TEST_CASE("the last word of a kiosk that was killed is not taken for how the printer is now") {
    Linli linli;
    linli.init();
    {
        const auto kiosk_runs = value_of(LiveMark::hold(LiveMark::path(linli.database, "kiosk")));
        say(linli, DeviceHealth::good, "ready");
        CHECK(linli.json({"device", "list"}).at(0).at("health") == "good");
    }
    CHECK(linli.json({"device", "list"}).at(0).at("detail") == "not_running");
    for (const std::string& said : {linli.text({"status"}), linli.run({"doctor"}).out})
        CHECK(contains(said, "linli-kiosk"));
}

TEST_CASE("a setting is made, checked, and taken back") {
    Linli linli;
    linli.init();
    CHECK(linli.json({"device", "set", "printer.address", "tcp:192.168.1.50:9100"}).at("value") ==
          "tcp:192.168.1.50:9100");
    CHECK(linli.run({"device", "set", "printer.address", "lp0"}).exit_code == 2);
    CHECK(linli.run({"device", "set", "printer.adress", "none"}).exit_code == 2);
    CHECK(linli.run({"device", "set", "printer.address"}).exit_code == 2);
    CHECK(linli.run({"device", "set", "printer.address", "none", "--default"}).exit_code == 2);
    CHECK(linli.run({"device", "set", "sound.volume", "500"}).exit_code == 2);
    CHECK(linli.run({"device", "set", "board.colour", "red"}).exit_code == 2);
    const auto hall = value_of(Hall::open(linli.database, the_clock, Actor{"test"}));
    CHECK(value_of(device_setting(*hall, "printer.address")) == "tcp:192.168.1.50:9100");
    linli.text({"device", "set", "printer.address", "--default"});
    CHECK_FALSE(value_of(device_setting(*hall, "printer.address")).has_value());
}

TEST_CASE("every setting of the manual can be made, a printer's name and IPv6 address too") {
    Linli linli;
    linli.init();
    for (const auto& [name, value] : {std::pair{"printer.address", "tcp:slips.lan:9100"},
                                      {"printer.address", "tcp:[fd00::50]:9100"},
                                      {"printer.width", "384"},
                                      {"printer.lettering", "drawn"},
                                      {"printer.paper", "off"},
                                      {"voice.folder", "/srv/voice"},
                                      {"guidance.device", "auto"},
                                      {"sound.volume", "40"},
                                      {"guidance.volume", "100"}}) {
        INFO(name << " " << value);
        CHECK(linli.json({"device", "set", name, value}).at("value") == value);
        CHECK(contains(linli.text({"device", "set", "--help"}), name));
    }
}

TEST_CASE("what a setting may not be is refused with what that setting may be") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.run({"device", "set", "printer.address", "192.168.1.50"}).err, "with tcp: and the port"));
    const std::string width = linli.run({"device", "set", "printer.width", "80"}).err;
    CHECK(contains(width, "576 (paper of 80 mm)"));
    CHECK_FALSE(contains(width, "tcp:"));
    linli.language = "zh-CN";
    CHECK(contains(linli.run({"device", "set", "sound.volume", "loud"}).err, "0 到 100"));
}

TEST_CASE("a test is followed to its outcome") {
    Linli linli;
    linli.init();
    const auto answered = [&](const std::string& trouble) {
        std::thread kiosk([&] {
            const auto hall = Hall::open(linli.database, the_clock, Actor{"kiosk"});
            for (int i = 0; hall && i < 1000; ++i) {
                const auto request = take_device_request(**hall, Device::printer);
                if (request && *request) {
                    static_cast<void>(finish_device_request(**hall, **request, trouble));
                    return;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        });
        const Finished finished = linli.run({"device", "test", "printer"});
        kiosk.join();
        return finished;
    };
    const Finished good = answered("");
    CHECK(good.exit_code == 0);
    const Finished bad = answered("paper_out");
    CHECK(bad.exit_code == 1);
    CHECK(contains(bad.out, "new roll"));
    CHECK(linli.run({"device", "test", "toaster"}).exit_code == 2);
}

TEST_CASE("a number is printed again by staff, where there is a printer") {
    Linli linli;
    linli.init();
    linli.text({"ticket", "take", "senior-card"});
    CHECK(linli.json_of(1, {"ticket", "print", "A001"}).at("refused") == "no_printer");
    say(linli, DeviceHealth::good, "ready");
    CHECK(linli.json({"ticket", "print", "A001"}).at("copy") == 1);
    CHECK(linli.json_of(1, {"ticket", "print", "A001"}).at("refused") == "slip_under_way");
    CHECK(linli.json_of(1, {"ticket", "print", "A099"}).at("refused") == "unknown_ticket");
    CHECK(linli.json({"ticket", "show", "A001"}).at("slip").at("state") == "queued");
}
