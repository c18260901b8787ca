// SPDX-License-Identifier: Apache-2.0
#include "hall/store/sync_store.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("a hall without a district has a link of state none, and what is saved is read again as it was") {
    TestHall test;
    SyncStore& sync = test.stores().sync;
    CHECK(value_of(sync.link()) == SyncLink{});
    SyncLink link;
    link.state = LinkState::revoked;
    link.address = "https://district.example";
    link.pin = "sha256//x";
    link.code = "c";
    link.public_key = std::string("\0\1\2", 3);
    link.secret_key = std::string("\3\0", 2);
    link.hall_id = "h";
    link.hall_name = "大厅";
    link.token = "t";
    link.next_token = "n";
    link.token_before = "b";
    link.token_made_steady_ms = 7;
    link.page_key = "k";
    link.pages_address = "https://p";
    link.acked_through = 8;
    link.durable_through = 9;
    link.server_incarnation = "i";
    link.cursor = "u";
    link.contact_wall_ms = 10;
    link.contact_steady_ms = 11;
    link.trouble = "busy";
    link.trouble_detail = "d";
    link.trouble_wall_ms = 12;
    REQUIRE(sync.save_link(link).has_value());
    CHECK(value_of(sync.link()) == link);
    test.reopen();
    CHECK(value_of(test.stores().sync.link()) == link);
    REQUIRE(test.stores().sync.forget_link().has_value());
    CHECK(value_of(test.stores().sync.link()) == SyncLink{});
}

TEST_CASE("stretches that are to be sent again come in order, until they are sent to their end") {
    TestHall test;
    SyncStore& sync = test.stores().sync;
    REQUIRE(sync.save_stretch({2001, 3000, "b", 2000}).has_value());
    REQUIRE(sync.save_stretch({1, 1000, "a", 0}).has_value());
    CHECK(value_of(sync.open_stretch(5000)).value().first == 1);
    REQUIRE(sync.save_stretch({1, 1000, "a", 1000}).has_value());
    CHECK(value_of(sync.open_stretch(5000)).value().first == 2001);
    CHECK_FALSE(value_of(sync.open_stretch(2000)).has_value());
    REQUIRE(sync.drop_stretches_behind(2999).has_value());
    CHECK_FALSE(value_of(sync.open_stretch(5000)).has_value());
    CHECK(value_of(sync.stretch(1)).value().sent_through == 1000);
}

TEST_CASE("a hall of schema 5 is brought up to its district, with all that it had") {
    TestHall test;
    test.take("senior-card");
    const auto before = test.journal().size();
    test.back_to_schema(5);
    test.reopen();
    CHECK(value_of(test.stores().sync.link()) == SyncLink{});
    CHECK(test.journal().size() == before);
}
