// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/cli/linli.h"

using namespace linli::support;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("issuing is paused with a reason, which everybody is told, and goes on") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"pause", "issuing", "--reason", "the printer is broken"}), "No numbers"));
    CHECK(contains(linli.text({"status"}), "Reason: the printer is broken"));
    const auto status = linli.json({"status"});
    CHECK(status.at("issuing").at("refused") == "issuing_paused");
    const Finished no = linli.run({"ticket", "take", "senior-card"});
    CHECK(no.exit_code == 1);
    CHECK(contains(no.err, "No numbers are given for now."));
    CHECK(contains(no.err, "Reason: the printer is broken"));
    CHECK(contains(linli.text({"resume", "issuing"}), "given again"));
    CHECK(contains(linli.text({"ticket", "take", "senior-card"}), "A001"));
    CHECK(linli.run({"resume", "issuing"}).exit_code == 1);
}

TEST_CASE("one matter is paused and resumed by its id") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"pause", "senior-card"}), "Senior citizen card"));
    CHECK(contains(linli.text({"status"}), "No numbers are given for: Senior citizen card."));
    CHECK(linli.json({"status"}).at("paused_matters").at(0).at("matter") == "senior-card");
    CHECK(linli.json_of(1, {"ticket", "take", "senior-card"}).at("refused") == "matter_paused");
    CHECK(contains(linli.text({"resume", "senior-card"}), "given again"));
    CHECK(linli.run({"resume", "senior-card"}).exit_code == 1);
    CHECK(linli.json_of(1, {"pause", "nonsense"}).at("refused") == "unknown_matter");
    CHECK(linli.json_of(1, {"resume", "nonsense"}).at("refused") == "unknown_matter");
    CHECK(linli.run({"pause", "senior-card", "--reason", "two\nlines"}).exit_code == 2);
}

TEST_CASE("a message is shown, and taken down") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"message", "空调在修", "No air conditioning", "--until", "24:00"}), "until 24:00"));
    CHECK(contains(linli.text({"status"}), "On the kiosk: No air conditioning"));
    CHECK(linli.json({"status"}).at("message").at("zh") == "空调在修");
    CHECK(contains(linli.text({"message", "--clear"}), "taken down"));
    CHECK(linli.json({"status"}).at("message").is_null());
    CHECK(linli.run({"message", "--clear"}).exit_code == 1);
}

TEST_CASE("a message that cannot be shown is refused before anything is changed") {
    Linli linli;
    linli.init();
    CHECK(linli.run({"message"}).exit_code == 2);
    CHECK(linli.run({"message", "有话", "--clear"}).exit_code == 2);
    CHECK(linli.run({"message", "", std::string(121, 'x')}).exit_code == 2);
    for (const char* time : {"00:00", "25:00", "9:00", "ab:cd", "-1:30", "12:60"})
        CHECK(linli.run({"message", "话", "words", "--until", time}).exit_code == 2);
    CHECK(linli.json({"status"}).at("message").is_null());
}

TEST_CASE("an outcome is one of those that there are") {
    Linli linli;
    linli.init();
    linli.text({"counter", "open", "1"});
    linli.text({"ticket", "take", "senior-card"});
    linli.text({"call", "1"});
    CHECK(linli.run({"finish", "1", "--outcome", "whatever"}).exit_code == 2);
    CHECK(contains(linli.text({"finish", "1", "--outcome", "not_ours"}), "A001"));
}
