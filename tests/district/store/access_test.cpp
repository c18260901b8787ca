// SPDX-License-Identifier: Apache-2.0
#include "district/store/devices.h"
#include "district/store/pairings.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

TEST_CASE("the first box that asks with a code has it, and no other") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const std::string hall = district.add_hall().hall_id, code(32, 'h');
    value_of(insert_pairing(connection, {hall, code, Approval::asked, monday_ms, monday_ms + 1000, {}, {}}));
    CHECK_FALSE(value_of(decide_pairing(connection, code, Approval::given)));
    CHECK(value_of(bind_pairing(connection, code, {"box", "key", "Box", "1.0", 3}, monday_ms)));
    CHECK_FALSE(value_of(bind_pairing(connection, code, {"thief", "other", "Box", "1.0", 1}, monday_ms)));
    CHECK(value_of(decide_pairing(connection, code, Approval::given)));
    CHECK_FALSE(value_of(decide_pairing(connection, code, Approval::refused)));
    const auto found = value_of(find_pairing(connection, code));
    REQUIRE(found);
    CHECK(found->approval == Approval::given);
    CHECK(found->box->device_id == "box");
    CHECK(found->box->epoch == 3);
    CHECK_FALSE(found->spent_ms);
    CHECK_FALSE(value_of(find_pairing(connection, std::string(32, 'x'))));
}

TEST_CASE("a new token stands beside the old until its first use") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const std::string hall = district.add_hall().hall_id, code(32, 'h');
    value_of(insert_pairing(connection, {hall, code, Approval::given, monday_ms, monday_ms + 1000, {}, {}}));
    const DeviceRow device{hall, "box", std::string(32, 'k'), "Box"};
    value_of(save_device(connection, device, monday_ms));
    value_of(give_token(connection, device, "lost", code, monday_ms));
    value_of(give_token(connection, device, "first", code, monday_ms));
    CHECK_FALSE(value_of(find_token(connection, "lost")));
    CHECK_FALSE(value_of(find_token(connection, "first"))->used_before);
    value_of(first_use_of_token(connection, device, "first", monday_ms));
    CHECK(value_of(find_token(connection, "first"))->used_before);
    CHECK(value_of(find_pairing(connection, code))->spent_ms == monday_ms);

    value_of(give_token(connection, device, "second", {}, monday_ms));
    CHECK(value_of(find_token(connection, "first")));
    value_of(first_use_of_token(connection, device, "second", monday_ms));
    CHECK_FALSE(value_of(find_token(connection, "first")));
    CHECK(value_of(find_token(connection, "second"))->device.public_key == device.public_key);
}

TEST_CASE("a revoked hall is known as one by its token") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const DeviceRow device{district.add_hall().hall_id, "box", std::string(32, 'k'), "Box"};
    value_of(save_device(connection, device, monday_ms));
    value_of(give_token(connection, device, "token", {}, monday_ms));
    CHECK(value_of(set_hall_state(connection, device.hall_id, HallState::revoked)));
    CHECK(value_of(find_token(connection, "token"))->hall_state == HallState::revoked);
    CHECK_FALSE(value_of(set_hall_state(connection, "nowhere", HallState::revoked)));
}
