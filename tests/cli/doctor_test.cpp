// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>

#include "hall/acts/care_for_device.h"
#include "hall/base/live_mark.h"
#include "tests/cli/linli.h"

using namespace linli::support;

namespace {

// What the doctor says of each thing, and whether its exit code agrees.
std::map<std::string, std::string> examined(Linli& linli) {
    const Finished finished = linli.run({"--json", "doctor"});
    INFO(finished.out << finished.err);
    std::map<std::string, std::string> health;
    bool bad = false;
    for (const auto& finding : nlohmann::json::parse(finished.out)) {
        health[finding.at("what")] = finding.at("health");
        bad = bad || finding.at("health") == "bad";
        CHECK_FALSE(finding.at("text").get<std::string>().starts_with("doctor."));
        CHECK_FALSE(finding.at("text").get<std::string>().starts_with("error."));
    }
    CHECK(finished.exit_code == (bad ? 3 : 0));
    return health;
}

}  // namespace

TEST_CASE("a sound hall is found sound, in words in both languages") {
    Linli linli;
    linli.init();
    auto health = examined(linli);
    for (const char* what : {"database", "library", "integrity", "journal", "content"}) {
        INFO(what);
        CHECK(health[what] == "good");
    }
    for (const char* what : {"disk", "clock", "fonts", "display", "network", "board", "sound", "version"}) {
        INFO(what);
        CHECK(health.contains(what));
    }
    for (const char* language : {"en", "zh-CN"}) {
        linli.language = language;
        CHECK(linli.run({"doctor"}).out.find(linli.database) != std::string::npos);
    }
}

TEST_CASE("the doctor says whether the kiosk's page may switch the machine off, or that nobody can tell") {
    Linli linli;
    linli.init();
    auto health = examined(linli);
    CHECK(health.contains("power") != health.contains("power_unknown"));
    // What the system's own programs complain of meanwhile is nobody's business.
    CHECK(linli.run({"doctor"}).err.empty());
}

TEST_CASE("before the hall is set up the disk is looked at where it would lie") {
    Linli linli;
    linli.database = linli.file("not/there/yet/hall.db");
    CHECK(examined(linli)["disk"] == "good");
    CHECK_FALSE(std::filesystem::exists(linli.file("not")));
}

TEST_CASE("the doctor looks and changes nothing") {
    Linli linli;
    linli.init();
    const std::string before = read_file(linli.database);
    examined(linli);
    CHECK(read_file(linli.database) == before);
    Linli nothing;
    examined(nothing);
    CHECK_FALSE(std::filesystem::exists(nothing.database));
}

TEST_CASE("a missing, empty, foreign or cut-off database is named, with what to do") {
    Linli linli;
    CHECK(examined(linli)["database.missing"] == "bad");
    CHECK(linli.run({"doctor"}).exit_code == 3);
    write_file(linli.database, "");
    CHECK(examined(linli)["database.corrupt"] == "bad");
    write_file(linli.database, std::string(9000, 'x'));
    CHECK(examined(linli)["database.not_linli"] == "bad");
    std::filesystem::remove(linli.database);
    std::filesystem::create_directory(linli.database);
    CHECK(examined(linli)["database.not_linli"] == "bad");
}

TEST_CASE("damage inside the database is found") {
    Linli linli;
    linli.init();
    for (int i = 0; i < 20; ++i) linli.text({"ticket", "take", "senior-card"});
    std::string bytes = read_file(linli.database);
    // From the middle of the file on, four pages.
    const std::size_t begin = bytes.size() / 2 / 4096 * 4096;
    for (std::size_t i = begin; i < begin + 4 * 4096 && i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 37);
    write_file(linli.database, bytes);
    const auto health = examined(linli);
    bool told = false;
    for (const auto& [what, state] : health)
        if (state == "bad" && (what == "integrity" || what == "journal" || what.starts_with("database."))) told = true;
    CHECK(told);
}

TEST_CASE("the doctor tells how board and sound are, and how to mend what is not well") {
    Linli program;
    program.init();
    const auto text_of = [&](const std::string& what) {
        std::string said;
        for (const auto& finding : nlohmann::json::parse(program.run({"--json", "doctor"}).out))
            if (finding.at("what") == what)
                said = finding.at("health").get<std::string>() + " " + finding.at("text").get<std::string>();
        return said;
    };
    CHECK(text_of("board").starts_with("warning Board: The board's program has not run yet. Run systemctl"));
    linli::SystemClock clock;
    const auto report = [&](linli::Device device, linli::DeviceHealth health, const char* detail) {
        auto hall = linli::Hall::open(program.database, clock, linli::Actor{"board"});
        REQUIRE(hall.has_value());
        REQUIRE(linli::report_device(**hall, {"board", device, health, detail, 0}).has_value());
    };
    report(linli::Device::board, linli::DeviceHealth::good, "ready");
    CHECK(text_of("board").starts_with("warning Board: The board's program is not running"));
    {
        const auto mark = linli::LiveMark::hold(linli::LiveMark::path(program.database, "board"));
        REQUIRE(mark.has_value());
        CHECK(text_of("board") == "good Board: The board works");
    }
    report(linli::Device::sound, linli::DeviceHealth::good, "ready");
    CHECK(text_of("sound").starts_with("warning Sound: No program speaks the calls"));
    const auto speaks = linli::LiveMark::hold(linli::LiveMark::path(program.database, "announcer"));
    REQUIRE(speaks.has_value());
    report(linli::Device::sound, linli::DeviceHealth::bad, "no_card");
    CHECK(text_of("sound").starts_with("bad Sound: No sound card was found. Plug in"));
    CHECK(program.run({"doctor"}).exit_code == 3);
    report(linli::Device::sound, linli::DeviceHealth::bad, "some_new_code");
    CHECK(text_of("sound").find("some_new_code") != std::string::npos);
    CHECK(text_of("version").find("0.1.0") != std::string::npos);
}
