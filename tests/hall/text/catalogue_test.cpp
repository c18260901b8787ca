// SPDX-License-Identifier: Apache-2.0
#include "hall/text/catalogue.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

namespace {

Catalogue parsed(std::string_view json) {
    auto catalogue = Catalogue::parse(json, "part.json");
    INFO((catalogue ? std::string() : catalogue.error().message));
    REQUIRE(catalogue.has_value());
    return *std::move(catalogue);
}

std::string message(std::string_view json) {
    const auto catalogue = Catalogue::parse(json, "part.json");
    REQUIRE_FALSE(catalogue.has_value());
    CHECK(catalogue.error().code == ErrorCode::invalid_content);
    return catalogue.error().message;
}

}  // namespace

TEST_CASE("a text is given by its key, and a key without a text gives itself") {
    const Catalogue texts = parsed(R"({"home.title": "您好", "home.hint": "点一下"})");
    CHECK(texts.text("home.title") == "您好");
    CHECK(texts.text("home.none") == "home.none");
    CHECK(texts.has("home.hint"));
    CHECK_FALSE(texts.has("home"));
    CHECK(texts.all().size() == 2);
}

TEST_CASE("placeholders are filled in any order, as often as they stand") {
    const Catalogue texts = parsed(R"({"a": "请{name}到 {counter} 号窗口，{name}", "b": "{count}", "c": "没有"})");
    CHECK(texts.text("a", {{"counter", "3"}, {"name", "A027"}}) == "请A027到 3 号窗口，A027");
    CHECK(texts.text("b", {{"count", "6"}}) == "6");
    CHECK(texts.text("c", {{"count", "6"}}) == "没有");
}

TEST_CASE("a placeholder without an argument stays, so that it is seen") {
    const Catalogue texts = parsed(R"({"a": "{one} {two}", "open": "a {b", "empty": "x{}y"})");
    CHECK(texts.text("a", {{"two", "2"}}) == "{one} 2");
    CHECK(texts.text("open", {{"b", "1"}}) == "a {b");
    CHECK(texts.text("empty", {{"b", "1"}}) == "x{}y");
}

TEST_CASE("an argument's own braces are not filled") {
    const Catalogue texts = parsed(R"({"a": "{said}, {name}"})");
    CHECK(texts.text("a", {{"said", "{name}"}, {"name", "Linli"}}) == "{name}, Linli");
}

TEST_CASE("a broken part is told with file and place") {
    CHECK(message("{\n \"a\": \"x\"\n \"b\": \"y\"}").starts_with("part.json: line 3, column 4: "));
    CHECK(message("[]") == "part.json: the texts must be one object");
    CHECK(message(R"({"a": {"b": "c"}})") == "part.json: a: this must be a text");
    CHECK(message(R"({"Home Title": "x"})") == "part.json: \"Home Title\": a key is made of a-z, 0-9, _ and .");
    CHECK(message(R"({"a": "x", "a": "y"})") == "part.json: /a: This field is given twice.");
    CHECK(message("{\"a\": \"\xFF\"}").starts_with("part.json: line 1, column 8: "));
}

TEST_CASE("both built-in languages have texts") {
    CHECK_FALSE(Catalogue::embedded("zh-CN").all().empty());
    CHECK_FALSE(Catalogue::embedded("en").all().empty());
}
