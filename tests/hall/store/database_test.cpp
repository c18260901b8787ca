// SPDX-License-Identifier: Apache-2.0
#include "hall/store/database.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

struct Scratch {
    TempFolder folder;
    std::unique_ptr<Database> database = value_of(Database::open(folder.file("hall.db"), OpenMode::create));

    std::unique_ptr<Database> second() const {
        return value_of(Database::open(folder.file("hall.db"), OpenMode::existing));
    }
    void run(std::string_view sql) const { REQUIRE(database->execute(sql).has_value()); }
    std::int64_t one(std::string_view sql) const {
        Statement statement = value_of(database->prepare(sql));
        Query query(statement);
        REQUIRE(value_of(query.step()));
        return query.integer(0);
    }
};

}  // namespace

TEST_CASE("what is bound comes back as it was") {
    const Scratch scratch;
    scratch.run("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB, e TEXT, f INTEGER) STRICT");
    const std::string blob("\0\x01\xff\0", 4);
    const std::string text = "邻里 'quoted' \"twice\"; -- 𠀀";
    {
        Statement insert = value_of(scratch.database->prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)"));
        REQUIRE(Query(insert)
                    .bind(std::int64_t{INT64_MIN})
                    .bind(2.5)
                    .bind(text)
                    .bind_blob(blob)
                    .bind(std::optional<int>())
                    .bind(std::optional<int>(7))
                    .run()
                    .has_value());
    }
    Statement select = value_of(scratch.database->prepare("SELECT * FROM t"));
    Query query(select);
    REQUIRE(value_of(query.step()));
    CHECK(query.integer(0) == INT64_MIN);
    CHECK(query.real(1) == 2.5);
    CHECK(query.text(2) == text);
    CHECK(query.text(3) == blob);
    CHECK_FALSE(query.text_or_nothing(4).has_value());
    CHECK(query.integer_or_nothing(5) == 7);
    CHECK_FALSE(value_of(query.step()));
}

TEST_CASE("an empty text is a text, and not nothing") {
    const Scratch scratch;
    scratch.run("CREATE TABLE t (a TEXT NOT NULL) STRICT");
    Statement insert = value_of(scratch.database->prepare("INSERT INTO t VALUES (?)"));
    REQUIRE(Query(insert).bind(std::string_view()).run().has_value());
    CHECK(scratch.one("SELECT count(*) FROM t WHERE a = ''") == 1);
}

TEST_CASE("a statement is used again and again, also after it failed") {
    const Scratch scratch;
    scratch.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT");
    Statement insert = value_of(scratch.database->prepare("INSERT INTO t VALUES (?, ?)"));
    REQUIRE(Query(insert).bind(1).bind("one").run().has_value());
    CHECK_FALSE(Query(insert).bind(1).bind("again").run().has_value());
    REQUIRE(Query(insert).bind(2).run().has_value());  // nothing is left of the binding before
    CHECK(scratch.one("SELECT count(*) FROM t WHERE b IS NULL") == 1);
    Statement moved = std::move(insert);
    REQUIRE(Query(moved).bind(3).bind("three").run().has_value());
    CHECK(scratch.database->last_row() == 3);
}

TEST_CASE("too many values for a statement are an error, not a wrong row") {
    const Scratch scratch;
    scratch.run("CREATE TABLE t (a INTEGER) STRICT");
    Statement insert = value_of(scratch.database->prepare("INSERT INTO t VALUES (?)"));
    CHECK_FALSE(Query(insert).bind(1).bind(2).run().has_value());
    CHECK(scratch.one("SELECT count(*) FROM t") == 0);
    CHECK_FALSE(scratch.database->prepare("SELECT nonsense FROM nowhere").has_value());
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    const Scratch scratch;
    scratch.run("CREATE TABLE t (a INTEGER) STRICT");
    {
        const Transaction dropped = value_of(scratch.database->begin_write());
        scratch.run("INSERT INTO t VALUES (1)");
    }
    CHECK(scratch.one("SELECT count(*) FROM t") == 0);
    {
        Transaction kept = value_of(scratch.database->begin_write());
        scratch.run("INSERT INTO t VALUES (2)");
        Transaction moved = std::move(kept);
        REQUIRE(moved.commit().has_value());
    }
    CHECK(scratch.one("SELECT a FROM t") == 2);
}

TEST_CASE("a reader sees one instant, however much others write meanwhile") {
    const Scratch scratch;
    scratch.run("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)");
    const auto writer = scratch.second();
    Transaction reading = value_of(scratch.database->begin_read());
    CHECK(scratch.one("SELECT count(*) FROM t") == 1);
    REQUIRE(writer->execute("INSERT INTO t VALUES (2)").has_value());
    CHECK(scratch.one("SELECT count(*) FROM t") == 1);
    REQUIRE(reading.commit().has_value());
    CHECK(scratch.one("SELECT count(*) FROM t") == 2);
}

TEST_CASE("the data version moves with another's commit and not with one's own") {
    const Scratch scratch;
    const auto other = scratch.second();
    const auto before = value_of(scratch.database->data_version());
    scratch.run("CREATE TABLE t (a INTEGER) STRICT");
    CHECK(value_of(scratch.database->data_version()) == before);
    REQUIRE(other->execute("INSERT INTO t VALUES (2)").has_value());
    CHECK(value_of(scratch.database->data_version()) != before);
}

TEST_CASE("rows that belong to nothing cannot be written") {
    const Scratch scratch;
    CHECK_FALSE(scratch.database->execute("INSERT INTO ticket_period VALUES (77, 'waiting', NULL, 0, 0)").has_value());
    CHECK_FALSE(scratch.database->execute("INSERT INTO counter VALUES (1, 'ajar', 0)").has_value());
    CHECK_FALSE(scratch.database->execute("INSERT INTO counter VALUES ('one', 'open', 0)").has_value());
}
