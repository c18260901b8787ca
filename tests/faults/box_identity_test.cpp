// SPDX-License-Identifier: Apache-2.0
// A box that was taken out of the district keeps all it has; of two copies of one box both journals are kept, and the
// district tells people.
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "hall/acts/take_number.h"
#include "tests/faults/two_sides.h"
#include "tests/support/cases.h"
#include "tests/support/places.h"

using namespace linli;
using namespace linli::support;

namespace {

using Faults = std::vector<std::string>;

nlohmann::json status(const TwoSides& sides) { return nlohmann::json::parse(sides.sync({"status", "--json"}).out); }

std::int64_t rows(const TwoSides& sides, const std::string& of) {
    const std::string sql = "SELECT count(*) FROM " + of;
    return value_of(sides.open_district()->run({sql, sql}, {})).at(0).integer(0);
}

std::string hall_id(const TwoSides& sides, const std::string& name) {
    for (const auto& hall : nlohmann::json::parse(sides.district({"hall", "list", "--json"}).out))
        if (hall.at("name") == name) return hall.at("hall_id");
    return "none";
}

/// The journal of a hall's database, by number.
std::map<std::int64_t, std::string> journal_of(const std::filesystem::path& database) {
    const SystemClock clock;
    const auto hall = value_of(Hall::open(database, clock, Actor{"test"}));
    std::map<std::int64_t, std::string> all;
    const auto add = [&](const JournalRow& row) { return all.emplace(row.seq, row.entry).second; };
    REQUIRE(hall->stores().journal.each(1, add).has_value());
    return all;
}

/// A second machine with a copy of the first one's disk.
struct CopiedBox {
    explicit CopiedBox(const TwoSides& sides) {
        for (const char* suffix : {"", "-wal"})
            if (std::filesystem::exists(sides.hall.database.string() + suffix))
                std::filesystem::copy_file(sides.hall.database.string() + suffix, database.string() + suffix);
    }
    Finished sync(std::vector<std::string> words) const {
        words.insert(words.begin(), {sync_program_path(), "--database", database.string()});
        return run_program({std::move(words), {{"LINLI_LANGUAGE", "en"}}, {}});
    }
    void issue(int count) const {
        const SystemClock clock;
        const auto hall = value_of(Hall::open(database, clock, Actor{"the copy"}));
        for (int i = 0; i < count; ++i) done(issue_number(*hall, {"senior-card", {}, new_key(), {}}));
    }

    TempFolder folder;
    std::filesystem::path database = folder.file("hall.db");
};

/// Is every entry kept, in its place or in quarantine?
void check_kept(const TwoSides& sides, const std::map<std::int64_t, std::string>& journal) {
    constexpr district::Statement find{
        "identity_find",
        "SELECT count(*) FROM (SELECT entry FROM journal WHERE seq = $1 UNION ALL SELECT entry FROM quarantine WHERE "
        "seq = $1) WHERE entry = $2"};
    const auto district = sides.open_district();
    for (const auto& [seq, entry] : journal) {
        INFO(seq);
        CHECK(value_of(district->run(find, {seq, district::Blob{entry}})).at(0).integer(0) == 1);
    }
}

}  // namespace

TEST_CASE("a revoked box sends nothing, keeps all, says so, and sends it once to where it is let in again") {
    TwoSides sides;
    sides.enrol();
    sides.issue(20);
    REQUIRE(sides.sync({"once"}).exit_code == 0);
    const std::int64_t before = rows(sides, "journal");
    REQUIRE(sides.district({"hall", "revoke", "A hall"}).exit_code == 0);
    sides.issue(600);
    for (int turn = 0; turn < 3; ++turn) {
        CHECK(sides.sync({"once"}).exit_code == 1);
        CHECK(rows(sides, "journal") == before);
        CHECK(status(sides).at("state") == "revoked");
        CHECK(status(sides).at("trouble") == "hall_revoked");
        CHECK(status(sides).at("unsent") >= 600);
    }
    // Its old code lets it in no more.
    const Finished code = sides.district({"hall", "code", "A hall", "--approve", "--address", sides.address()});
    const auto old = code.out.find("linli1:");
    if (old != std::string::npos) CHECK(sides.sync({"enrol", "-"}, {}, code.out.substr(old)).exit_code == 1);

    const Finished added = sides.district({"hall", "add", "The hall again", "--approve", "--address", sides.address()});
    const Finished enrolled = sides.sync({"enrol", "-"}, {}, added.out.substr(added.out.find("linli1:")));
    INFO(enrolled.out << enrolled.err);
    REQUIRE(enrolled.exit_code == 0);
    for (int turn = 0; turn < 2; ++turn) CHECK(sides.sync({"once"}).exit_code == 0);
    CHECK(sides.differences(hall_id(sides, "The hall again")) == Faults{});
    CHECK(rows(sides, "journal WHERE hall_id = '" + hall_id(sides, "A hall") + "'") == before);
    print_cases("a revoked box", 1);
}

TEST_CASE("two copies of one box send: nothing is overwritten, all is kept, and the district suspects a clone") {
    TwoSides sides;
    sides.enrol();
    sides.issue(10);
    REQUIRE(sides.sync({"once"}).exit_code == 0);
    const CopiedBox copy(sides);
    sides.issue(30);
    copy.issue(40);
    CHECK(sides.sync({"once"}).exit_code == 0);
    const auto firsts = journal_of(sides.hall.database);
    CHECK(sides.differences() == Faults{});
    copy.sync({"once"});
    CHECK(rows(sides, "alarm WHERE kind = 'clone_suspected'") == 1);
    CHECK(rows(sides, "alarm WHERE kind = 'entry_differs'") == 1);
    CHECK(nlohmann::json::parse(copy.sync({"status", "--json"}).out).at("trouble") == "records_differ");
    // They go on, turn by turn.
    for (int turn = 0; turn < 3; ++turn) {
        sides.issue(20);
        copy.issue(20);
        sides.sync({"once"});
        copy.sync({"once"});
        sides.sync({"once"});
    }
    check_kept(sides, firsts);
    check_kept(sides, journal_of(sides.hall.database));
    check_kept(sides, journal_of(copy.database));
    // What the first one had sent first is what lies in its place.
    constexpr district::Statement in_place{"identity_place", "SELECT entry FROM journal WHERE seq = $1"};
    const auto district = sides.open_district();
    for (const auto& [seq, entry] : firsts) CHECK(value_of(district->run(in_place, {seq})).at(0).text(0) == entry);
    print_cases("a copied box", 4);
}
