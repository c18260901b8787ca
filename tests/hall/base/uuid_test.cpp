// SPDX-License-Identifier: Apache-2.0
#include "hall/base/uuid.h"

#include <catch2/catch_test_macros.hpp>
#include <regex>
#include <set>

#include "hall/base/bytes.h"

using namespace linli;

TEST_CASE("an id has the form of a UUID version 7 and begins with its moment") {
    start_crypto();
    const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    for (int i = 0; i < 200; ++i) CHECK(std::regex_match(new_uuid(1'795'000'000'000 + i), form));
    // RFC 9562, appendix A.6: 2022-02-22 14:22:22 -05:00.
    CHECK(new_uuid(0x017F22E279B0).substr(0, 15) == "017f22e2-79b0-7");
}

TEST_CASE("ids of later moments sort behind, and no two are the same") {
    start_crypto();
    std::set<std::string> all;
    std::string before;
    for (int i = 0; i < 500; ++i) {
        const std::string id = new_uuid(1'795'000'000'000 + i);
        CHECK(before < id);
        before = id;
        all.insert(new_uuid(1));
    }
    CHECK(all.size() == 500);
}
