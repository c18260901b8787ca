// SPDX-License-Identifier: Apache-2.0
#include "district/ingest/take_batch.h"

#include "district/store/alarms.h"
#include "district/store/hall_days.h"
#include "district/store/quarantine.h"
#include "district/store/settings.h"
#include "district/store/streams.h"
#include "hall/base/uuid.h"
#include "tests/district/test_box.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

std::string open_alarms(TestDistrict& district) {
    std::string kinds;
    for (const AlarmRow& alarm : value_of(list_alarms(district.connection(), WhichAlarms::open)))
        kinds += alarm.kind + " ";
    return kinds;
}

}  // namespace

TEST_CASE("a batch is taken, kept as it came, and answered for") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(3);
    const PushedBatch batch = box.all();
    const sync::PushAnswer answer = taken(district.connection(), box, batch);
    CHECK(letters(answer.results) == "aaa");
    CHECK(answer.digest == batch.head.digest);
    CHECK(answer.acked_through == 3);
    CHECK(answer.durable_through == 3);
    CHECK(answer.server_incarnation == value_of(incarnation_of(district.connection())));
    // As another connection sees it.
    const auto connection = district.another();
    CHECK(value_of(find_entry(*connection, box.key(), 2)) == box.entries[1]);
    CHECK(hex(value_of(find_stream(*connection, box.key()))->chain) == batch.head.chain);
    CHECK(open_alarms(district).empty());
}

TEST_CASE("the same batch twice changes nothing") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add("day.opened", "day:1", R"({"local_date":"2026-11-23","tickets_ended":0})");
    box.add_ticket("ticket.taken", "t1", "waiting");
    box.add_ticket("ticket.called", "t1", "called", R"(,"counter":3,"call":1)");
    box.add_raw("no JSON");
    CHECK(letters(taken(district.connection(), box, box.all()).results) == "aaaq");
    const auto figures = value_of(days_of_date(district.connection(), "2026-11-23"));
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].figures.taken == 1);
    const auto stream = value_of(find_stream(district.connection(), box.key()));
    const sync::PushAnswer again = taken(district.connection(), box, box.all());
    CHECK(letters(again.results) == "dddd");
    CHECK(again.acked_through == 4);
    CHECK(value_of(days_of_date(district.connection(), "2026-11-23"))[0].figures == figures[0].figures);
    CHECK(value_of(find_stream(district.connection(), box.key()))->chain == stream->chain);
    CHECK(value_of(list_alarms(district.connection(), WhichAlarms::all)).size() == 1);
    CHECK(value_of(list_alarms(district.connection(), WhichAlarms::all))[0].times == 1);
    CHECK(district.count("SELECT count(*) FROM journal") == 3);
}

TEST_CASE("a batch that overlaps is taken from where the last one ended") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(6);
    taken(district.connection(), box, box.batch(1, 4));
    const sync::PushAnswer answer = taken(district.connection(), box, box.batch(3, 6));
    CHECK(letters(answer.results) == "ddaa");
    CHECK(answer.acked_through == 6);
    CHECK(open_alarms(district).empty());
    CHECK(hex(value_of(find_stream(district.connection(), box.key()))->chain) == box.all().head.chain);
}

TEST_CASE("a batch that begins too far on is refused with the number to go on from") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(6);
    taken(district.connection(), box, box.batch(1, 2));
    const RefusedPush refusal = refused(district.connection(), box, box.batch(4, 6));
    CHECK(refusal.why == PushRefusal::gap);
    CHECK(refusal.acked_through == 2);
    CHECK(district.count("SELECT count(*) FROM journal") == 2);
    CHECK(taken(district.connection(), box, box.batch(3, 6)).acked_through == 6);
}

