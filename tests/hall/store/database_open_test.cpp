// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "hall/acts/show_hall.h"
#include "hall/acts/verify_journal.h"
#include "hall/store/database.h"
#include "tests/support/process.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

std::string open_error(const std::filesystem::path& path, OpenMode mode = OpenMode::existing) {
    return error_of(Database::open(path, mode));
}

// A hall with some history whose file nobody has open.
struct ClosedHall {
    TestHall test;
    ClosedHall() {
        for (int i = 0; i < 40; ++i) test.take("senior-card");
        test.close();
    }
    std::string bytes() const { return read_file(test.database()); }
};

// Whether anything at all tells that the file is damaged.
bool damage_is_found(const std::filesystem::path& path, const Clock& clock) {
    const auto hall = Hall::open(path, clock, Actor{"test"});
    if (!hall) {
        // In words that tell what to do: this is no disk that failed, and no file of another program.
        CHECK(error_of(hall) == "corrupt");
        return true;
    }
    const auto faults = (*hall)->stores().database->integrity_faults();
    if (!faults || !faults->empty()) return true;
    const auto journal = verify_journal(**hall);
    return !journal || journal->fault || !show_hall(**hall);
}

}  // namespace

TEST_CASE("a database that is not there is missing, and opening does not make one") {
    const TempFolder folder;
    CHECK(open_error(folder.file("hall.db")) == "missing");
    CHECK(open_error(folder.file("none/hall.db")) == "missing");
    CHECK(open_error(folder.file("none/hall.db"), OpenMode::create) == "missing");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a new database is in WAL mode, of this schema, and whole") {
    const TempFolder folder;
    const auto database = value_of(Database::open(folder.file("hall.db"), OpenMode::create));
    Statement statement =
        value_of(database->prepare("SELECT (SELECT journal_mode FROM pragma_journal_mode), "
                                   "(SELECT synchronous FROM pragma_synchronous), "
                                   "(SELECT foreign_keys FROM pragma_foreign_keys), "
                                   "(SELECT user_version FROM pragma_user_version)"));
    Query query(statement);
    REQUIRE(value_of(query.step()));
    CHECK(query.text(0) == "wal");
    CHECK(query.integer(1) == 2);
    CHECK(query.integer(2) == 1);
    CHECK(query.integer(3) >= 1);
    CHECK(value_of(database->integrity_faults()).empty());
    CHECK(value_of(Database::open(folder.file("hall.db"), OpenMode::existing))->path() == folder.file("hall.db"));
}

