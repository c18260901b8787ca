// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <iterator>

#include "hall/content/document_kinds.h"
#include "hall/content/hall_content.h"
#include "tests/cli/linli.h"

using namespace linli::support;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a number goes from being taken to the end of the visit") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"counter", "open", "1"}), "counter 1 is open"));
    const std::string taken = linli.text({"ticket", "take", "senior-card"});
    CHECK(contains(taken, "A001"));
    CHECK(contains(taken, "Senior citizen card"));
    CHECK(contains(taken, "0 ahead"));
    CHECK(contains(linli.text({"line"}), "A001"));
    CHECK(contains(linli.text({"status"}), "1 waiting, 1 counters open"));
    CHECK(contains(linli.text({"call", "1"}), "A001 to counter 1"));
    CHECK(contains(linli.text({"recall", "1"}), "A001"));
    CHECK(contains(linli.text({"counter", "list"}), "A001"));
    CHECK(contains(linli.text({"serve", "1"}), "A001"));
    CHECK(contains(linli.text({"hold", "1"}), "A001"));
    CHECK(contains(linli.text({"call", "1", "--ticket", "a001"}), "A001"));
    CHECK(contains(linli.text({"finish", "1", "--outcome", "accepted", "--note", "two copies"}), "A001"));
    CHECK(contains(linli.text({"ticket", "show", "A001"}), "A001"));
    CHECK(contains(linli.text({"line"}), "Nobody is waiting"));
    CHECK(contains(linli.text({"counter", "close", "1"}), "counter 1 is closed"));
    CHECK(contains(linli.text({"verify-journal"}), "whole"));
}

TEST_CASE("a missed number re-joins, and one that is given back returns") {
    Linli linli;
    linli.init();
    linli.text({"counter", "open", "1"});
    const std::string check_code = linli.json({"ticket", "take", "senior-card"}).at("check_code");
    linli.text({"call", "1"});
    CHECK(contains(linli.text({"miss", "1"}), "A001"));
    CHECK(contains(linli.text({"ticket", "re-join", "A001"}), "A001"));
    CHECK(contains(linli.text({"ticket", "give-back", "A001", "--check-code", check_code}), "A001"));
    CHECK(contains(linli.text({"ticket", "undo-give-back", "A001", "--check-code", check_code}), "A001"));
    CHECK(linli.json({"line"}).size() == 1);
}

TEST_CASE("a person is handed over to another counter and to another matter") {
    Linli linli;
    linli.init();
    for (const char* counter : {"1", "2", "5"}) linli.text({"counter", "open", counter});
    linli.text({"ticket", "take", "senior-card"});
    linli.text({"call", "1"});
    CHECK(linli.json({"hand-over", "1", "--to-counter", "2"}).at("counter") == 2);
    linli.text({"call", "2"});
    CHECK(linli.json({"hand-over", "2", "--to-matter", "resident-pension"}).at("matter") == "resident-pension");
    CHECK(linli.json({"line", "--counter", "5"}).size() == 1);
    CHECK(linli.json({"line", "--counter", "1"}).empty());
}

TEST_CASE("a priority is claimed and taken away") {
    Linli linli;
    linli.init();
    linli.text({"ticket", "take", "senior-card"});
    CHECK(linli.json({"ticket", "take", "senior-card", "--priority", "elder"}).at("people_ahead") == 0);
    CHECK(linli.json({"ticket", "remove-priority", "A002", "--reason", "nothing shown"}).at("priority") == "");
    CHECK(linli.json({"line"}).at(0).at("code") == "A001");
}

TEST_CASE("the same key gives the same number") {
    Linli linli;
    linli.init();
    const auto first = linli.json({"ticket", "take", "senior-card", "--key", "a key of a test"});
    CHECK(linli.json({"ticket", "take", "senior-card", "--key", "a key of a test"}).at("id") == first.at("id"));
    CHECK(linli.json({"ticket", "take", "senior-card"}).at("code") == "A002");
}

TEST_CASE("matters are listed and found by Chinese, pinyin, initials and English") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"matters"}), "senior-card"));
    for (const char* query : {"老年人优待证", "laonian", "lnryd", "senior"}) {
        INFO(query);
        CHECK(contains(linli.text({"matters", query}), "senior-card"));
    }
    CHECK(linli.json({"matters"}).size() > 40);
    CHECK(linli.json({"matters", "senior"}).at(0).at("id") == "senior-card");
    CHECK(linli.run({"matters", "zzzzqqqq"}).exit_code == 1);
    CHECK(linli.json_of(1, {"matters", "zzzzqqqq"}).empty());
}

TEST_CASE("content is written out, checked and installed, and a fault leaves what is installed") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"content", "export", linli.file("out")}), "matters.json"));
    CHECK(contains(linli.text({"content", "check", linli.file("out")}), "5 counters"));
    CHECK(contains(linli.text({"content", "install", linli.file("out")}), "version 2"));
    write_file(linli.file("out/counters.json"), "{");
    for (const char* command : {"check", "install"}) {
        const Finished finished = linli.run({"content", command, linli.file("out")});
        CHECK(finished.exit_code == 3);
        CHECK(contains(finished.err, "counters.json"));
        CHECK(linli.json_of(3, {"content", command, linli.file("out")}).at("error") == "invalid_content");
    }
    CHECK(linli.run({"content", "check", linli.file("nowhere")}).exit_code == 3);
    CHECK(linli.json({"counter", "list"}).size() == 5);
}

TEST_CASE("a demo hall has a past, people in its line and a whole journal") {
    Linli linli;
    linli.text({"demo"});
    const auto status = linli.json({"status"});
    CHECK(status.at("waiting") > 0);
    CHECK(status.at("open_counters") == 3);
    CHECK(status.at("wait").at("high_minutes") > 0);
    CHECK(linli.json({"verify-journal"}).at("whole") == true);
    CHECK(linli.json({"verify-journal"}).at("entries") > 500);
    CHECK(contains(linli.text({"demo", "--live", "0.01", "--steps", "5"}), linli.database));
}

TEST_CASE("a call for help is answered once") {
    Linli linli;
    linli.init();
    const Finished none = linli.run({"answer-help"});
    CHECK(none.exit_code == 1);
    CHECK(linli.json({"status"}).at("help_called") == false);
}

TEST_CASE("every result can be read by a program") {
    Linli linli;
    CHECK(linli.json({"init"}).at("database") == linli.database);
    CHECK(linli.json({"content", "export", linli.file("out")}).size() == linli::embedded_content().size());
    CHECK(linli.json({"content", "check", linli.file("out")}).at("counters") == "5");
    CHECK(linli.json({"content", "install", linli.file("out")}).at("version") == "2");
    CHECK(linli.json({"counter", "open", "1"}) == nlohmann::json{{"counter", 1}, {"open", true}});
    CHECK(linli.json({"counter", "list"}).at(0).at("open") == true);
    CHECK(linli.json({"status"}).at("open_counters") == 1);
    CHECK(linli.json({"line"}).empty());
    CHECK(linli.json({"verify-journal"}).at("whole") == true);
    CHECK(linli.json_of(1, {"answer-help"}).at("place") == "kiosk");
    CHECK(linli.json({"counter", "close", "1"}).at("open") == false);
    CHECK(linli.json_of(1, {"call", "1"}).at("refused") == "counter_closed");
}
