// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "hall/acts/take_number.h"
#include "tests/faults/many_programs.h"
#include "tests/support/process.h"

using namespace linli;
using namespace linli::support;

namespace {

// Holds the database for writing until it is killed.
Child holder_of(const SharedHall& shared) {
    Child child([&shared] {
        auto database = Database::open(shared.database, OpenMode::existing);
        if (!database) return 1;
        auto transaction = (*database)->begin_write();
        if (!transaction) return 2;
        note(shared.folder.file("held"), "now");
        pause();
        return 3;
    });
    while (notes(shared.folder.file("held")).empty()) usleep(1000);
    return child;
}

}  // namespace

TEST_CASE("who is kept waiting for the database too long is told so, and then goes on", "[timed]") {
    const SharedHall shared({});
    Child holder = holder_of(shared);
    const SystemClock clock;
    const auto hall = value_of(Hall::open(shared.database, clock, Actor{"test"}));
    const std::string key = new_key();
    const auto begin = std::chrono::steady_clock::now();
    CHECK(error_of(issue_number(*hall, {"senior-card", {}, key, {}})) == "busy");
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    CHECK(seconds > 4);
    CHECK(seconds < 10);
    holder.kill_at_once();
    CHECK(done(issue_number(*hall, {"senior-card", {}, key, {}})).number == 1);
}

TEST_CASE("the log of writes stays bounded over 20,000 commits while somebody reads") {
    const SharedHall shared({});
    const auto writer = value_of(Database::open(shared.database, OpenMode::existing));
    const auto reader = value_of(Database::open(shared.database, OpenMode::existing));
    REQUIRE(writer->execute("CREATE TABLE small (number INTEGER) STRICT; INSERT INTO small VALUES (0)").has_value());
    // How far the log grows does not hang on waiting for the disk, and 20,000 such waits would take a minute.
    REQUIRE(writer->execute("PRAGMA synchronous=OFF").has_value());
    Statement add = value_of(writer->prepare("UPDATE small SET number = number + 1"));
    Statement read = value_of(reader->prepare("SELECT number FROM small"));
    const std::filesystem::path log = shared.database.string() + "-wal";
    std::uintmax_t largest = 0;
    for (int i = 0; i < 20'000; ++i) {
        Transaction transaction = value_of(writer->begin_write());
        REQUIRE(Query(add).run().has_value());
        REQUIRE(transaction.commit().has_value());
        value_of(reader->data_version());
        Query query(read);
        REQUIRE(value_of(query.step()));
        if (i % 50 == 0) largest = std::max(largest, std::filesystem::file_size(log));
    }
    Query query(read);
    REQUIRE(value_of(query.step()));
    CHECK(query.integer(0) == 20'000);
    CHECK(largest > 100'000);
    CHECK(largest <= 10U << 20);
}

TEST_CASE("after a reader that held one instant for long, the log is cut back") {
    const SharedHall shared({});
    const auto writer = value_of(Database::open(shared.database, OpenMode::existing));
    const auto reader = value_of(Database::open(shared.database, OpenMode::existing));
    REQUIRE(writer->execute("CREATE TABLE large (bytes BLOB) STRICT").has_value());
    const std::filesystem::path log = shared.database.string() + "-wal";
    {
        Transaction long_look = value_of(reader->begin_read());
        Statement read = value_of(reader->prepare("SELECT count(*) FROM large"));
        REQUIRE(value_of(Query(read).step()));
        for (int i = 0; i < 150; ++i)
            REQUIRE(writer->execute("INSERT INTO large VALUES (randomblob(200000))").has_value());
        CHECK(std::filesystem::file_size(log) > 20U << 20);
    }
    for (int i = 0; i < 5; ++i) REQUIRE(writer->execute("INSERT INTO large VALUES (randomblob(200000))").has_value());
    CHECK(std::filesystem::file_size(log) <= 10U << 20);
}
