// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/show_box.h"

#include "hall/acts/care_for_device.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a box says which database, schema and content it runs on and how long its journal is") {
    TestHall test;
    const BoxFacts before = value_of(show_box(test.hall()));
    CHECK(before.database == test.database().string());
    CHECK(before.content_version == 1);
    CHECK(before.schema_version >= 2);
    CHECK(before.journal_entries == static_cast<std::int64_t>(test.journal().size()));
    CHECK(before.sqlite_version == Database::library_version());
    CHECK(before.box_id.size() == 36);
    REQUIRE(set_device(test.hall(), "sound.volume", "60").has_value());
    CHECK(value_of(show_box(test.hall())).journal_entries == before.journal_entries + 1);
}
