// SPDX-License-Identifier: Apache-2.0
#include "hall/base/secret_hash.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/base/bytes.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a secret matches its own hash, which does not hold it and is never the same twice") {
    start_crypto();
    const std::string hash = value_of(hash_secret("204817"));
    CHECK(value_of(secret_matches("204817", hash)));
    CHECK_FALSE(value_of(secret_matches("204818", hash)));
    CHECK_FALSE(value_of(secret_matches("", hash)));
    CHECK(hash.find("204817") == std::string::npos);
    CHECK(value_of(hash_secret("204817")) != hash);
}

TEST_CASE("nothing matches a hash that is cut off or empty") {
    const std::string hash = value_of(hash_secret("204817"));
    CHECK_FALSE(value_of(secret_matches("204817", hash.substr(0, hash.size() - 1))));
    CHECK_FALSE(value_of(secret_matches("204817", "")));
}