TEST_CASE("a hall of the version before keeps its tickets, and its indexes answer") {
    TestHall test;
    const Ticket ticket = test.take("senior-card");
    test.back_to_schema(2);
    REQUIRE(
        test.stores()
            .database
            ->execute("DROP INDEX ticket_line; DROP INDEX ticket_at_counter; DROP INDEX ticket_open_number; "
                      "DROP INDEX ticket_person; "
                      "CREATE INDEX ticket_line ON ticket (order_key, row) WHERE state IN ('waiting', 'handed_over');"
                      "CREATE INDEX ticket_at_counter ON ticket (counter) "
                      "WHERE state IN ('called', 'serving', 'held'); "
                      "CREATE INDEX ticket_open_number ON ticket (letter, number) "
                      "WHERE state IN ('waiting', 'called', 'serving', 'held', 'handed_over'); "
                      "CREATE UNIQUE INDEX ticket_person ON ticket (person, matter) "
                      "WHERE person IS NOT NULL AND state NOT IN ('done', 'left', 'missed'); "
                      "INSERT INTO ticket_period VALUES (1, 'waiting', NULL, 5, 60000), (1, 'called', 1, 6, 500), "
                      "(1, 'serving', 1, 7, 700)")
            .has_value());
    test.reopen();
    CHECK(value_of(test.stores().database->schema_version()) >= 3);
    CHECK(value_of(test.stores().database->integrity_faults()).empty());
    const TicketRow row = value_of(test.stores().tickets.line()).front();
    CHECK(row.ticket.id == ticket.id);
    CHECK(row.waited_ms == 60'000);
    CHECK(row.visit_ms == 1'200);
    const auto periods = value_of(test.stores().tickets.periods(row.row));
    REQUIRE(periods.size() == 3);
    CHECK(periods[2].state == TicketState::serving);
    CHECK(periods[2].begin_ms == 7);
}

TEST_CASE("an empty file is a hall that was cut off, and stays as it is") {
    const TempFolder folder;
    write_file(folder.file("hall.db"), "");
    CHECK(open_error(folder.file("hall.db")) == "corrupt");
    CHECK(read_file(folder.file("hall.db")).empty());
}

TEST_CASE("a file of some other program is not touched") {
    const TempFolder folder;
    for (const std::string& bytes :
         {std::string("你好，世界。这不是数据库。"), std::string(8192, 'x'), std::string("\x89PNG\r\n\x1a\n")}) {
        write_file(folder.file("hall.db"), bytes);
        CHECK(open_error(folder.file("hall.db")) == "not_linli");
        CHECK(read_file(folder.file("hall.db")) == bytes);
    }
}

TEST_CASE("a database of some other program is not touched") {
    const TempFolder folder;
    const auto path = folder.file("hall.db");
    {
        const auto made = value_of(Database::open(path, OpenMode::create));
        REQUIRE(
            made->execute("PRAGMA application_id=7; PRAGMA user_version=3; PRAGMA journal_mode=DELETE").has_value());
    }
    const std::string before = read_file(path);
    CHECK(open_error(path) == "not_linli");
    CHECK(open_error(path, OpenMode::create) == "not_linli");
    CHECK(read_file(path) == before);
}

TEST_CASE("a hall of a newer Linli is not opened and not changed") {
    ClosedHall closed;
    {
        const auto database = value_of(Database::open(closed.test.database(), OpenMode::existing));
        REQUIRE(database->execute("PRAGMA user_version=9000").has_value());
    }
    const std::string before = closed.bytes();
    CHECK(open_error(closed.test.database()) == "newer_version");
    CHECK(closed.bytes() == before);
}

TEST_CASE("a folder in the place of the file is no Linli database") {
    const TempFolder folder;
    std::filesystem::create_directory(folder.file("hall.db"));
    CHECK(open_error(folder.file("hall.db")) == "not_linli");
    CHECK(open_error(folder.file("hall.db"), OpenMode::create) == "not_linli");
}

TEST_CASE("a file that was cut off in the middle is damaged") {
    const ClosedHall closed;
    const std::string whole = closed.bytes();
    for (const std::size_t size : {std::size_t{100}, std::size_t{4096}, whole.size() / 2, whole.size() - 4096}) {
        INFO(size);
        write_file(closed.test.database(), whole.substr(0, size));
        CHECK(damage_is_found(closed.test.database(), closed.test.clock));
    }
}

TEST_CASE("whichever page is overwritten, the damage is found and nothing crashes") {
    const ClosedHall closed;
    const std::string whole = closed.bytes();
    constexpr std::size_t page = 4096;
    REQUIRE(whole.size() > 20 * page);
    REQUIRE_FALSE(damage_is_found(closed.test.database(), closed.test.clock));
    for (std::size_t at = 0; at < whole.size(); at += page) {
        for (const char filling : {'\0', '\xA5'}) {
            std::string damaged = whole;
            // The first page keeps the file's header: without it this is no database at all.
            const std::size_t begin = at == 0 ? 100 : at;
            for (std::size_t i = begin; i < at + page; ++i)
                damaged[i] = filling == '\0' ? '\0' : static_cast<char>(i * 31 + i / 7);
            write_file(closed.test.database(), damaged);
            INFO("page " << at / page + 1 << (filling == '\0' ? " zeroed" : " scrambled"));
            CHECK(damage_is_found(closed.test.database(), closed.test.clock));
        }
    }
}

TEST_CASE("a file or folder that may not be written is read-only, whoever runs this") {
    ClosedHall closed;
    const auto path = closed.test.database();
    const auto folder = path.parent_path();
    using std::filesystem::perms;
    const auto open_without_rights = [&] {
        // Rights do not bind root.
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return std::string("cannot become nobody");
        const auto opened = Database::open(path, OpenMode::existing);
        if (opened) return std::string("opened");
        return std::string(name_of(opened.error().code));
    };
    std::filesystem::permissions(folder, perms::owner_all | perms::others_read | perms::others_exec);
    std::filesystem::permissions(path, perms::owner_read | perms::others_read);
    CHECK(in_child(open_without_rights) == "read_only");
    std::filesystem::permissions(folder,
                                 perms::owner_read | perms::owner_exec | perms::others_read | perms::others_exec);
    std::filesystem::permissions(path,
                                 perms::owner_read | perms::owner_write | perms::others_read | perms::others_write);
    CHECK(in_child(open_without_rights) == "read_only");
    std::filesystem::permissions(folder, perms::owner_all);
}

TEST_CASE("an SQLite that loses records is refused") {
    CHECK(check_library_version(3'051'003).has_value());
    CHECK(check_library_version(3'053'002).has_value());
    CHECK(check_library_version(4'000'000).has_value());
    for (const int old : {3'040'001, 3'051'002, 3'007'000})
        CHECK(error_of(check_library_version(old)) == "library_too_old");
    CHECK(check_library_version(3'040'001).error().message.find("3.40.1") != std::string::npos);
    CHECK(Database::library_version() >= "3.51.3");
}
