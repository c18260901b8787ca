// SPDX-License-Identifier: Apache-2.0
#include "district/store/open_database.h"

#include <future>

#include "district/store/settings.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

TEST_CASE("a database is made ready once, however many programs begin with it") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const std::string incarnation = value_of(incarnation_of(district.connection()));
    CHECK(incarnation.size() == 16);
    std::vector<std::future<bool>> programs;
    for (int i = 0; i < 4; ++i)
        programs.push_back(std::async(std::launch::async, [&] {
            const auto connection = open_connection(district.place());
            return connection && prepare_database(**connection, monday_ms).has_value();
        }));
    for (auto& program : programs) CHECK(program.get());
    CHECK(value_of(incarnation_of(district.connection())) == incarnation);
}

TEST_CASE("a database of a newer Linli is left alone") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    value_of(save_setting(district.connection(), "schema", "999"));
    CHECK(error_of(prepare_database(district.connection(), monday_ms)) == "newer_version");
}

TEST_CASE("a file of some other program is not taken for a district's") {
    const support::TempFolder folder;
    support::write_file(folder.file("notes.txt"), std::string(5000, 'x'));
    CHECK(error_of(open_connection({folder.file("notes.txt"), {}})) == "not_linli");
}

TEST_CASE("nobody who answers for PostgreSQL is an error that can be told") {
    CHECK(error_of(open_connection({{}, "host=/nowhere-at-all connect_timeout=2"})) == "io");
}

TEST_CASE("a new incarnation is another one") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const std::string before = value_of(incarnation_of(district.connection()));
    CHECK(value_of(new_incarnation(district.connection())) != before);
    CHECK(value_of(incarnation_of(district.connection())) != before);
}
