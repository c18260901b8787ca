// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/staff_session.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace linli;

TEST_CASE("tokens are long, plain and never the same") {
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) {
        const std::string token = new_session_token();
        CHECK(token.size() == 64);
        CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(seen.insert(token).second);
    }
}

TEST_CASE("key and csrf token follow from the token, differ, and do not hold it") {
    const std::string token = new_session_token();
    CHECK(session_key(token).size() == 32);
    CHECK(session_key(token) == session_key(token));
    CHECK(csrf_token(token) == csrf_token(token));
    CHECK(csrf_token(token).size() == 64);
    CHECK(csrf_token(token) != token);
    CHECK(session_key(token) != session_key(new_session_token()));
    CHECK(csrf_token(token) != csrf_token(new_session_token()));
}
