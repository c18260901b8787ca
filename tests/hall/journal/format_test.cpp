// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "hall/acts/open_counter.h"
#include "hall/journal/entry.h"
#include "hall/wire/journal_json.h"
#include "tests/support/places.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

struct Stored {
    std::string entry;
    std::string chain;
};

// Entries as they lie in halls, and their chain as another program computed it from journal_format.md. The file never
// changes: a district reads what halls wrote years ago.
std::vector<Stored> stored_entries() {
    std::ifstream file(source_folder() / "tests/hall/journal/entries.txt");
    std::vector<Stored> all;
    for (Stored one; std::getline(file, one.entry) && std::getline(file, one.chain);) all.push_back(one);
    REQUIRE(all.size() == 5);
    return all;
}

}  // namespace

TEST_CASE("a stored entry is read, and freezes to the very bytes it was") {
    for (const Stored& stored : stored_entries())
        CHECK(wire::freeze(value_of(wire::thaw(stored.entry))) == stored.entry);
}

TEST_CASE("every field of a stored entry is read") {
    const auto all = stored_entries();
    const JournalEntry taken = value_of(wire::thaw(all[2].entry));
    CHECK(taken.seq == 3);
    CHECK(taken.epoch == 1);
    CHECK(taken.id == "019acf1e-8c00-7000-8000-000000000003");
    CHECK(taken.wall_ms == 1'795'399'260'000);
    CHECK(taken.steady_ms == 60'000);
    CHECK(taken.actor == "kiosk");
    CHECK(taken.kind == "ticket.taken");
    CHECK(taken.subject == "019acf1f-7660-7000-8000-0000000000aa");
    CHECK(taken.version == 1);
    CHECK(taken.body.starts_with(R"({"code":"A001","service_day":1)"));
    CHECK(value_of(wire::thaw(all[3].entry)).subject == "place:大厅 \"east\" \\ \n\t\x01");
    CHECK(value_of(wire::thaw(all[4].entry)).steady_ms == INT64_MAX);
}

TEST_CASE("the chain over stored entries is the one that was computed elsewhere") {
    std::string chain(as_text(chain_start()));
    CHECK(chain == std::string(32, '\0'));
    for (const Stored& stored : stored_entries()) {
        chain = as_text(chain_after(chain, stored.entry));
        CHECK(hex(chain) == stored.chain);
    }
}

TEST_CASE("a field that a newer program added does not keep an older one from reading") {
    const JournalEntry entry = value_of(wire::thaw(
        R"({"seq":1,"epoch":1,"id":"x","wall_ms":1,"steady_ms":1,"actor":"a","kind":"k","subject":"s","version":1,"body":{},"new":[1]})"));
    CHECK(entry.kind == "k");
}

TEST_CASE("what is no entry is said to be damaged") {
    const std::string sound = stored_entries()[0].entry;
    for (
        const std::string& bytes :
        {std::string(), std::string("[]"), std::string("null"), std::string("{}"), sound.substr(0, sound.size() / 2),
         sound + "}",
         std::string(
             R"({"seq":"1","epoch":1,"id":"x","wall_ms":1,"steady_ms":1,"actor":"a","kind":"k","subject":"s","version":1,"body":{}})"),
         std::string(
             R"({"seq":1,"epoch":1,"id":"x","wall_ms":1,"steady_ms":1,"actor":7,"kind":"k","subject":"s","version":1,"body":{}})"),
         std::string("{\"seq\":1,\"actor\":\"\xff\xfe\"}")}) {
        INFO(bytes);
        CHECK(error_of(wire::thaw(bytes)) == "corrupt");
    }
}

TEST_CASE("a real hall's entries freeze to the bytes they were") {
    TestHall test;
    done(open_counter(test.hall(), 1));
    test.finished_visit("senior-card", 1);
    int entries = 0;
    REQUIRE(test.stores()
                .journal
                .each(1,
                      [&](const JournalRow& row) {
                          CHECK(wire::freeze(value_of(wire::thaw(row.entry))) == row.entry);
                          ++entries;
                          return true;
                      })
                .has_value());
    CHECK(entries > 5);
}