TEST_CASE("other bytes under a known number are kept beside, and overwrite nothing") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(3);
    taken(district.connection(), box, box.all());
    const std::string before = box.entries[1];
    TestBox clone = box;
    clone.entries[1] = box.entry(2, "019ab1c2-d3e4-7abc-8def-0123456789ab", "counter.closed", "counter:1", "{}");
    const sync::PushAnswer answer = taken(district.connection(), clone, clone.all());
    CHECK(letters(answer.results) == "dqd");
    CHECK(value_of(find_entry(district.connection(), box.key(), 2)) == before);
    const auto kept = value_of(find_quarantined(district.connection(), box.device.hall_id, 2));
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].entry == clone.entries[1]);
    CHECK(kept[0].place == QuarantinePlace::other);
    CHECK(open_alarms(district).find("entry_differs") != std::string::npos);
    CHECK(open_alarms(district).find("clone_suspected") != std::string::npos);
    CHECK(open_alarms(district).find("chain_differs") != std::string::npos);
    CHECK(letters(taken(district.connection(), clone, clone.all()).results) == "dqd");
    CHECK(value_of(find_quarantined(district.connection(), box.device.hall_id, 2)).size() == 1);
}

TEST_CASE("an id that is known already brings its entry into quarantine, within one batch too") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    const char* const id = "019ab1c2-d3e4-7abc-8def-0123456789ab";
    box.add_raw(box.entry(1, id, "counter.opened", "counter:1", "{}"));
    box.add_raw(box.entry(2, id, "counter.opened", "counter:2", "{}"));
    box.add_many(1);
    const sync::PushAnswer answer = taken(district.connection(), box, box.all());
    CHECK(letters(answer.results) == "aqa");
    CHECK(answer.acked_through == 3);
    CHECK(open_alarms(district).find("entry_differs") != std::string::npos);
    CHECK(letters(taken(district.connection(), box, box.all()).results) == "ddd");
}

