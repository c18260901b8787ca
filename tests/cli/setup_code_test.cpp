// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "hall/acts/setup_code.h"
#include "tests/cli/linli.h"

using namespace linli;
using namespace linli::support;

namespace {

std::unique_ptr<Hall> hall_of(const Linli& linli, const Clock& clock) {
    auto hall = Hall::open(linli.database, clock, Actor{"kiosk"});
    REQUIRE(hall.has_value());
    return std::move(*hall);
}

}  // namespace

TEST_CASE("a setup code is shown once and opens the kiosk") {
    Linli linli;
    linli.init();
    const auto made = linli.json({"setup-code"});
    CHECK(made.at("valid_seconds") == 900);
    const std::string code = made.at("code");
    CHECK(code.size() == 6);
    const SystemClock clock;
    const auto hall = hall_of(linli, clock);
    const auto opened = open_setup(*hall, "kiosk", code);
    REQUIRE(opened.has_value());
    CHECK(opened->has_value());
}

TEST_CASE("a setup code is said with what to do with it, in both languages, and replaces the last") {
    Linli linli;
    linli.init();
    const std::string first = linli.json({"setup-code"}).at("code");
    CHECK(linli.text({"setup-code"}).find("15 minutes") != std::string::npos);
    linli.language = "zh-CN";
    CHECK(linli.text({"setup-code"}).find("15 分钟") != std::string::npos);
    const SystemClock clock;
    const auto hall = hall_of(linli, clock);
    const auto opened = open_setup(*hall, "kiosk", first);
    REQUIRE(opened.has_value());
    CHECK_FALSE(opened->has_value());
}

TEST_CASE("without a hall there is no setup code") {
    Linli linli;
    CHECK(linli.run({"setup-code"}).exit_code == 3);
}
