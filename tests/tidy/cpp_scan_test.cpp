// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/cpp_scan.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli::tidy;

TEST_CASE("comments and literals are blank in the scanned code, which keeps its length and lines") {
    const std::string source =
        "int a = 1'000;  // \"no literal\"\n/* two\nlines */ char b = '\"';\nf(\"x, \\\" y\");\n";
    const ScannedCpp scanned = scan_cpp(source);
    CHECK(scanned.code.size() == source.size());
    CHECK(scanned.code.find("literal") == std::string::npos);
    CHECK(scanned.code.find("two") == std::string::npos);
    CHECK(scanned.code.find("1'000;") != std::string::npos);
    REQUIRE(scanned.literals.size() == 1);
    CHECK(scanned.literals[0].text == "x, \\\" y");
    CHECK(source[scanned.literals[0].begin] == '"');
}

TEST_CASE("a raw string is one literal, quotes and all") {
    const ScannedCpp scanned = scan_cpp("auto json = R\"x({\"a\": \")\"})x\"; auto next = \"b\";");
    REQUIRE(scanned.literals.size() == 2);
    CHECK(scanned.literals[0].text == "{\"a\": \")\"}");
    CHECK(scanned.literals[1].text == "b");
}

TEST_CASE("the first argument ends at its own comma") {
    const std::string code = "t(larger ? f(1, 2) : g{3, 4}, rest)";
    const Span argument = first_argument(code, code.find('('));
    CHECK(code.substr(argument.begin, argument.end - argument.begin) == "larger ? f(1, 2) : g{3, 4}");
}
