// SPDX-License-Identifier: Apache-2.0
// The real board over a real hall, while commands call: what it shows is read from the picture that it saves.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "hall/acts/take_number.h"
#include "hall/base/live_mark.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli {
namespace {

using namespace linli::support;

class BoardHouse {
public:
    BoardHouse() : hall_(value_of(Hall::create(database(), clock_, Actor{"test"}, always_open()))) {}

    std::filesystem::path database() const { return folder_.file("hall.db"); }
    std::filesystem::path picture() const { return folder_.file("board.png"); }
    bool board_runs() const { return LiveMark::is_held(LiveMark::path(database(), "board")); }

    void linli(std::vector<std::string> words) const {
        words.insert(words.begin(), {linli_program(), "--database", database().string()});
        const Finished finished = run_program({words, {{"LINLI_LANGUAGE", "en"}}, {}});
        INFO(finished.err);
        REQUIRE(finished.exit_code == 0);
    }
    void take() { done(issue_number(*hall_, {"old-age-allowance", "", new_key(), {}})); }

    Child board(const char* display = nullptr) const {
        const std::string program = kiosk_program(), database_text = database().string(), file = picture().string();
        return Child([program, database_text, file, display] {
            if (!freopen("/dev/null", "w", stdout) || !freopen((file + ".log").c_str(), "w", stderr)) return 126;
            setenv("SDL_VIDEODRIVER", "dummy", 1);
            if (display == nullptr)
                execl(program.c_str(), program.c_str(), "--board", "--database", database_text.c_str(),
                      "--save-picture", file.c_str(), nullptr);
            else
                execl(program.c_str(), program.c_str(), "--board", "--database", database_text.c_str(), "--display",
                      display, nullptr);
            return 127;
        });
    }

    std::string words() const {
        const auto file = picture().string() + ".txt";
        return std::filesystem::exists(file) ? read_file(file) : "";
    }
    /// The numbers that the board shows as called, in their order: the large one first.
    std::string calls_shown() const {
        std::string calls, text = words();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string line = text.substr(at, end - at);
            if (line.size() == 4 && line[0] == 'A') calls += line + " ";
            at = end + 1;
        }
        return calls;
    }
    void until_shown(const std::string& calls) const {
        for (int i = 0; i < 1000; ++i) {
            if (calls_shown() == calls) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        FAIL("the board shows \"" << calls_shown() << "\" and not \"" << calls << "\"");
    }

private:
    TempFolder folder_;
    SystemClock clock_;
    std::unique_ptr<Hall> hall_;
};

template <class Holds>
void wait_until(const char* what, Holds holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("it never came: " << what);
}

}  // namespace

TEST_CASE("commands call, and the board shows it; killed and started again it shows the same calls") {
    BoardHouse house;
    house.linli({"counter", "open", "1"});
    house.linli({"counter", "open", "2"});
    for (int i = 0; i < 3; ++i) house.take();
    Child board = house.board();
    wait_until("an empty board", [&] { return house.words().find("请取号等候") != std::string::npos; });
    house.linli({"call", "1"});
    house.until_shown("A001 ");
    CHECK(house.words().find("请到 1 号窗口") != std::string::npos);
    house.linli({"call", "2"});
    house.until_shown("A002 A001 ");
    CHECK(std::filesystem::file_size(house.picture()) > 10'000);

    board.kill_at_once();
    CHECK_FALSE(house.board_runs());
    std::filesystem::remove(house.picture().string() + ".txt");
    const Child again = house.board();
    house.until_shown("A002 A001 ");
    CHECK(house.board_runs());
    house.linli({"recall", "1"});
    house.until_shown("A001 A002 ");
}

TEST_CASE("a board whose display is not there says so, waits, and is not taken for a board that is seen") {
    const BoardHouse house;
    const Child board = house.board("7");
    wait_until("its words", [&] {
        const std::string log = house.picture().string() + ".log";
        return std::filesystem::exists(log) && read_file(log).find("there is no display 7") != std::string::npos;
    });
    wait_until("its mark", [&] { return house.board_runs(); });
    CHECK(house.words().empty());
}

}  // namespace linli
