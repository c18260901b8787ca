// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/apply_feed.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/leave_district.h"
#include "hall/acts/read_link.h"
#include "hall/acts/restart_programs.h"
#include "hall/acts/set_message.h"
#include "tests/support/district_link.h"

using namespace linli;
using namespace linli::support;

namespace {

struct JoinedHall : TestHall {
    JoinedHall() { join_district(hall(), "https://d.example"); }
    std::string cursor() { return value_of(read_link(hall())).link.cursor; }
    FeedApplied apply(std::vector<sync::FeedItem> items, const std::string& next) {
        return value_of(apply_feed(hall(), cursor(), {std::move(items), next, false}));
    }
    std::string shown() {
        const auto words = message_at(value_of(stores().notices.all()), clock.wall_ms());
        return words ? words->zh : "";
    }
};

sync::FeedItem message(const std::string& id, const std::string& zh) {
    return {id, "message.set", fmt::format(R"({{"zh":"{}","en":"","until_ms":null}})", zh)};
}

}  // namespace

TEST_CASE("a page of the feed is applied with its cursor, journaled, and once ever") {
    JoinedHall test;
    const FeedApplied first = test.apply({message("i1", "今天下午停水"), {"i2", "no.such.kind", "{}"}}, "c1");
    CHECK(first.done == 1);
    CHECK(first.refused == 1);
    CHECK(test.shown() == "今天下午停水");
    CHECK(test.cursor() == "c1");
    REQUIRE(test.journal_of("command.done").size() == 1);
    CHECK(test.journal_of("command.done")[0].subject == "command:i1");
    CHECK(test.journal_of("command.done")[0].body == R"({"id":"i1","kind":"message.set"})");
    CHECK(test.journal_of("command.refused")[0].body == R"({"id":"i2","kind":"no.such.kind","reason":"unknown_kind"})");

    value_of(clear_message(test.hall()));
    const FeedApplied again = test.apply({message("i1", "今天下午停水")}, "c2");
    CHECK(again.known == 1);
    CHECK(test.shown().empty());
    CHECK(test.journal_of("command.done").size() == 1);
    // Nor after it has left and joined again.
    value_of(leave_district(test.hall()));
    join_district(test.hall(), "https://d.example");
    CHECK(test.apply({message("i1", "今天下午停水")}, "c1").known == 1);
}

TEST_CASE("an id that stands twice in one page is applied once") {
    JoinedHall test;
    const FeedApplied applied = test.apply({message("i1", "一"), message("i1", "二")}, "c1");
    CHECK(applied.done == 1);
    CHECK(applied.known == 1);
    CHECK(test.shown() == "一");
}

TEST_CASE("a page that was asked with another cursor is not applied") {
    JoinedHall test;
    test.apply({message("i1", "一")}, "c1");
    const auto before = test.journal().size();
    CHECK(value_of(apply_feed(test.hall(), "", {{message("i9", "九")}, "c9", false})).done == 0);
    CHECK(test.cursor() == "c1");
    CHECK(test.shown() == "一");
    CHECK(test.journal().size() == before);
}

TEST_CASE("a page without items writes nothing but its cursor, and nothing at all where that is the same") {
    JoinedHall test;
    const auto before = test.journal().size();
    test.apply({}, "c1");
    CHECK(test.cursor() == "c1");
    const auto watcher = test.another();
    const std::int64_t mark = value_of(watcher->change_mark());
    test.apply({}, "c1");
    CHECK(value_of(watcher->change_mark()) == mark);
    CHECK(test.journal().size() == before);
    REQUIRE(begin_feed_anew(test.hall()).has_value());
    CHECK(test.cursor().empty());
}

TEST_CASE("one bad item does not hold up the others") {
    JoinedHall test;
    const WallMs past = test.clock.wall_ms() - 1;
    const FeedApplied applied =
        test.apply({{"i1", "message.set", "{}"},
                    {"i2", "message.set", R"({"zh":"","en":""})"},
                    {"i3", "message.set", R"({"zh":"好","en":"","until_ms":"soon"})"},
                    {"i4", "message.set", fmt::format(R"({{"zh":"好","en":"","until_ms":{}}})", past)},
                    {"i5", "program.restart", R"({"program":"sshd"})"},
                    {"i6", "program.restart", R"({"program":7})"},
                    message("i7", "都好")},
                   "c1");
    CHECK(applied.refused == 6);
    CHECK(applied.done == 1);
    CHECK(test.shown() == "都好");
    std::vector<std::string> reasons;
    for (const JournalEntry& entry : test.journal_of("command.refused"))
        reasons.push_back(entry.body.substr(entry.body.find("reason") + 9));
    CHECK(reasons == std::vector<std::string>{"bad_body\"}", "bad_body\"}", "bad_body\"}", "too_late\"}",
                                              "no_such_program\"}", "bad_body\"}"});
}

TEST_CASE("a message of the district is taken down by it, and a token is replaced when it asks") {
    JoinedHall test;
    test.apply({message("i1", "一"), {"i2", "message.clear", "{}"}, {"i3", "token.rotate", "{}"}}, "c1");
    CHECK(test.shown().empty());
    CHECK_FALSE(value_of(read_link(test.hall())).link.token_made_steady_ms.has_value());
    CHECK(value_of(read_link(test.hall())).token_age_ms > 30 * day_ms);
    CHECK(test.journal_of("command.done").size() == 3);
}

TEST_CASE("a restart is handed out once, and journaled when it was tried") {
    JoinedHall test;
    test.apply(
        {{"i1", "program.restart", R"({"program":"kiosk"})"}, {"i2", "program.restart", R"({"program":"sync"})"}},
        "c1");
    CHECK(test.journal_of("command.done").empty());
    const RestartRequest first = value_of(take_restart(test.hall())).value();
    CHECK(first.program == "kiosk");
    CHECK(value_of(interrupted_restart(test.hall())).value().id == "i1");
    REQUIRE(finish_restart(test.hall(), first, "").has_value());
    REQUIRE(finish_restart(test.hall(), first, "").has_value());
    CHECK(test.journal_of("command.done").size() == 1);
    CHECK_FALSE(value_of(interrupted_restart(test.hall())).has_value());
    const RestartRequest second = value_of(take_restart(test.hall())).value();
    CHECK_FALSE(value_of(take_restart(test.hall())).has_value());
    test.reopen();
    CHECK(value_of(interrupted_restart(test.hall())).value().program == "sync");
    REQUIRE(finish_restart(test.hall(), second, "interrupted").has_value());
    CHECK(test.journal_of("command.refused").size() == 1);
    CHECK_FALSE(value_of(interrupted_restart(test.hall())).has_value());
}
