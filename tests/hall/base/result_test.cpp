// SPDX-License-Identifier: Apache-2.0
#include "hall/base/result.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "hall/text/catalogue.h"

using namespace linli;

namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return fail(ErrorCode::invalid_input, "odd");
    return value / 2;
}

Result<int> quarter(int value) {
    LINLI_TRY_ASSIGN(const int once, half(value));
    LINLI_TRY(half(once));
    return half(once);
}

}  // namespace

TEST_CASE("an error goes up to who asked, with its code and words") {
    CHECK(quarter(12) == 3);
    for (const int odd : {3, 6}) {
        const auto none = quarter(odd);
        REQUIRE_FALSE(none.has_value());
        CHECK(none.error().code == ErrorCode::invalid_input);
        CHECK(none.error().message == "odd");
    }
}

TEST_CASE("every kind of failure has a name of its own, and words for people in both languages") {
    std::set<std::string> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::io); ++code) {
        const std::string name = name_of(static_cast<ErrorCode>(code));
        CHECK(names.insert(name).second);
        for (const char* language : {"zh-CN", "en"}) {
            const std::string key = "error." + name;
            INFO(language << " " << key);
            const std::string text = Catalogue::embedded(language).text(key);
            CHECK_FALSE(text.empty());
            CHECK(text != key);
        }
    }
}
