// SPDX-License-Identifier: Apache-2.0
#include "hall/text/chosen_language.h"

#include <stdlib.h>

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace linli {
namespace {

std::string chosen(std::vector<const char*> words) {
    words.insert(words.begin(), "linli");
    return language_from(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("a program speaks what --language names, else what the environment says, else Chinese") {
    for (const char* name : {"LINLI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
    CHECK(default_language() == "zh-CN");
    CHECK(chosen({"--language", "en"}) == "en");
    CHECK(chosen({"--json", "--language=en", "status"}) == "en");
    setenv("LANG", "en_GB.UTF-8", 1);
    CHECK(chosen({"status"}) == "en");
    CHECK(chosen({"--language", "zh-CN"}) == "zh-CN");
    CHECK(chosen({"--language"}) == "en");
    CHECK(chosen({"--language", "fr"}) == "en");
    setenv("LINLI_LANGUAGE", "zh-CN", 1);
    CHECK(chosen({}) == "zh-CN");
    unsetenv("LINLI_LANGUAGE");
    setenv("LANG", "C.UTF-8", 1);
    CHECK(default_language() == "zh-CN");
    unsetenv("LANG");
}

}  // namespace linli
