// SPDX-License-Identifier: Apache-2.0
// A number on paper, on the board and in the air: the real kiosk with a simulated printer at its TCP port, the real
// board with SDL's disk audio, and commands that take, print and call.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "hall/acts/calls_since.h"
#include "hall/base/live_mark.h"
#include "tests/support/places.h"
#include "tests/support/printer_peer.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli {
namespace {

using namespace linli::support;

// At any hour of the day at which the test runs, the hall speaks.
ContentDocuments never_quiet() {
    ContentDocuments documents = always_open();
    auto voice = nlohmann::json::parse(documents.at("voice.json"));
    voice["quiet"] = nlohmann::json::array();
    voice["volume_by_hour"] = {{{"from", 0}, {"to", 24}, {"percent", 100}}};
    documents["voice.json"] = voice.dump();
    return documents;
}

template <class Holds>
void wait_until(const char* what, Holds holds) {
    for (int i = 0; i < 2000; ++i) {
        if (holds()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("it never came: " << what);
}

class Hallway {
public:
    Hallway() { value_of(Hall::create(database(), clock_, Actor{"test"}, never_quiet())).reset(); }

    std::string database() const { return folder_.file("hall.db").string(); }
    std::string file(const char* name) const { return folder_.file(name).string(); }

    nlohmann::json linli(std::vector<std::string> words) const {
        words.insert(words.begin(), {linli_program(), "--database", database(), "--json"});
        const Finished finished = run_program({words, {{"LINLI_LANGUAGE", "en"}}, {}});
        INFO(finished.out << finished.err);
        REQUIRE(finished.exit_code == 0);
        return nlohmann::json::parse(finished.out);
    }

    Child kiosk(std::vector<std::string> words = {}) const {
        words.insert(words.begin(), {kiosk_program(), "--database", database()});
        const std::string samples = file("samples.raw"), log = file("log");
        return Child([words, samples, log] {
            if (!freopen("/dev/null", "w", stdout) || !freopen(log.c_str(), "a", stderr)) return 126;
            setenv("SDL_VIDEODRIVER", "dummy", 1);
            setenv("SDL_AUDIODRIVER", "disk", 1);
            setenv("SDL_DISKAUDIOFILE", samples.c_str(), 1);
            std::vector<char*> arguments;
            for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
            arguments.push_back(nullptr);
            execv(arguments[0], arguments.data());
            return 127;
        });
    }

    /// Something is heard: samples that are not silence.
    bool heard() const {
        if (!std::filesystem::exists(file("samples.raw"))) return false;
        const std::string samples = read_file(file("samples.raw"));
        return std::ranges::count_if(samples, [](char byte) { return byte != 0; }) > 10'000;
    }
    /// The board has this text for itself, as it has a number that is called; who is next in a line stands in a phrase.
    bool board_shows(const std::string& text) const {
        const std::string words = file("board.png.txt");
        return std::filesystem::exists(words) &&
               ("\n" + read_file(words)).find("\n" + text + "\n") != std::string::npos;
    }

private:
    TempFolder folder_;
    SystemClock clock_;
};

}  // namespace

TEST_CASE("a number comes on paper, is called, stands on the board and is heard") {
    PrinterPeer printer(PrinterPeer::Wire::tcp);
    const Hallway hall;
    hall.linli({"device", "set", "printer.address", printer.address()});
    hall.linli({"device", "set", "printer.lettering", "printers_own"});
    const Child kiosk = hall.kiosk();
    wait_until("a printer that is ready", [&] {
        const auto devices = hall.linli({"status"}).at("devices");
        return std::ranges::any_of(devices, [](const auto& device) {
            return device.at("device") == "printer" && device.at("health") == "good";
        });
    });
    const auto ticket = hall.linli({"ticket", "take", "old-age-allowance"});
    hall.linli({"ticket", "print", "A001"});
    wait_until("a paper", [&] { return !printer.papers().empty(); });
    const auto papers = printer.papers();
    REQUIRE(papers.size() == 1);
    CHECK(papers[0].whole);
    CHECK(papers[0].text.find(ticket.at("check_code").get<std::string>()) != std::string::npos);

    const Child board = hall.kiosk({"--board", "--save-picture", hall.file("board.png")});
    wait_until("a board that knows the hall", [&] { return hall.board_shows("下一位 A001"); });
    CHECK_FALSE(hall.board_shows("A001"));
    hall.linli({"counter", "open", "1"});
    hall.linli({"call", "1"});
    wait_until("the call on the board", [&] { return hall.board_shows("A001"); });
    wait_until("the call in the air", [&] { return hall.heard(); });
    CHECK(std::filesystem::file_size(hall.file("board.png")) > 10'000);
}

TEST_CASE("calls are spoken also where the board's television is off, and the program ends when it is told to") {
    const Hallway hall;
    const SystemClock clock;
    const auto records = value_of(Hall::open(hall.database(), clock, Actor{"test"}));
    Child board = hall.kiosk({"--board", "--display", "5"});
    wait_until("an announcer that has begun", [&] { return value_of(announced_until(*records)).has_value(); });
    CHECK(program_runs(hall.database(), "announcer"));
    hall.linli({"ticket", "take", "old-age-allowance"});
    hall.linli({"counter", "open", "1"});
    hall.linli({"call", "1"});
    wait_until("the call in the air", [&] { return hall.heard(); });
    CHECK(read_file(hall.file("log")).find("there is no display 5") != std::string::npos);
    board.tell_to_end();
    CHECK(board.wait() == 0);
    CHECK_FALSE(program_runs(hall.database(), "announcer"));
}

}  // namespace linli
