// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/note_stream.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/journal_ranges.h"
#include "hall/acts/note_push.h"
#include "hall/acts/read_link.h"
#include "hall/acts/read_outbox.h"
#include "hall/base/bytes.h"
#include "tests/support/district_link.h"

using namespace linli;
using namespace linli::support;

namespace {

SyncLink link_of(TestHall& test) { return value_of(read_link(test.hall())).link; }

std::string chain_at(TestHall& test, std::int64_t seq) {
    std::string chain(32, '\0');
    REQUIRE(test.stores()
                .journal
                .each(1,
                      [&](const JournalRow& row) {
                          if (row.seq <= seq) chain = row.chain;
                          return row.seq < seq;
                      })
                .has_value());
    return hex(chain);
}

/// A hall with 2,500 entries and more, all of which the district has taken.
struct LongHall : TestHall {
    LongHall() {
        join_district(hall(), "https://d.example");
        run("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 2600) INSERT INTO journal "
            "SELECT "
            "(SELECT max(seq) FROM journal) + i, 'x.y', 's', '{\"seq\":' || i || '}', "
            "CAST(substr('0123456789abcdef0123456789abcdef' || i, -32) AS BLOB) FROM n");
        run("UPDATE box SET journal_seq = (SELECT max(seq) FROM journal), journal_chain = (SELECT chain FROM journal "
            "ORDER BY seq DESC LIMIT 1)");
        newest = value_of(stores().box.load()).journal_seq;
        value_of(note_push(hall(), {1, newest, newest, newest, first_incarnation}));
    }
    sync::StreamState state(std::int64_t through, const std::string& incarnation = first_incarnation) {
        return {through, through, chain_at(*this, through), incarnation};
    }
    std::int64_t newest = 0;
};

}  // namespace

TEST_CASE("a district that is where it was told to be needs nothing") {
    LongHall test;
    const SyncLink before = link_of(test);
    CHECK(value_of(note_stream(test.hall(), test.state(test.newest))) == StreamFinding::same);
    CHECK(link_of(test) == before);
    // Nor one that knows nothing of this box yet.
    TestHall fresh;
    join_district(fresh.hall(), "https://d.example");
    CHECK(value_of(note_stream(fresh.hall(), {0, 0, std::string(64, '0'), "one"})) == StreamFinding::same);
    CHECK(link_of(fresh).server_incarnation == "one");
}

TEST_CASE("a district that fell back gets the rest again") {
    LongHall test;
    CHECK(value_of(note_stream(test.hall(), test.state(1200))) == StreamFinding::same);
    CHECK(link_of(test).acked_through == 1200);
    CHECK(link_of(test).durable_through == 1200);
    CHECK(value_of(read_outbox(test.hall(), {})).first == 1201);
}

TEST_CASE("a restored district and a chain that differs are looked at closely, and until then nothing is settled") {
    LongHall test;
    CHECK(value_of(note_stream(test.hall(), test.state(2000, "restored"))) == StreamFinding::compare);
    CHECK(link_of(test).server_incarnation == first_incarnation);
    CHECK(link_of(test).acked_through == 2000);
    sync::StreamState other = test.state(2000);
    other.chain = std::string(64, 'f');
    CHECK(value_of(note_stream(test.hall(), other)) == StreamFinding::compare);
    // It knows more of this journal than the box: the box's own database was put back.
    CHECK(value_of(note_stream(test.hall(), {test.newest + 5, 1, std::string(64, '1'), first_incarnation})) ==
          StreamFinding::compare);
}

TEST_CASE("ranges are counted and hashed as the protocol says") {
    LongHall test;
    const auto ranges = value_of(journal_ranges(test.hall(), 1000, test.newest));
    REQUIRE(ranges.size() == 3);
    CHECK(ranges[0].first == 1);
    CHECK(ranges[0].last == 1000);
    CHECK(ranges[0].count == 1000);
    CHECK(ranges[2].last == test.newest);
    CHECK(ranges[2].count == test.newest - 2000);
    std::string digests;
    REQUIRE(test.stores()
                .journal
                .each(1001,
                      [&](const JournalRow& row) {
                          digests += as_text(blake2b(row.entry));
                          return row.seq < 2000;
                      })
                .has_value());
    CHECK(ranges[1].hash == hex(as_text(blake2b(digests))));
    CHECK(error_of(journal_ranges(test.hall(), 999, 5)) == "invalid_input");
    CHECK(error_of(journal_ranges(test.hall(), 100'001, 5)) == "invalid_input");
    CHECK(range_step_for(10) == 1'000);
    CHECK(range_step_for(5'000'000) == 5'001);
    CHECK(range_step_for(5'000'000'000) == 100'000);
}

TEST_CASE("what differs there is sent again, first of all and once; what lies there as before is left alone") {
    LongHall test;
    const auto ours = value_of(journal_ranges(test.hall(), 1000, test.newest));
    auto theirs = ours;
    theirs[1].hash = std::string(64, 'e');
    const auto found = differing(ours, theirs);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 1001);
    CHECK(found[0].last == 2000);
    const sync::StreamState state = test.state(test.newest, "restored");
    CHECK(value_of(settle_stream(test.hall(), state, found)) == 1);
    CHECK(link_of(test).server_incarnation == "restored");

    Outbox out = value_of(read_outbox(test.hall(), {}));
    CHECK(out.first == 1001);
    CHECK(out.last == 1500);
    CHECK(hex(out.chain) == chain_at(test, 1500));
    CHECK(value_of(note_push(test.hall(), {1001, 1500, test.newest, 1, "restored"})) == PushNoted::forward);
    out = value_of(read_outbox(test.hall(), {}));
    CHECK(out.first == 1501);
    CHECK(out.last == 2000);
    CHECK(value_of(note_push(test.hall(), {1501, 2000, test.newest, 1, "restored"})) == PushNoted::forward);
    CHECK(value_of(read_outbox(test.hall(), {})).entries.empty());
    CHECK(link_of(test).acked_through == test.newest);

    CHECK(value_of(settle_stream(test.hall(), state, found)) == 0);
    theirs[1].hash = std::string(64, 'd');
    CHECK(value_of(settle_stream(test.hall(), state, differing(ours, theirs))) == 1);
}

TEST_CASE("a range that the district has not at all is sent again, one that only it has is not") {
    LongHall test;
    const auto ours = value_of(journal_ranges(test.hall(), 1000, test.newest));
    const auto found = differing(ours, {ours[0], ours[2], {3001, 4000, 7, std::string(64, 'a')}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 1001);
    CHECK(found[0].theirs.empty());
}

TEST_CASE("stretches beyond what counts as received are sent in their turn anyway") {
    LongHall test;
    const auto ours = value_of(journal_ranges(test.hall(), 1000, test.newest));
    CHECK(value_of(note_stream(test.hall(), test.state(1200, "restored"))) == StreamFinding::compare);
    CHECK(value_of(settle_stream(test.hall(), test.state(1200, "restored"), differing(ours, {ours[0]}))) == 1);
    CHECK(value_of(read_outbox(test.hall(), {})).first == 1001);
    CHECK(value_of(read_outbox(test.hall(), {})).last == 1200);
}
