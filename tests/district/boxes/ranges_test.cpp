// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/ranges.h"

#include "district/boxes/health.h"
#include "district/store/alarms.h"
#include "district/store/fleet.h"
#include "tests/district/test_box.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

/// As a box reckons a stretch of its own journal.
std::string hash_of(const TestBox& box, std::size_t first, std::size_t last) {
    std::string digests;
    for (std::size_t seq = first; seq <= last; ++seq) digests += as_text(blake2b(box.entries.at(seq - 1)));
    return hex(as_text(blake2b(digests)));
}

}  // namespace

TEST_CASE("ranges are what a box reckons itself, quarantined entries included, until something is lost here") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    CHECK(value_of(ranges_of(district.connection(), box.key(), 10)).empty());
    box.add_many(12);
    box.add_raw("poison");
    box.add_many(12);
    taken(district.connection(), box, box.all());
    const auto ranges = value_of(ranges_of(district.connection(), box.key(), 10));
    REQUIRE(ranges.size() == 3);
    CHECK(ranges[0] == sync::Range{1, 10, 10, hash_of(box, 1, 10)});
    CHECK(ranges[1] == sync::Range{11, 20, 10, hash_of(box, 11, 20)});
    CHECK(ranges[2] == sync::Range{21, 25, 5, hash_of(box, 21, 25)});
    value_of(district.connection().execute("DELETE FROM journal WHERE seq = 15"));
    const auto damaged = value_of(ranges_of(district.connection(), box.key(), 10));
    CHECK(damaged[0] == ranges[0]);
    CHECK(damaged[1].count == 9);
    CHECK(damaged[1].hash != ranges[1].hash);
}

TEST_CASE("a stream that nothing came of begins at the chain's start") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    CHECK(value_of(stream_state(district.connection(), box.key())).chain == std::string(64, '0'));
    box.add_many(2);
    taken(district.connection(), box, box.all());
    const auto state = value_of(stream_state(district.connection(), box.key()));
    CHECK(state.acked_through == 2);
    CHECK(state.chain == box.all().head.chain);
}

TEST_CASE("a health report is kept, and one of a journal that fell back raises an alarm") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(5);
    taken(district.connection(), box, box.all());
    sync::Health health;
    health.box_id = "box-1";
    health.version = "0.1.0";
    health.journal_seq = 5;
    health.content_version = 3;
    CHECK(value_of(take_health(district.connection(), box.device, health, monday_ms + 7))->now_ms == monday_ms + 7);
    const auto boxes = value_of(fleet(district.connection()));
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].contact_ms == monday_ms + 7);
    CHECK(boxes[0].content_version == 3);
    CHECK(value_of(sync::read_health(boxes[0].report)).journal_seq == 5);
    CHECK(value_of(list_alarms(district.connection(), WhichAlarms::open)).empty());

    health.journal_seq = 4;
    value_of(take_health(district.connection(), box.device, health, monday_ms));
    const auto alarms = value_of(list_alarms(district.connection(), WhichAlarms::open));
    REQUIRE(alarms.size() == 1);
    CHECK(alarms[0].kind == "clone_suspected");
    health.box_id = "box-2";
    CHECK(value_of(take_health(district.connection(), box.device, health, monday_ms)).error().problem ==
          "not_this_device");
}
