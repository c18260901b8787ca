// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

TEST_CASE("on the network a browser that trusts the hall's authority is served, over TLS alone") {
    TestConsole console(TestConsole::Reach::network);
    const std::string authority = console.certificates() / "authority.crt";
    ApiClient trusting(console.network_base(), authority);
    const Reply in = trusting.sign_in("clerk1", demo_password, {3});
    INFO(in.body);
    REQUIRE(in.status == 200);
    CHECK(in.headers.find("Secure") != std::string::npos);
    CHECK(trusting.get("/").body.find("<title>pages</title>") != std::string::npos);

    ApiClient stranger(console.network_base());
    CHECK(stranger.get("/").status == 0);  // an authority that it was not told to trust

    const Reply trust = trusting.get("/trust");
    CHECK(trust.status == 200);
    CHECK(trust.body.find("<span>") != std::string::npos);
    CHECK(trusting.get("/hall-ca.crt").body == read_file(authority));
    CHECK(trusting.get("/trust.css").headers.find("text/css") != std::string::npos);

    SECTION("a restart keeps the authority, and people signed in") {
        console.restart();
        CHECK(trusting.get("/api/session").json().at("counters") == Json::array({3}));
    }
}

TEST_CASE("the pages come with a strict policy and are not kept stale") {
    TestConsole console;
    ApiClient anybody(console.base());
    const Reply page = anybody.get("/");
    CHECK(page.status == 200);
    CHECK(page.headers.find("script-src 'self'") != std::string::npos);
    CHECK(page.headers.find("unsafe") == std::string::npos);
    CHECK(page.headers.find("no-cache") != std::string::npos);
    CHECK(anybody.get("/../hall.db").status == 404);
    CHECK(anybody.get("/api/front").headers.find("no-store") != std::string::npos);
}
