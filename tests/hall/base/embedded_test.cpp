// SPDX-License-Identifier: Apache-2.0
#include "hall/base/embedded.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

using namespace linli;

TEST_CASE("the programs carry the source tree's files byte for byte, in order") {
    const auto files = embedded_files();
    REQUIRE(files.size() > 8);
    CHECK(std::is_sorted(files.begin(), files.end(),
                         [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path < b.path; }));
    for (const EmbeddedFile& file : files) {
        INFO(file.path);
        CHECK_FALSE(file.bytes.empty());
        // In brackets, so that a failure names the file and does not print it.
        CHECK((file.bytes == support::read_file(support::source_folder() / file.path)));
        CHECK(embedded_file(file.path).data() == file.bytes.data());
    }
}

TEST_CASE("a file that is not carried has no bytes") {
    CHECK(embedded_file("assets/hall/none.json").empty());
    CHECK(embedded_file("").empty());
    CHECK_FALSE(embedded_file("hall/store/schema/001_hall.sql").empty());
    CHECK_FALSE(embedded_file("assets/hall/hall.json").empty());
}
