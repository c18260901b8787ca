// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "hall/base/embedded.h"
#include "hall/base/utf8.h"
#include "hall/text/catalogue.h"

using namespace linli;

namespace {

constexpr std::string_view folder = "assets/text/";

// Language → part → texts, for every embedded part of every language.
std::map<std::string, std::map<std::string, Catalogue>> parts_by_language() {
    std::map<std::string, std::map<std::string, Catalogue>> parts;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with(folder)) continue;
        const std::string_view rest = file.path.substr(folder.size());
        const auto slash = rest.find('/');
        auto catalogue = Catalogue::parse(file.bytes, file.path);
        INFO((catalogue ? std::string() : catalogue.error().message));
        REQUIRE(catalogue.has_value());
        parts[std::string(rest.substr(0, slash))].emplace(rest.substr(slash + 1), *std::move(catalogue));
    }
    return parts;
}

// The names in braces; a brace that opens or closes nothing comes as itself.
std::multiset<std::string> placeholders(std::string_view text) {
    std::multiset<std::string> names;
    while (true) {
        const auto brace = text.find_first_of("{}");
        if (brace == std::string_view::npos) return names;
        const auto close = text.find_first_of("{}", brace + 1);
        const bool pair = text[brace] == '{' && close != std::string_view::npos && text[close] == '}';
        names.emplace(pair ? text.substr(brace + 1, close - brace - 1) : text.substr(brace, 1));
        text.remove_prefix(pair ? close + 1 : brace + 1);
    }
}

bool plain_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

bool has_han(std::string_view text) {
    for (const Character& character : characters(text))
        if (is_han(character.code)) return true;
    return false;
}

}  // namespace

TEST_CASE("every part stands in Chinese and in English with the same keys") {
    const auto languages = parts_by_language();
    REQUIRE(languages.size() == 2);
    const auto& chinese = languages.at("zh-CN");
    const auto& english = languages.at("en");
    for (const auto& [part, texts] : chinese) {
        INFO("part " << part);
        REQUIRE(english.contains(part));
        for (const auto& [key, text] : texts.all()) {
            INFO(key);
            CHECK(english.at(part).has(key));
        }
    }
    for (const auto& [part, texts] : english) {
        INFO("part " << part);
        REQUIRE(chinese.contains(part));
        for (const auto& [key, text] : texts.all()) {
            INFO(key);
            CHECK(chinese.at(part).has(key));
        }
    }
}

TEST_CASE("no key stands in two parts") {
    for (const auto& [language, parts] : parts_by_language()) {
        std::set<std::string> seen;
        for (const auto& [part, texts] : parts)
            for (const auto& [key, text] : texts.all()) {
                INFO(language << "/" << part << ": " << key);
                CHECK(seen.insert(key).second);
            }
    }
}

TEST_CASE("a text has the same placeholders in both languages, and they are well written") {
    const Catalogue& english = Catalogue::embedded("en");
    for (const auto& [key, text] : Catalogue::embedded("zh-CN").all()) {
        INFO(key);
        const auto names = placeholders(text);
        for (const std::string& name : names) CHECK(plain_name(name));
        const std::set<std::string> here(names.begin(), names.end());
        const auto others = placeholders(english.text(key));
        CHECK(here == std::set<std::string>(others.begin(), others.end()));
    }
}

TEST_CASE("no text is empty, and English texts have no Chinese but where another language is offered") {
    for (const auto& [key, text] : Catalogue::embedded("zh-CN").all()) {
        INFO(key);
        CHECK_FALSE(text.empty());
    }
    for (const auto& [key, text] : Catalogue::embedded("en").all()) {
        INFO(key << ": " << text);
        CHECK_FALSE(text.empty());
        CHECK((!has_han(text) || key.ends_with("language") || key == "console.mark"));  // a mark is no text
    }
}
