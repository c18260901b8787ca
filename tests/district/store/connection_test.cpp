// SPDX-License-Identifier: Apache-2.0
#include "district/store/connection.h"

#include <future>
#include <limits>

#include "district/store/settings.h"
#include "district/store/streams.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

TEST_CASE("values come back out of the database as they went in") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    constexpr Statement echo{"echo", "SELECT CAST($3 AS TEXT), CAST($1 AS BIGINT), CAST($2 AS BIGINT), $4"};
    const std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const Rows rows = value_of(district.connection().run(echo, {least, std::monostate(), "群众 \"'{}\\", ""}));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].text(0) == "群众 \"'{}\\");
    CHECK(rows[0].integer(1) == least);
    CHECK_FALSE(rows[0].integer_or_nothing(2));
    CHECK(rows[0].text_or_nothing(3) == "");

    HallRow hall = district.add_hall();
    hall.hall_id = "another";
    hall.page_key = std::string("\0\xff\x80 key\0", 8);
    value_of(insert_hall(district.connection(), hall));
    CHECK(value_of(find_hall(district.connection(), "another"))->page_key == hall.page_key);
}

TEST_CASE("a transaction that is dropped or that fails leaves nothing") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    {
        const auto dropped = value_of(Transaction::begin(connection));
        value_of(save_setting(connection, "colour", "red"));
    }
    CHECK_FALSE(value_of(find_setting(connection, "colour")));
    {
        auto failed = value_of(Transaction::begin(connection));
        value_of(save_setting(connection, "colour", "green"));
        CHECK(error_of(connection.run({"wrong", "INSERT INTO hall (hall_id) VALUES ($1)"}, {"x"})) == "invalid_input");
    }
    CHECK_FALSE(value_of(find_setting(connection, "colour")));
    auto kept = value_of(Transaction::begin(connection));
    value_of(save_setting(connection, "colour", "blue"));
    value_of(kept.commit());
    CHECK(value_of(find_setting(*district.another(), "colour")) == "blue");
}

namespace {

struct Named {
    std::string name, value;
};
constexpr InsertMany add{"add_settings", "setting (name, value)", ""};
constexpr FindMany find_values{"find_values", "SELECT value FROM setting WHERE value <> $1", "name"};

std::vector<Column> columns_of(const std::vector<Named>& rows) {
    return {text_column(rows, &Named::name), text_column(rows, &Named::value)};
}

}  // namespace

TEST_CASE("many rows go in at once and are found by their keys") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    std::vector<Named> rows;
    std::vector<std::string> names = {"not there", "\"{n1}\""};
    for (int i = 0; i < 300; ++i) {
        names.push_back("n" + std::to_string(i));
        rows.push_back({names.back(), std::string(2000, 'v') + std::to_string(i)});
    }
    auto transaction = value_of(Transaction::begin(district.connection()));
    value_of(district.connection().insert_later(add, rows.size(), columns_of(rows)));
    CHECK(value_of(district.connection().find(find_values, {"none"}, names)).size() == 300);
    value_of(transaction.commit());
    const auto found = value_of(district.another()->find(find_values, {"none"}, {"n299"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].text(0) == rows[299].value);
    CHECK(value_of(district.another()->find(find_values, {rows[7].value}, {"n7", "n8"})).size() == 1);
    CHECK(value_of(district.another()->find(find_values, {"none"}, {})).empty());
}

TEST_CASE("of many rows one that does not fit undoes all, and the connection goes on") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    std::vector<Named> rows;
    for (int i = 0; i < 200; ++i) rows.push_back({"n" + std::to_string(i % 150), "v"});
    {
        auto transaction = value_of(Transaction::begin(district.connection()));
        const Status inserted = district.connection().insert_later(add, rows.size(), columns_of(rows));
        // PostgreSQL hears of it with the commit, which then is none.
        const Status ended = inserted ? transaction.commit() : inserted;
        REQUIRE_FALSE(ended);
        CHECK(ended.error().code == ErrorCode::invalid_input);
    }
    CHECK_FALSE(value_of(find_setting(district.connection(), "n0")));
    CHECK_FALSE(value_of(find_setting(*district.another(), "n0")));
}

TEST_CASE("what waits for another statement is forgotten with its transaction") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const std::vector<Named> rows = {{"colour", "red"}};
    {
        const auto dropped = value_of(Transaction::begin(district.connection()));
        value_of(district.connection().insert_later(add, rows.size(), columns_of(rows)));
    }
    CHECK_FALSE(value_of(find_setting(district.connection(), "colour")));
    auto kept = value_of(Transaction::begin(district.connection()));
    value_of(district.connection().insert_later(add, rows.size(), columns_of(rows)));
    CHECK(value_of(find_setting(district.connection(), "colour")) == "red");
    value_of(kept.commit());
    CHECK(value_of(find_setting(*district.another(), "colour")) == "red");
}

TEST_CASE("who wants a stream waits until another has let it go") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const StreamKey key{district.add_hall().hall_id, "box", 1};
    auto first = value_of(Transaction::begin(district.connection()));
    value_of(lock_stream(district.connection(), key));
    auto second = std::async(std::launch::async, [&] {
        const auto connection = open_connection(district.place());
        if (!connection) return std::int64_t{-1};
        auto transaction = Transaction::begin(**connection);
        const auto stream = lock_stream(**connection, key);
        return transaction && stream ? stream->acked_through : -1;
    });
    CHECK(second.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
    value_of(save_stream(district.connection(), key, {7, 7, std::string(32, 'c')}));
    value_of(first.commit());
    CHECK(second.get() == 7);
}

TEST_CASE("a connection to PostgreSQL that was cut is made again") {
    TestDistrict district(Driver::postgres);
    Connection& connection = district.connection();
    const auto cut = [&] {
        const std::int64_t backend = district.count("SELECT pg_backend_pid()");
        (void)district.another()->run({"cut", "SELECT CAST(pg_terminate_backend(CAST($1 AS INT)) AS INT)"}, {backend});
    };
    value_of(save_setting(connection, "colour", "red"));
    cut();
    CHECK(value_of(find_setting(connection, "colour")) == "red");
    cut();
    {
        auto transaction = value_of(Transaction::begin(connection));
        value_of(save_setting(connection, "colour", "green"));
        cut();
        CHECK(error_of(save_setting(connection, "colour", "blue")) == "io");
        CHECK_FALSE(transaction.commit());
    }
    CHECK(value_of(find_setting(connection, "colour")) == "red");
}

TEST_CASE("a value that cannot be kept as text is refused and not cut off") {
    TestDistrict district(Driver::postgres);
    CHECK(error_of(save_setting(district.connection(), "colour", "\xff\xfe")) == "invalid_input");
}
