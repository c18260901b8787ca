// SPDX-License-Identifier: Apache-2.0
#include "hall/base/file_parts.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/attachments.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a file is read piece by piece, and what is no plain file is not opened") {
    const TempFolder folder;
    write_file(folder.file("a"), "0123456789");
    const ReadBytes read = value_of(bytes_of_file(folder.file("a")));
    CHECK(value_of(read(0, 4)) == "0123");
    CHECK(value_of(read(8, 4)) == "89");
    CHECK(value_of(read(10, 4)).empty());
    CHECK(error_of(bytes_of_file(folder.file("b"))) == "missing");
    CHECK(error_of(bytes_of_file(folder.path())) == "invalid_input");
    REQUIRE(mkfifo(folder.file("pipe").c_str(), 0600) == 0);
    CHECK(error_of(bytes_of_file(folder.file("pipe"))) == "invalid_input");
}

TEST_CASE("a file is written with all of its bytes or not at all") {
    const TempFolder folder;
    const auto file = folder.file("out.pdf");
    const std::string bytes = pdf_of(700'000);
    REQUIRE(write_file_of(file, bytes_of(bytes), 700'000, digest_of(bytes)).has_value());
    CHECK(read_file(file) == bytes);
    CHECK(error_of(write_file_of(file, bytes_of(bytes), 700'000, digest_of("other"))) == "corrupt");
    CHECK(error_of(write_file_of(file, bytes_of(bytes), 700'001, digest_of(bytes))) == "corrupt");
    CHECK(read_file(file) == bytes);
    CHECK_FALSE(std::filesystem::exists(folder.file("out.pdf.part")));
    CHECK(error_of(write_file_of(folder.file("no/such/folder"), bytes_of(bytes), 700'000, digest_of(bytes))) ==
          "missing");
}
