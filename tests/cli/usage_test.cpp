// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/cli/linli.h"

using namespace linli::support;

namespace {

using Words = std::vector<std::string>;

const std::vector<Words> all_commands = {
    {},
    {"init"},
    {"demo"},
    {"content"},
    {"content", "check"},
    {"content", "install"},
    {"content", "export"},
    {"counter"},
    {"counter", "open"},
    {"counter", "close"},
    {"counter", "list"},
    {"call"},
    {"recall"},
    {"serve"},
    {"miss"},
    {"hold"},
    {"finish"},
    {"hand-over"},
    {"line"},
    {"status"},
    {"ticket"},
    {"ticket", "take"},
    {"ticket", "show"},
    {"ticket", "give-back"},
    {"ticket", "undo-give-back"},
    {"ticket", "re-join"},
    {"ticket", "remove-priority"},
    {"ticket", "print"},
    {"device"},
    {"device", "list"},
    {"device", "set"},
    {"device", "test"},
    {"matters"},
    {"answer-help"},
    {"doctor"},
    {"verify-journal"},
    {"setup-code"},
    {"staff"},
    {"staff", "add"},
    {"staff", "reset"},
    {"staff", "list"},
    {"staff", "change"},
};

bool has_chinese(const std::string& text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9) return true;
    return false;
}

}  // namespace

TEST_CASE("every command explains itself in both languages, and no key of a text is left over") {
    Linli linli;
    for (Words words : all_commands) {
        words.push_back("--help");
        INFO(words.front());
        linli.language = "en";
        const std::string english = linli.text(words);
        CHECK_FALSE(has_chinese(english));
        CHECK(english.find("cli.") == std::string::npos);
        linli.language = "zh-CN";
        const std::string chinese = linli.text(words);
        CHECK(has_chinese(chinese));
        CHECK(chinese.find("cli.") == std::string::npos);
    }
}

TEST_CASE("the language is chosen by an option, in either form, before the environment's") {
    Linli linli;
    linli.language = "zh-CN";
    CHECK_FALSE(has_chinese(linli.text({"--language", "en", "--help"})));
    CHECK_FALSE(has_chinese(linli.text({"--language=en", "--help"})));
    linli.language = "en_GB.UTF-8";
    CHECK_FALSE(has_chinese(linli.text({"--help"})));
    CHECK(has_chinese(linli.text({"--language", "zh-CN", "--help"})));
    CHECK(has_chinese(linli.text({"--language=zh-CN", "--help"})));
}

TEST_CASE("the version is said") {
    Linli linli;
    CHECK(linli.text({"--version"}).starts_with("linli "));
}

TEST_CASE("wrong usage ends with 2 and changes nothing") {
    Linli linli;
    linli.init();
    const std::vector<Words> wrong = {
        {},
        {"dance"},
        {"counter"},
        {"counter", "open"},
        {"counter", "open", "0"},
        {"counter", "open", "100"},
        {"counter", "open", "one"},
        {"counter", "open", "1", "2"},
        {"call"},
        {"call", "1", "--nonsense"},
        {"ticket", "take"},
        {"ticket", "give-back", "A001"},
        {"ticket", "remove-priority", "A001"},
        {"content", "install"},
        {"line", "--counter", "x"},
        {"--language", "fr", "status"},
        {"demo", "--live", "-1"},
        {"staff"},
        {"staff", "add", "zhang"},
        {"staff", "add", "zhang", "--name", "Zhang"},
        {"staff", "add", "zhang", "--name", "Zhang", "--role", "king"},
        {"staff", "reset"},
        {"staff", "change", "zhang"},
        {"staff", "change", "zhang", "--on", "--off"},
        {"ticket", "take", "senior-card", "--person", "110101199003070011"},
    };
    for (const Words& words : wrong) {
        INFO((words.empty() ? "no word" : words.front() + " " + words.back()));
        const Finished finished = linli.run(words);
        CHECK(finished.exit_code == 2);
        CHECK_FALSE((finished.out + finished.err).empty());
    }
    CHECK(linli.json({"line"}).empty());
    CHECK(linli.json({"status"}).at("open_counters") == 0);
}

