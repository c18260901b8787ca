// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/source_rules.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::tidy;

namespace {

constexpr std::string_view head = "// SPDX-License-Identifier: Apache-2.0\n#pragma once\n";

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("no source is longer than 500 lines") {
    CHECK(listed(overlong_files(source_tree())) == "");

    CHECK(overlong_files({{"a.cpp", std::string(500, '\n')}}).empty());
    CHECK(overlong_files({{"a.cpp", std::string(501, '\n')}}) == Faults{"a.cpp: 501 lines"});
}

TEST_CASE("every source begins with its licence, every header goes on with #pragma once") {
    CHECK(listed(wrong_heads(source_tree())) == "");

    CHECK(wrong_heads({{"a.h", std::string(head)}}).empty());
    CHECK(wrong_heads({{"a.h", "#pragma once\n"}}).size() == 2);
    CHECK(wrong_heads({{"run", "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n"}}).empty());
    CHECK(wrong_heads({{"run", "#!/bin/sh\nset -eu\n"}}).size() == 1);
}

TEST_CASE("files and types are named after what they are") {
    CHECK(listed(empty_names(source_tree())) == "");

    CHECK(empty_names({{"hall/score_board.h", "class ScoreBoard;"}}).empty());
    CHECK(empty_names({{"hall/core/a.h", ""}, {"hall/ticket_helper.cpp", ""}}).size() == 2);
    CHECK(empty_names({{"a.h", "\nclass TicketManager {"}}) == Faults{"a.h:2: TicketManager says nothing"});
    CHECK(empty_names({{"a.h", "// no class TicketManager here"}}).empty());
}

TEST_CASE("what people read in Chinese stands in assets, not in the code") {
    CHECK(listed(chinese_literals(source_tree())) == "");

    CHECK(chinese_literals({{"kiosk/a.cpp", "int a;\nt(\"取号\");"}}) == Faults{"kiosk/a.cpp:2: 取号"});
    CHECK(chinese_literals({{"kiosk/a.cpp", "t(\"a – b…\");  // \"取号\""}, {"tests/a.cpp", "\"取号\""}}).empty());
}

TEST_CASE("headers take no bool arguments") {
    CHECK(listed(bool_parameters(source_tree())) == "");

    CHECK(bool_parameters({{"a.h", "void f(int a,\n       bool loud);"}}) == Faults{"a.h:1: bool loud"});
    CHECK(bool_parameters({{"a.h", "void f(bool);"}}).size() == 1);
    CHECK(bool_parameters({{"a.h", "bool f(int a); struct S { bool open = false; std::function<bool(int)> g; };"}})
              .empty());
}

TEST_CASE("no file names a folder of somebody's machine") {
    CHECK(listed(foreign_paths(source_tree())) == "");

    const std::string folder = std::string("/ho") + "me/somebody/linli";
    CHECK(foreign_paths({{"a.md", "See\n`" + folder + "`."}}) == Faults{"a.md:2: " + folder});
    CHECK(foreign_paths({{"a.md", "a home/page, /var/lib/linli and framework/x"}}).empty());
}
