// SPDX-License-Identifier: Apache-2.0
#include "hall/base/bytes.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace linli;

// RFC 7693's function with a digest of 32 bytes; the values are those of its reference implementation.
TEST_CASE("a digest is the BLAKE2b-256 that everybody computes") {
    start_crypto();
    CHECK(hex(as_text(blake2b("abc"))) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(hex(as_text(blake2b(""))) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST_CASE("the digest of two parts is that of both in a row") {
    CHECK(blake2b("a", "bc") == blake2b("abc"));
    CHECK(blake2b("ab", "c") == blake2b("abc"));
    CHECK(blake2b("", "abc") == blake2b("abc"));
    CHECK(blake2b("a", "bd") != blake2b("abc"));
}

TEST_CASE("a keyed digest tells nothing without its key") {
    start_crypto();
    std::string key;
    for (char c = 0; c < 32; ++c) key += c;
    const std::string number = "110101199003070000";
    CHECK(hex(as_text(keyed_blake2b(key, number))) ==
          "ccd99dc831f345c1cadf3710d1fe1bae8bd38955ffe4f8c72e507f7fb0508b86");
    CHECK(keyed_blake2b(key, number) != blake2b(number));
    key[31] = 0;
    CHECK(hex(as_text(keyed_blake2b(key, number))) !=
          "ccd99dc831f345c1cadf3710d1fe1bae8bd38955ffe4f8c72e507f7fb0508b86");
}

TEST_CASE("bytes are written as lower-case hex") {
    CHECK(hex(std::string("\x00\x7f\xff", 3)) == "007fff");
    CHECK(hex("").empty());
}

TEST_CASE("random bytes differ, and random numbers stay below their limit and reach all of them") {
    start_crypto();
    CHECK(random_bytes(32).size() == 32);
    CHECK(random_bytes(32) != random_bytes(32));
    std::set<std::uint32_t> seen;
    for (int i = 0; i < 500; ++i) seen.insert(random_below(5));
    CHECK(seen == std::set<std::uint32_t>{0, 1, 2, 3, 4});
}

TEST_CASE("a secret equals only itself") {
    CHECK(equal_secretly("0427", "0427"));
    CHECK_FALSE(equal_secretly("0427", "0428"));
    CHECK_FALSE(equal_secretly("0427", "042"));
    CHECK_FALSE(equal_secretly("0427", ""));
    CHECK(equal_secretly("", ""));
}
