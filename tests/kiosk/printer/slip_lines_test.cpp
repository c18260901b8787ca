// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printer/slip_lines.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::kiosk;

namespace {

// A letter is one wide, what is Chinese two, as in the printer's own letters.
float columns(char32_t code) { return code < 0x80 ? 1 : 2; }

std::string broken(std::string_view words, float room) {
    std::string all;
    for (const BrokenLine& line : broken_lines(words, columns, room)) {
        CHECK(line.width <= room);
        all += (all.empty() ? "" : "/") + line.words;
    }
    return all;
}

}  // namespace

TEST_CASE("words break between Han characters and at blanks, never before a stop") {
    CHECK(broken("要带身份证、户口簿。", 10) == "要带身份/证、户口/簿。");
    CHECK(broken("您好，请坐", 4) == "您/好，/请坐");
    CHECK(broken("Bring your card", 10) == "Bring your/card");
    CHECK(broken("short", 10) == "short");
    CHECK(broken("", 10).empty());
}

TEST_CASE("a word wider than the line is broken anywhere, and nothing of it is lost") {
    CHECK(broken("Donaudampfschiff", 5) == "Donau/dampf/schif/f");
    CHECK(broken("ab Donaudampf", 5) == "ab/Donau/dampf");
}

TEST_CASE("words in brackets at the end stay together where they would be torn") {
    CHECK(broken("到 1–3 号窗口（进门左手边）", 26) == "到 1–3 号窗口/（进门左手边）");
    CHECK(broken("Go to counter 1 (On the left)", 20) == "Go to counter 1/(On the left)");
    CHECK(broken("窗口（进门左手边一直走到底）", 14) == "窗口（进门左手/边一直走到底）");
    CHECK(broken("到 1 号窗口（左边）", 40) == "到 1 号窗口（左边）");
}

TEST_CASE("words in the middle of the paper are broken into lines of much the same length") {
    const auto lines = balanced_lines("桂花里社区服务大厅", columns, 16);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].words == "桂花里社区");
    CHECK(lines[1].words == "服务大厅");
    CHECK(balanced_lines("大厅", columns, 16).size() == 1);
}
