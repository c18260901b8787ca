// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/layering.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::tidy;

TEST_CASE("every include goes in the direction that the table of rooms allows") {
    REQUIRE(ending_in(source_tree(), {".h", ".cpp"}).size() > 100);
    CHECK(listed(wrong_includes(source_tree(), rooms())) == "");
}

TEST_CASE("third-party headers stay within their fences") {
    CHECK(listed(broken_fences(source_tree(), fences())) == "");
}

TEST_CASE("an include against the direction, from beside, or of nothing is found") {
    const std::vector<Room> table = {{"a/low", {}}, {"a/high", {"a/low"}}, {"a/high/low_too.h", {}}};
    const std::vector<SourceFile> files = {
        {"a/low/x.h", "#pragma once\n#include \"a/high/y.h\"\n"},
        {"a/high/y.h", "#include \"a/low/x.h\"\n"},
        {"a/high/low_too.h", "#include \"a/low/x.h\"\n"},
        {"a/high/z.cpp", "  #include \"y.h\"\n"},
        {"b/w.h", "\n"},
    };
    CHECK(wrong_includes(files, table) ==
          std::vector<std::string>{"a/low/x.h:2: a/low may not include a/high/y.h",
                                   "a/high/low_too.h:1: a/high/low_too.h may not include a/low/x.h",
                                   "a/high/z.cpp:1: y.h is no path from the root",
                                   "b/w.h: its folder is in no row of the table of rooms"});
}

TEST_CASE("a fenced header outside its fence is found, and tests may include it") {
    const std::vector<Fence> table = {{"SDL", {"kiosk/platform"}}};
    const std::string text = "#include <SDL.h>\n#include <string>\n";
    CHECK(broken_fences({{"kiosk/platform/panel.cpp", text}, {"tests/x.cpp", text}, {"kiosk/platform_two.h", text}},
                        table) == std::vector<std::string>{"kiosk/platform_two.h:1: SDL.h is fenced off from here"});
}
