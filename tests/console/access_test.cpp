// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "tests/console/test_console.h"

using namespace linli;
using namespace linli::support;

namespace {

/// Which roles may use an access of the document; the roles are the demo accounts' names but for the two clerks.
const std::map<std::string, std::set<std::string>> allowed = {
    {"signed_in", {"clerk1", "supervisor", "system", "security", "audit"}},
    {"desk", {"clerk1", "supervisor"}},
    {"device_test", {"clerk1", "supervisor", "system"}},
    {"system", {"system"}},
    {"security", {"security"}},
    {"accounts", {"supervisor", "system", "security"}},
    {"audit", {"audit"}},
};

std::string filled(std::string path) {
    const std::map<std::string, std::string> values = {{"{counter}", "3"},    {"{code}", "A001"},
                                                       {"{place}", "kiosk"},  {"{matter}", "no-such-matter"},
                                                       {"{device}", "sound"}, {"{account}", "no.such.account"}};
    for (const auto& [name, value] : values)
        if (const auto at = path.find(name); at != std::string::npos) path.replace(at, name.size(), value);
    return path;
}

}  // namespace

TEST_CASE("each role reaches what it may, and nothing else") {
    TestConsole console;
    for (const char* account : {"clerk1", "supervisor", "system", "security", "audit"}) {
        auto client = console.signed_in(account);
        for (const auto& operation : console.document().operations()) {
            const auto rule = allowed.find(operation.access);
            // Streams have a test of their own, and a device's test waits for a program that is not there.
            if (rule == allowed.end() || operation.id == "events" || operation.id == "test_device") continue;
            // A body that nobody takes, so that nothing changes where it is allowed: the right is checked first.
            const Reply reply = operation.method == "GET"
                                    ? client->get(filled(operation.path))
                                    : client->raw(operation.method, filled(operation.path), "[1]",
                                                  {"Content-Type: application/json", "X-Linli-Csrf: " + client->csrf});
            INFO(account << " " << operation.id << " " << reply.status << " " << reply.body);
            CHECK((reply.why() == "forbidden") == !rule->second.contains(account));
        }
    }
}

TEST_CASE("without a session everything but the door is closed") {
    TestConsole console;
    ApiClient nobody(console.base());
    for (const auto& operation : console.document().operations()) {
        if (operation.access == "anyone") continue;
        const Reply reply = nobody.raw(operation.method, filled(operation.path), operation.method == "GET" ? "" : "{}",
                                       {"Content-Type: application/json"});
        INFO(operation.id);
        CHECK(reply.status == 401);
        CHECK(reply.why() == "not_signed_in");
    }
}

TEST_CASE("a change without the session's own token is refused, and so is one from another site") {
    TestConsole console;
    console.hall.take("old-age-allowance");
    auto clerk = console.signed_in("clerk1", {3});
    const std::string body = R"({"request_id":"a-request-id","order":"next","in_hand":""})";
    const auto order = [&](std::vector<std::string> headers) {
        headers.emplace_back("Content-Type: application/json");
        return clerk->raw("POST", "/api/counters/3/orders", body, headers);
    };
    CHECK(order({}).why() == "csrf");
    CHECK(order({"X-Linli-Csrf: " + std::string(64, '0')}).why() == "csrf");
    auto other = console.signed_in("clerk2");
    CHECK(order({"X-Linli-Csrf: " + other->csrf}).why() == "csrf");
    CHECK(order({"X-Linli-Csrf: " + clerk->csrf, "Origin: https://elsewhere.example"}).why() == "cross_site");
    CHECK(order({"X-Linli-Csrf: " + clerk->csrf, "Sec-Fetch-Site: cross-site"}).why() == "cross_site");
    CHECK(clerk->get("/api/hall").json().at("line").size() == 1);
    CHECK(order({"X-Linli-Csrf: " + clerk->csrf}).status == 200);
}
