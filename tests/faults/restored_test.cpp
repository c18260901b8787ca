// SPDX-License-Identifier: Apache-2.0
// A district that was put back from an older backup gets what it misses, once, whatever was done with it since.
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/faults/two_sides.h"
#include "tests/support/cases.h"

using namespace linli;
using namespace linli::support;

namespace {

using Faults = std::vector<std::string>;

void must(const Finished& finished) {
    INFO(finished.out << finished.err);
    REQUIRE(finished.exit_code == 0);
}

void sent(const TwoSides& sides) {
    for (int turn = 0; turn < 3; ++turn) must(sides.sync({"once"}));
    CHECK(sides.differences() == Faults{});
}

enum class Backup { of_stopped_files, while_it_runs };
enum class Incarnation { made_new, forgotten };

void back_up(TwoSides& sides, Backup how, const std::filesystem::path& into) {
    if (how == Backup::while_it_runs) {
        REQUIRE(sides.open_district()->execute("VACUUM INTO '" + into.string() + "'").has_value());
        return;
    }
    sides.kill_district();
    must(sides.district({"hall", "list"}));  // whoever closes it last brings all into the one file
    std::filesystem::copy_file(sides.district_database(), into);
    sides.start_district();
}

void restore(TwoSides& sides, const std::filesystem::path& backup, Incarnation incarnation) {
    sides.kill_district();
    sides.put_back(backup);
    if (incarnation == Incarnation::made_new) must(sides.district({"incarnation", "new"}));
    sides.start_district();
}

std::int64_t rows(const TwoSides& sides, const std::string& table) {
    const std::string sql = "SELECT count(*) FROM " + table;
    return value_of(sides.open_district()->run({sql, sql}, {})).at(0).integer(0);
}

}  // namespace

TEST_CASE("a district restored from a backup gets what came since, once, whoever forgot what") {
    const Backup backup = GENERATE(Backup::of_stopped_files, Backup::while_it_runs);
    const Incarnation incarnation = GENERATE(Incarnation::made_new, Incarnation::forgotten);
    TwoSides sides;
    sides.enrol();
    sides.issue(600);
    sent(sides);
    const TempFolder folder;
    back_up(sides, backup, folder.file("backup.db"));
    // What the restored district knows nothing of: entries, a command that was carried out, a token in use.
    sides.issue(700);
    must(sides.district({"command", "send", "A hall", "message.set", "--zh", "停电", "--en", "No power"}));
    must(sides.district({"command", "send", "A hall", "token.rotate"}));
    sent(sides);
    restore(sides, folder.file("backup.db"), incarnation);
    CHECK(rows(sides, "ticket") == 600);
    sent(sides);
    // And it goes on.
    sides.issue(5);
    must(sides.district({"command", "send", "A hall", "message.clear"}));
    sent(sides);
    print_cases("a district restored from a backup", 1);
}

TEST_CASE(
    "a district restored twice, and then from a damaged backup that lacks entries in its midst, gets all of them") {
    TwoSides sides;
    sides.enrol();
    sides.issue(50);
    sent(sides);
    const TempFolder folder;
    back_up(sides, Backup::while_it_runs, folder.file("backup.db"));
    for (int again = 0; again < 2; ++again) {
        sides.issue(600);
        sent(sides);
        restore(sides, folder.file("backup.db"), Incarnation::made_new);
        sent(sides);
    }
    sides.kill_district();
    REQUIRE(sides.open_district()->execute("DELETE FROM journal WHERE seq > 20 AND seq < 30").has_value());
    must(sides.district({"incarnation", "new"}));
    sides.start_district();
    sent(sides);
    print_cases("a district restored from a backup", 3);
}
