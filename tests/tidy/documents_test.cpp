// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/documents.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::tidy;

TEST_CASE("documents point only at what is there") {
    const auto documents = ending_in(source_tree(), {".md"});
    REQUIRE(documents.size() >= 6);
    std::vector<std::string> faults;
    for (const SourceFile& document : documents)
        for (const std::string& fault : dead_references(document, source_tree())) faults.push_back(fault);
    CHECK(listed(faults) == "");
}

TEST_CASE("a dead link and a path that is gone are found, other words in backticks are not") {
    const std::vector<SourceFile> files = {{"hall/acts/act.h", ""}, {"doc/a.png", ""}};
    const SourceFile document{"doc/x.md",
                              "![a](a.png) [b](b.png) [w](https://example.org/x)\n"
                              "`hall/acts/` `hall/*/act.h` `hall/acts/gone.h` `and/or`\n"
                              "<img src=\"../hall/none.png\">\n"};
    CHECK(dead_references(document, files) == std::vector<std::string>{"doc/x.md:1: b.png",
                                                                       "doc/x.md:3: ../hall/none.png",
                                                                       "doc/x.md:2: hall/acts/gone.h"});
}
