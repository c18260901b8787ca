// SPDX-License-Identifier: Apache-2.0
#include "district/store/commands.h"

#include <atomic>
#include <thread>

#include "hall/base/uuid.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

CommandRow command(const std::string& id) { return {0, id, "message.clear", "{}", monday_ms, {}}; }

}  // namespace

TEST_CASE("who reads commands while many are sent never finds a place that is filled later") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    const std::string hall = district.add_hall().hall_id;
    std::atomic<int> failed = 0;
    std::vector<std::thread> senders;
    for (int sender = 0; sender < 3; ++sender)
        senders.emplace_back([&, sender] {
            const auto connection = open_connection(district.place());
            for (int i = 0; i < 20; ++i)
                if (!connection || !add_command(**connection, hall, command(std::to_string(sender * 100 + i))))
                    ++failed;
        });
    std::int64_t seen = 0;
    while (seen < 60 && failed == 0) {
        for (const CommandRow& row : value_of(commands_after(district.connection(), hall, seen, 50))) {
            REQUIRE(row.position == seen + 1);
            ++seen;
        }
    }
    for (std::thread& sender : senders) sender.join();
    CHECK(failed == 0);
    CHECK(value_of(newest_position(district.connection(), hall)) == 60);
}

TEST_CASE("a command keeps its first answer, and each hall counts by itself") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const std::string hall = district.add_hall().hall_id, other = district.add_hall("Autumn Road").hall_id;
    CHECK(value_of(add_command(connection, hall, command("a"))) == 1);
    CHECK(value_of(add_command(connection, other, command("a"))) == 1);
    value_of(answer_command(connection, hall, "a", "done", monday_ms));
    value_of(answer_command(connection, hall, "a", "refused", monday_ms));
    CHECK(value_of(commands_after(connection, hall, 0, 10)).at(0).answer == "done");
    CHECK_FALSE(value_of(commands_after(connection, other, 0, 10)).at(0).answer);
    CHECK(error_of(add_command(connection, "nowhere", command("b"))) == "missing");
    CHECK_FALSE(value_of(newest_position(connection, "nowhere")));
}