TEST_CASE("a poisoned entry at any place of a batch holds up none of the others") {
    const Driver driver = LINLI_BOTH_DRIVERS();
    const std::vector<std::string> poisons = {
        "{",
        "\xff\xfe\xfd",
        "null",
        "[1,2]",
        "{\"seq\":1}",
        std::string("\0", 1),
        std::string(100'000, '['),
        R"({"seq":9,"epoch":1,"id":"019ab1c2-d3e4-7abc-8def-0123456789ab","wall_ms":1,"steady_ms":1,"actor":"a","kind":"x","subject":"s","version":1,"body":{}})",
        R"({"seq":2,"epoch":1,"id":"019ab1c2-d3e4-7abc-8def-0123456789ab","wall_ms":1,"steady_ms":1,"actor":"a","kind":"ticket.taken","subject":"t","version":1,"body":{"code":7}})"};
    TestDistrict district(driver);
    int halls = 0;
    for (const std::string& poison : poisons)
        for (std::size_t place = 0; place < 3; ++place) {
            TestBox box(district, district.add_hall("Hall " + std::to_string(++halls)));
            for (std::size_t i = 0; i < 3; ++i) {
                if (i == place)
                    box.add_raw(poison);
                else
                    box.add_many(1);
            }
            INFO(poison.substr(0, 40) << " at " << place);
            std::string expected = "aaa";
            expected[place] = 'q';
            const sync::PushAnswer answer = taken(district.connection(), box, box.all());
            CHECK(letters(answer.results) == expected);
            CHECK(answer.acked_through == 3);
            box.add_many(1);
            CHECK(letters(taken(district.connection(), box, box.batch(4, 4)).results) == "a");
            const auto kept = value_of(list_quarantined(district.connection(), box.device.hall_id, 9));
            REQUIRE(kept.size() == 1);
            CHECK_FALSE(kept[0].reason.empty());
        }
}

TEST_CASE("numbers and texts of any size in what is projected hold up nothing") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    const std::string most = "9223372036854775807", least = "-9223372036854775808";
    for (const auto& [wall, steady] : {std::pair{most, least}, {least, most}, {most, most}, {least, least}}) {
        const std::string ticket = "t" + wall + steady;
        for (const char* kind : {"ticket.taken", "ticket.called", "ticket.finished"}) {
            std::string entry =
                box.entry(box.newest() + 1, new_uuid(box.wall_ms), kind, ticket,
                          R"({"code":"A001","service_day":)" + most + R"(,"matter":"m","state":"done","call":)" + most +
                              R"(,"counter":)" + least + R"(,"order_key":)" + least + "}");
            const auto put = [&](const std::string& name, const std::string& value) {
                const auto at = entry.find("\"" + name + "\":") + name.size() + 3;
                entry.replace(at, entry.find(',', at) - at, value);
            };
            put("wall_ms", wall);
            put("steady_ms", steady);
            box.add_raw(entry);
        }
    }
    CHECK(letters(taken(district.connection(), box, box.all()).results) == "aaaaaaaaaaaa");
}

TEST_CASE("what the sender cannot vouch for is refused, and nothing of it is kept") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(3);
    PushedBatch batch = box.all();
    SECTION("a signature of another text") {
        batch.head.chain = std::string(64, '0');
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::bad_signature);
    }
    SECTION("a signature that is none") {
        batch.head.signature = "abc";
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::bad_signature);
    }
    SECTION("a body that changed on its way") {
        batch.body[batch.body.size() / 2] ^= 1;
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::bad_digest);
    }
    SECTION("another device than the token's") {
        batch.head.device = "box-2";
        box.sign(batch);
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::not_this_device);
    }
    SECTION("another number of entries than it says") {
        batch.head.last = 4;
        box.sign(batch);
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::bad_batch);
    }
    SECTION("numbers that make no batch") {
        for (const auto& [first, last] : std::vector<std::pair<std::int64_t, std::int64_t>>{
                 {0, 2}, {3, 1}, {-5, -3}, {INT64_MIN, INT64_MAX}, {1, 501}}) {
            batch.head.first = first;
            batch.head.last = last;
            box.sign(batch);
            CHECK(refused(district.connection(), box, batch).why == PushRefusal::bad_batch);
        }
    }
    SECTION("bytes that are no zstd") {
        batch.body = "hello";
        box.sign(batch);
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::bad_batch);
    }
    SECTION("a bomb") {
        batch.body = wire::pack_batch({std::string(50'000'000, 'x')});
        REQUIRE(batch.body.size() < 100'000);
        box.sign(batch);
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::too_large);
    }
    SECTION("a hall that was revoked") {
        value_of(set_hall_state(district.connection(), box.device.hall_id, HallState::revoked));
        CHECK(refused(district.connection(), box, batch).why == PushRefusal::hall_revoked);
    }
    CHECK(district.count("SELECT count(*) FROM journal") == 0);
    CHECK(district.count("SELECT count(*) FROM quarantine") == 0);
    CHECK(district.count("SELECT count(*) FROM alarm") == 0);
}

TEST_CASE("an older epoch that goes on after a newer has begun looks like a clone") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const HallRow hall = district.add_hall();
    TestBox box(district, hall);
    box.add_many(2);
    taken(district.connection(), box, box.batch(1, 1));
    TestBox newer = box;
    newer.epoch = 2;
    newer.entries.clear();
    newer.add_many(1);
    taken(district.connection(), newer, newer.all());
    CHECK(open_alarms(district).empty());
    CHECK(letters(taken(district.connection(), box, box.batch(2, 2)).results) == "a");
    CHECK(open_alarms(district) == "clone_suspected ");
}

TEST_CASE("a chain that the box tells differently raises an alarm, and the entries are kept") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(2);
    PushedBatch batch = box.all();
    batch.head.chain = std::string(64, 'a');
    box.sign(batch);
    CHECK(letters(taken(district.connection(), box, batch).results) == "aa");
    CHECK(open_alarms(district) == "chain_differs ");
}

TEST_CASE("entries that were lost here are taken again where they are missing") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    box.add_many(6);
    taken(district.connection(), box, box.all());
    value_of(district.connection().execute("DELETE FROM journal WHERE seq IN (2, 3)"));
    CHECK(letters(taken(district.connection(), box, box.batch(1, 4)).results) == "daad");
    CHECK(value_of(find_stream(district.connection(), box.key()))->acked_through == 6);
    CHECK(open_alarms(district).empty());
}
