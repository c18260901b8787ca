// SPDX-License-Identifier: Apache-2.0
#include "kiosk/command_line.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

using namespace linli::support;

namespace linli::kiosk {
namespace {

Finished kiosk(std::vector<std::string> words, const std::string& language = "en") {
    words.insert(words.begin(), kiosk_program());
    return run_program({words, {{"LINLI_LANGUAGE", language}, {"SDL_VIDEODRIVER", "dummy"}}, {}});
}

bool has_chinese(const std::string& text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9; });
}

}  // namespace

TEST_CASE("the kiosk explains every option in both languages, and no key of a text is left over") {
    const Finished english = kiosk({"--help"}), chinese = kiosk({"--help"}, "zh-CN");
    for (const Finished* finished : {&english, &chinese}) {
        CHECK(finished->exit_code == 0);
        CHECK(finished->out.find("kiosk.") == std::string::npos);
        for (const char* option : {"--board", "--render", "--announce", "--check-voice", "--graphics-card", "--tour"})
            CHECK(finished->out.find(option) != std::string::npos);
    }
    CHECK_FALSE(has_chinese(english.out));
    CHECK(has_chinese(chinese.out));
    CHECK(kiosk({"--language", "zh-CN", "--help"}).out == chinese.out);
    CHECK(kiosk({"--version"}).out.starts_with("linli-kiosk "));
}

TEST_CASE("words that cannot be meant end the kiosk with 2, and it says why") {
    const std::vector<std::vector<std::string>> wrong = {
        {"--dance"},
        {"--language", "fr"},
        {"--display", "16"},
        {"--portrait", "--landscape"},
        {"--size", "1080"},
        {"--size", "1080x1920x3"},
        {"--size", "319x1920"},
        {"--size", "1080x16385"},
        {"--render", "home"},
        {"--render", "no-such-page", "--out", "x.png"},
        {"--render", "slip", "--width", "500", "--out", "x.png"},
    };
    for (const auto& words : wrong) {
        INFO(words.front() << " " << words.back());
        const Finished finished = kiosk(words);
        CHECK(finished.exit_code == 2);
        CHECK_FALSE((finished.out + finished.err).empty());
        CHECK((finished.out + finished.err).find("kiosk.") == std::string::npos);
    }
    CHECK(has_chinese(kiosk({"--size", "1080"}, "zh-CN").err));
}

TEST_CASE("a picture that cannot be written ends the kiosk with 3, and one that can with 0") {
    const TempFolder folder;
    CHECK(kiosk({"--render", "home", "--out", folder.file("no/such/folder.png")}).exit_code == 3);
    for (const char* page : {"home", "slip", "board"}) {
        INFO(page);
        const std::string file = folder.file(std::string(page) + ".png");
        CHECK(kiosk({"--render", page, "--out", file}).exit_code == 0);
        CHECK(std::filesystem::file_size(file) > 1'000);
    }
}

}  // namespace linli::kiosk
