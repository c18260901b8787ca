// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/journal_batch.h"

#include <zstd.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/wire/sync_limits.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string packed(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
    return out;
}

}  // namespace

TEST_CASE("a batch comes back entry by entry, and is refused at every length that is not its own") {
    const std::vector<std::string> entries = {R"({"seq":1})", R"({"seq":2,"zh":"邻里"})", "poison \\ \xff"};
    const std::string bytes = wire::pack_batch(entries);
    const auto batch = value_of(wire::unpack_batch(bytes));
    const auto read = batch.entries();
    REQUIRE(read.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(read[i] == entries[i]);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        CHECK_FALSE(wire::unpack_batch(bytes.substr(0, length)).has_value());
    CHECK(error_of(wire::unpack_batch(bytes + "x")) == "corrupt");
}

TEST_CASE("a bomb is never unpacked beyond the limit, and the limit itself is allowed") {
    CHECK(error_of(wire::unpack_batch(packed(std::string(200UL * 1024 * 1024, 'a') + "\n"))) == "invalid_input");
    CHECK(wire::unpack_batch(packed(std::string(sync::batch_bytes_max - 1, 'a') + "\n")).has_value());
    CHECK(error_of(wire::unpack_batch(packed(std::string(sync::batch_bytes_max, 'a') + "\n"))) == "invalid_input");
}

TEST_CASE("lines that no sender of ours makes are refused") {
    for (const char* text : {"", "a", "a\nb", "\n", "a\n\nb\n", "\na\n"})
        CHECK_FALSE(wire::unpack_batch(packed(text)).has_value());
    std::string many;
    for (std::size_t i = 0; i <= sync::batch_entries_max; ++i) many += "x\n";
    CHECK(error_of(wire::unpack_batch(packed(many))) == "invalid_input");
    CHECK(error_of(wire::unpack_batch("no zstd at all")) == "corrupt");
}
