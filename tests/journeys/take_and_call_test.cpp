// SPDX-License-Identifier: Apache-2.0
// The whole house at once: the real kiosk, touched under SDL's dummy driver, over a real hall, while commands call.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "hall/acts/show_hall.h"
#include "hall/acts/verify_journal.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

namespace linli {
namespace {

using namespace linli::support;
using Json = nlohmann::json;

class House {
public:
    House() { value_of(Hall::create(database(), clock_, Actor{"test"}, always_open())).reset(); }

    std::filesystem::path database() const { return folder_.file("hall.db"); }
    std::filesystem::path pictures() const { return folder_.file("pictures"); }

    Finished linli(std::vector<std::string> words) const {
        words.insert(words.begin(), {linli_program(), "--database", database().string(), "--json"});
        return run_program({words, {{"LINLI_LANGUAGE", "en"}}, {}});
    }

    Child kiosk() const {
        const std::string program = kiosk_program(), database_text = database().string(), folder = pictures().string();
        return Child([program, database_text, folder] {
            if (!freopen("/dev/null", "w", stdout)) return 126;
            execl(program.c_str(), program.c_str(), "--database", database_text.c_str(), "--tour", folder.c_str(),
                  nullptr);
            return 127;
        });
    }

    std::unique_ptr<Hall> hall() const { return value_of(Hall::open(database(), clock_, Actor{"test"})); }

    /// Until the kiosk has taken its number; its code.
    std::string number_taken() const {
        for (int i = 0; i < 400; ++i) {
            const auto line = Json::parse(linli({"line"}).out);
            if (!line.empty()) return line[0]["code"];
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        FAIL("the kiosk took no number");
        return {};
    }

private:
    TempFolder folder_;
    SystemClock clock_;
};

}  // namespace

TEST_CASE("a resident takes a number at the kiosk, a counter calls it by command, and the kiosk shows it") {
    const House house;
    CHECK(house.linli({"counter", "open", "1"}).exit_code == 0);
    Child kiosk = house.kiosk();
    const std::string code = house.number_taken();
    CHECK(code == "A001");

    // The ticket page stands; now the counter calls.
    std::this_thread::sleep_for(std::chrono::milliseconds(800));
    const Finished called = house.linli({"call", "1"});
    REQUIRE(called.exit_code == 0);
    CHECK(Json::parse(called.out)["code"] == code);
    // The tour goes on only when the page has turned into the call.
    CHECK(kiosk.wait() == 0);
    CHECK(std::filesystem::exists(house.pictures() / "06-ticket.png"));
    CHECK(std::filesystem::exists(house.pictures() / "index.html"));

    const Json status = Json::parse(house.linli({"status"}).out);
    CHECK(status["help_called"] == true);
    CHECK(status["calls"][0]["code"] == code);
    CHECK(house.linli({"finish", "1"}).exit_code == 0);
    CHECK(Json::parse(house.linli({"ticket", "show", code}).out)["state"] == "done");
    CHECK_FALSE(value_of(verify_journal(*house.hall())).fault);
}

TEST_CASE("a kiosk killed at any moment loses no number and doubles none") {
    const House house;
    int issued_before = 0;
    for (const int after_ms : {400, 1200, 2200, 2700, 3100, 3600}) {
        Child kiosk = house.kiosk();
        std::this_thread::sleep_for(std::chrono::milliseconds(after_ms));
        kiosk.kill_at_once();
        const auto hall = house.hall();
        const auto line = done(show_line(*hall, std::nullopt));
        const int issued = static_cast<int>(line.size());
        // One walk takes one number or none, and what was there before stays, each number once and without a gap.
        CHECK(issued >= issued_before);
        CHECK(issued <= issued_before + 1);
        for (int i = 0; i < issued; ++i) CHECK(line[static_cast<std::size_t>(i)].ticket.number == i + 1);
        CHECK_FALSE(value_of(verify_journal(*hall)).fault);
        issued_before = issued;
    }
}

}  // namespace linli
