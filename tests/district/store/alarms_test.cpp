// SPDX-License-Identifier: Apache-2.0
#include "district/store/alarms.h"

#include "district/store/quarantine.h"
#include "district/store/streams.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

TEST_CASE("the same alarm counts while it is open, and is a new one after it was closed") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    value_of(raise_alarm(connection, key, AlarmKind::entry_differs, "entry 3", monday_ms));
    value_of(raise_alarm(connection, key, AlarmKind::entry_differs, "entry 9", monday_ms + 5));
    value_of(raise_alarm(connection, {key.hall_id, "box", 2}, AlarmKind::entry_differs, "entry 1", monday_ms));
    auto open = value_of(list_alarms(connection, WhichAlarms::open));
    REQUIRE(open.size() == 2);
    CHECK(open[0].times == 2);
    CHECK(open[0].detail == "entry 9");
    CHECK(open[0].first_ms == monday_ms);
    CHECK(value_of(close_alarm(connection, open[0].alarm_id, monday_ms + 9)));
    CHECK_FALSE(value_of(close_alarm(connection, open[0].alarm_id, monday_ms + 9)));
    CHECK_FALSE(value_of(close_alarm(connection, "", monday_ms + 9)));
    value_of(raise_alarm(connection, key, AlarmKind::entry_differs, "entry 11", monday_ms + 10));
    CHECK(value_of(list_alarms(connection, WhichAlarms::open)).size() == 2);
    CHECK(value_of(list_alarms(connection, WhichAlarms::all)).size() == 3);
}

TEST_CASE("quarantine keeps all that came under a number, and each once") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    const std::string bytes("\0\xff no JSON", 10);
    const QuarantineRow own{key, 4, std::string(32, 'a'), QuarantinePlace::own, "no JSON", bytes, monday_ms};
    CHECK(value_of(insert_quarantined(connection, own)));
    CHECK_FALSE(value_of(insert_quarantined(connection, own)));
    QuarantineRow other = own;
    other.digest = std::string(32, 'b');
    other.place = QuarantinePlace::other;
    CHECK(value_of(insert_quarantined(connection, other)));
    const auto found = value_of(find_quarantined(connection, key.hall_id, 4));
    REQUIRE(found.size() == 2);
    CHECK(found[0].entry == bytes);
    CHECK(value_of(list_quarantined(connection, "", 10)).size() == 2);
    CHECK(value_of(list_quarantined(connection, "nowhere", 10)).empty());
    CHECK(value_of(known_entries(connection, key, 1, 9)).size() == 1);
}
