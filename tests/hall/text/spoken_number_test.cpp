// SPDX-License-Identifier: Apache-2.0
#include "hall/text/spoken_number.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

std::string said(std::uint64_t number) { return fmt::format("{}", fmt::join(spoken_number(number), " ")); }

}  // namespace

TEST_CASE("numbers are said as Mandarin says them") {
    CHECK(said(0) == "ling2");
    CHECK(said(7) == "qi1");
    CHECK(said(10) == "shi2");
    CHECK(said(12) == "shi2 er4");
    CHECK(said(20) == "er4 shi2");
    CHECK(said(99) == "jiu3 shi2 jiu3");
    CHECK(said(100) == "yi1 bai3");
    CHECK(said(105) == "yi1 bai3 ling2 wu3");
    CHECK(said(110) == "yi1 bai3 yi1 shi2");
    CHECK(said(1005) == "yi1 qian1 ling2 wu3");
    CHECK(said(1050) == "yi1 qian1 ling2 wu3 shi2");
    CHECK(said(10'000) == "yi1 wan4");
    CHECK(said(10'500) == "yi1 wan4 ling2 wu3 bai3");
    CHECK(said(120'034) == "shi2 er4 wan4 ling2 san1 shi2 si4");
    CHECK(said(99'999'999) == "jiu3 qian1 jiu3 bai3 jiu3 shi2 jiu3 wan4 jiu3 qian1 jiu3 bai3 jiu3 shi2 jiu3");
}

TEST_CASE("in a ticket's number 1 is yao1, in a year yi1") {
    CHECK(fmt::format("{}", fmt::join(spoken_digits("0127", One::yao), " ")) == "ling2 yao1 er4 qi1");
    CHECK(fmt::format("{}", fmt::join(spoken_digits("2016", One::yi), " ")) == "er4 ling2 yi1 liu4");
}
