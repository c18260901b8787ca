// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "hall/store/hall_stores.h"
#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("staff see how the hall stands with its district, and no secret of it") {
    TestConsole console;
    auto clerk = console.signed_in("clerk1");
    const auto asked = [&] {
        const Reply reply = clerk->get("/api/district");
        INFO(reply.body);
        CHECK(reply.status == 200);
        CHECK(console.document().check_response("district", reply.status, reply.body) == "");
        return reply;
    };
    CHECK(asked().json().at("state") == "none");
    SyncLink link;
    link.state = LinkState::approved;
    link.hall_name = "示例大厅";
    link.token = "secret-token";
    link.page_key = "secret-key";
    link.public_key = std::string(32, 'p');
    link.secret_key = "secret-signing-key";
    REQUIRE(console.hall.stores().sync.save_link(link).has_value());
    const Reply enrolled = asked();
    CHECK(enrolled.json().at("hall") == "示例大厅");
    CHECK(enrolled.json().at("unsent").get<int>() > 0);
    CHECK(enrolled.json().at("agent_runs") == false);
    CHECK(enrolled.body.find("secret") == std::string::npos);
}
