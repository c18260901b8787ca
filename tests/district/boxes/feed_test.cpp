// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/feed.h"

#include "district/store/commands.h"
#include "district/store/settings.h"
#include "tests/district/test_box.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

void send(Connection& connection, const std::string& hall, const std::string& id) {
    value_of(add_command(connection, hall, {0, id, "message.clear", "{}", monday_ms, {}}));
}

std::string ids(const sync::FeedPage& page) {
    std::string all;
    for (const sync::FeedItem& item : page.items) all += item.id + " ";
    return all;
}

}  // namespace

TEST_CASE("a feed goes on behind its cursor, page by page") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const std::string hall = district.add_hall().hall_id;
    const sync::FeedPage empty = *value_of(read_feed(connection, hall, ""));
    CHECK(empty.items.empty());
    CHECK_FALSE(empty.more);
    for (int i = 1; i <= 120; ++i) send(connection, hall, std::to_string(i));
    std::string cursor = empty.cursor, seen;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const sync::FeedPage page = *value_of(read_feed(connection, hall, cursor));
        CHECK(page.items.size() <= 50);
        seen += ids(page);
        cursor = page.cursor;
        more = page.more;
    }
    CHECK(pages == 3);
    std::string expected;
    for (int i = 1; i <= 120; ++i) expected += std::to_string(i) + " ";
    CHECK(seen == expected);
    const sync::FeedPage end = *value_of(read_feed(connection, hall, cursor));
    CHECK(end.items.empty());
    CHECK(end.cursor == cursor);
}

TEST_CASE("from the beginning a box is not asked again for what was answered") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    for (const char* id : {"a", "b", "c"}) send(district.connection(), box.device.hall_id, id);
    box.add("command.done", "command:a", R"({"id":"a"})");
    box.add("command.refused", "command:c", R"({"id":"c","reason":"unknown_kind"})");
    taken(district.connection(), box, box.all());
    const auto page = *value_of(read_feed(district.connection(), box.device.hall_id, ""));
    CHECK(ids(page) == "b ");
    CHECK(page.cursor.ends_with(".3"));
    CHECK(value_of(commands_after(district.connection(), box.device.hall_id, 2, 9)).at(0).answer ==
          "refused: unknown_kind");
}

TEST_CASE("a cursor of another incarnation, of the future or of nobody is too old") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const std::string hall = district.add_hall().hall_id;
    send(connection, hall, "a");
    const std::string cursor = (*value_of(read_feed(connection, hall, ""))).cursor;
    const auto refused_with = [&](const std::string& asked) {
        const auto page = value_of(read_feed(connection, hall, asked));
        return page ? 0 : page.error().status;
    };
    CHECK(refused_with(cursor) == 0);
    CHECK(refused_with(cursor + "0") == 410);
    CHECK(refused_with(cursor + "x") == 410);
    CHECK(refused_with("x") == 410);
    value_of(new_incarnation(connection));
    CHECK(refused_with(cursor) == 410);
}