TEST_CASE("wrong usage is explained in the reader's language, with where to read on") {
    Linli linli;
    linli.init();
    const auto said = [&](const Words& words) { return linli.run(words).err; };
    CHECK(said({}) == "A command is missing.\nSee: linli --help\n");
    CHECK(said({"dance"}).starts_with("There is no command or option \"dance\"."));
    CHECK(said({"device", "sett"}) ==
          "There is no command or option \"sett\". Nothing was done.\nSee: linli device --help\n");
    CHECK(said({"device", "set"}) == "name is missing. Nothing was done.\nSee: linli device set --help\n");
    CHECK(said({"call", "1", "--nonsense"}).starts_with("There is no command or option \"--nonsense\"."));
    CHECK(said({"device", "test", "toaster"}).find("toaster") != std::string::npos);
    const std::string number = "110101199003070011";
    CHECK(said({"ticket", "take", "senior-card", "--person", number}).find(number) == std::string::npos);
    linli.language = "zh-CN";
    CHECK(said({}) == "后面还要写一个命令。\n怎么写：linli --help\n");
    CHECK(said({"dance"}).starts_with("没有“dance”这个命令"));
    CHECK(said({"init"}).starts_with("这里已经有一个大厅了"));
}

TEST_CASE("what is refused ends with 1 and says why, in words and for programs") {
    Linli linli;
    linli.init();
    Finished finished = linli.run({"call", "1"});
    CHECK(finished.exit_code == 1);
    CHECK(finished.out.empty());
    CHECK_FALSE(finished.err.empty());
    CHECK(finished.err.find("refusal.") == std::string::npos);
    linli.language = "zh-CN";
    CHECK(has_chinese(linli.run({"call", "1"}).err));
    linli.text({"counter", "open", "1"});
    CHECK(linli.json_of(1, {"counter", "open", "1"}).at("refused") == "counter_open_already");
    CHECK(linli.json_of(1, {"call", "1"}).at("refused") == "nobody_waiting");
    CHECK(linli.json_of(1, {"ticket", "take", "moon-permit"}).at("refused") == "unknown_matter");
    CHECK(linli.json_of(1, {"ticket", "show", "A001"}).at("refused") == "unknown_ticket");
}

TEST_CASE("what fails ends with 3 and says what happened, in words and for programs") {
    Linli linli;
    for (const Words& words : {Words{"status"},
                               {"line"},
                               {"call", "1"},
                               {"counter", "list"},
                               {"counter", "open", "1"},
                               {"ticket", "take", "senior-card"},
                               {"ticket", "show", "A001"},
                               {"matters"},
                               {"answer-help"},
                               {"verify-journal"}}) {
        INFO(words.front());
        const Finished finished = linli.run(words);
        CHECK(finished.exit_code == 3);
        CHECK(finished.err.find(linli.database) != std::string::npos);
        CHECK(linli.json_of(3, words).at("error") == "missing");
    }
    linli.init();
    CHECK(linli.json_of(3, {"init"}).at("error") == "invalid_input");
    CHECK(linli.json_of(3, {"ticket", "take", "senior-card", "--key", "short"}).at("error") == "invalid_input");
    write_file(linli.file("text.db"), "no database at all, but long enough to be read as one");
    linli.database = linli.file("text.db");
    CHECK(linli.json_of(3, {"status"}).at("error") == "not_linli");
}

TEST_CASE("an identity number is read from the input, where nobody sees it, and never written out") {
    Linli linli;
    linli.init();
    const std::string number = "110101199003070011";
    const Words take{"--json", "ticket", "take", "senior-card", "--person-from-input"};
    const Finished first = linli.run(take, number + "\n");
    CHECK(first.exit_code == 0);
    const Finished again = linli.run(take, number);
    CHECK(again.exit_code == 1);
    CHECK(nlohmann::json::parse(again.out).at("refused") == "already_waiting");
    CHECK(nlohmann::json::parse(again.out).at("ticket").at("code") == "A001");
    const Finished wrong = linli.run(take, "110101199003070012\n");
    CHECK(nlohmann::json::parse(wrong.out).at("refused") == "invalid_person");
    CHECK(linli.run(take, "").exit_code == 1);
    for (const Finished& finished : {first, again, wrong}) {
        CHECK(finished.out.find("19900307") == std::string::npos);
        CHECK(finished.err.find("19900307") == std::string::npos);
    }
}
