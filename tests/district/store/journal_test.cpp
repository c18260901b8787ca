// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "district/store/journal.h"
#include "district/store/streams.h"
#include "hall/base/bytes.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

/// A row points into what it is made of; that lives until the program ends.
std::string_view kept(std::string text) {
    static std::deque<std::string> all;
    return all.emplace_back(std::move(text));
}

JournalRow row_of(std::int64_t seq, const std::string& id, std::int64_t entry_ms = monday_ms) {
    const std::string_view entry = kept(fmt::format(R"({{"seq":{}}})", seq) + std::string("\0\xff", 2));
    return {seq, kept(id), entry_ms, "ticket.taken", "号", kept(std::string(as_text(blake2b(entry)))), entry};
}

}  // namespace

TEST_CASE("of a journal's rows only the new ones are added and named") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    std::vector<JournalRow> rows;
    for (int seq = 1; seq <= 500; ++seq) rows.push_back(row_of(seq, "id-" + std::to_string(seq)));
    auto transaction = value_of(Transaction::begin(district.connection()));
    CHECK(value_of(insert_journal(district.connection(), key, monday_ms, rows)).size() == 500);
    CHECK(value_of(insert_journal(district.connection(), key, monday_ms, rows)).empty());
    std::vector<JournalRow> mixed(rows.begin() + 480, rows.end());
    for (int seq = 503; seq <= 600; ++seq) mixed.push_back(row_of(seq, "id-" + std::to_string(seq)));
    const auto added = value_of(insert_journal(district.connection(), key, monday_ms, mixed));
    CHECK(added.size() == 98);
    CHECK(std::ranges::min(added) == 503);
    value_of(transaction.commit());
    CHECK(value_of(insert_journal(district.connection(), key, monday_ms, {row_of(501, "id-7"), row_of(502, "new")})) ==
          std::vector<std::int64_t>{502});
    CHECK(value_of(find_entry(district.connection(), key, 3)) == rows[2].entry);
    const auto known = value_of(known_entries(district.connection(), key, 499, 502));
    REQUIRE(known.size() == 3);
    CHECK(known[0].seq == 499);
    CHECK(known[0].digest == rows[498].digest);
}

TEST_CASE("no rows at all are nothing to add") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    CHECK(value_of(insert_journal(district.connection(), key, monday_ms, {})).empty());
}

TEST_CASE("another hall, box or epoch has numbers and ids of its own") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const std::string hall = district.add_hall().hall_id, other = district.add_hall("Autumn Road").hall_id;
    CHECK(value_of(insert_journal(district.connection(), {hall, "a", 1}, monday_ms, {row_of(1, "x")})).size() == 1);
    CHECK(value_of(insert_journal(district.connection(), {hall, "b", 1}, monday_ms, {row_of(1, "y")})).size() == 1);
    CHECK(value_of(insert_journal(district.connection(), {hall, "a", 2}, monday_ms, {row_of(1, "z")})).size() == 1);
    CHECK(value_of(insert_journal(district.connection(), {other, "a", 1}, monday_ms, {row_of(1, "x")})).size() == 1);
    CHECK(value_of(known_entries(district.connection(), {hall, "a", 1}, 1, 9)).size() == 1);
}

TEST_CASE("many rows that PostgreSQL copies at once go to their months, too") {
    TestDistrict district(Driver::postgres);
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    constexpr std::int64_t month_ms = 31LL * 24 * 3600 * 1000;
    std::vector<JournalRow> rows;
    for (int seq = 1; seq <= 90; ++seq)
        rows.push_back(row_of(seq, "id-" + std::to_string(seq), seq % 3 == 0 ? 0 : monday_ms + seq % 3 * month_ms));
    auto transaction = value_of(Transaction::begin(district.connection()));
    CHECK(value_of(insert_journal(district.connection(), key, monday_ms, rows)).size() == 90);
    value_of(transaction.commit());
    CHECK(district.count("SELECT count(*) FROM journal_2026_12") == 30);
    CHECK(district.count("SELECT count(*) FROM journal_2027_01") == 30);
    CHECK(district.count("SELECT count(*) FROM journal_other") == 30);
    CHECK(value_of(find_entry(district.connection(), key, 89)) == rows[88].entry);
}

TEST_CASE("a text that PostgreSQL does not take undoes the whole copy, and the connection goes on") {
    TestDistrict district(Driver::postgres);
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    std::vector<JournalRow> rows;
    for (int seq = 1; seq <= 40; ++seq) rows.push_back(row_of(seq, "id-" + std::to_string(seq)));
    rows[20].subject = "\xff\xfe";
    {
        const auto dropped = value_of(Transaction::begin(district.connection()));
        CHECK(error_of(insert_journal(district.connection(), key, monday_ms, rows)) == "invalid_input");
    }
    CHECK(district.count("SELECT count(*) FROM journal") == 0);
    rows[20].subject = "t1";
    auto transaction = value_of(Transaction::begin(district.connection()));
    CHECK(value_of(insert_journal(district.connection(), key, monday_ms, rows)).size() == 40);
    value_of(transaction.commit());
    CHECK(district.count("SELECT count(*) FROM journal") == 40);
}

TEST_CASE("PostgreSQL lays entries out by month, and has a place for those of any other time") {
    TestDistrict district(Driver::postgres);
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    constexpr std::int64_t month_ms = 31LL * 24 * 3600 * 1000;
    value_of(insert_journal(district.connection(), key, monday_ms,
                            {row_of(1, "a"), row_of(2, "b", monday_ms + month_ms), row_of(3, "c", 0),
                             row_of(4, "d", (std::int64_t{1} << 48) - 1), row_of(5, "e", monday_ms + 4 * month_ms)}));
    CHECK(district.count("SELECT count(*) FROM journal_2026_11") == 1);
    CHECK(district.count("SELECT count(*) FROM journal_2026_12") == 1);
    CHECK(district.count("SELECT count(*) FROM journal_other") == 3);
    // The month of the last one comes, and cannot have what lies elsewhere already; the others can.
    value_of(district.connection().prepare_months(monday_ms + 4 * month_ms));
    CHECK(district.count("SELECT count(*) FROM journal_other") == 3);
    CHECK(district.count("SELECT count(*) FROM journal_2027_04") == 0);
    CHECK(district.count("SELECT count(*) FROM journal") == 5);
}
