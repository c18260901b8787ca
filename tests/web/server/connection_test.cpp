// SPDX-License-Identifier: Apache-2.0
// How connections live: kept, pipelined, slow, flooding, too many, and ended.
#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/web/server/served.h"

using namespace linli::web;
using namespace linli::web::testing;
using std::chrono::milliseconds;

namespace {

const std::string front = get("/api/echo/front");
constexpr std::string_view front_body = R"({"text":"front"})";

Served::Change with_limits(const std::function<void(ServerLimits&)>& change) {
    return [change](ServerOptions& options, ServerParts&) { change(options.limits); };
}

/// Of this process, in kB.
long resident_kb() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "VmRSS:") {
            long size = 0;
            status >> size;
            return size;
        }
    return 0;
}

milliseconds time_of(const std::function<void()>& what) {
    const auto began = std::chrono::steady_clock::now();
    what();
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
}

}  // namespace

TEST_CASE("a connection is kept for the next request, and pipelined ones are answered in order") {
    const Served served;
    RawClient client = served.client();
    CHECK(client.ask(front).body == front_body);
    CHECK(client.ask("\r\n" + front).body == front_body);
    client.send(front + get("/nothing") + with_body("POST", "/api/echo/1", R"({"text":"a"})", "X-Who: a\r\n") + front);
    CHECK(client.receive().status == 200);
    CHECK(client.receive().status == 404);
    CHECK(client.receive().status == 200);
    CHECK(client.receive().body == front_body);
}

TEST_CASE("who asks for the end gets it, and HTTP/1.0 does unless it asks to stay") {
    const Served served;
    RawClient client = served.client();
    CHECK(client.ask(get("/api/echo/front", "Connection: close\r\n")).header("connection") == "close");
    CHECK(client.is_closed_within(milliseconds(1000)));
    RawClient old = served.client();
    CHECK(old.ask("GET /api/echo/front HTTP/1.0\r\nHost: localhost\r\n\r\n").status == 200);
    CHECK(old.is_closed_within(milliseconds(1000)));
}

TEST_CASE("a head may come byte by byte") {
    const Served served;
    RawClient client = served.client();
    for (const char c : front) client.send(std::string(1, c));
    CHECK(client.receive().body == front_body);
}

TEST_CASE("who asks to be told before sending a body is told, and a refusal spares the body") {
    const Served served;
    const std::string body = R"({"text":"a"})";
    RawClient client = served.client();
    const std::string head =
        "POST /api/echo/1 HTTP/1.1\r\nHost: localhost\r\nX-Who: a\r\nContent-Type: application/json\r\n"
        "Content-Length: 12\r\nExpect: 100-continue\r\n\r\n";
    CHECK(client.ask(head).status == 100);
    CHECK(client.ask(body).status == 200);

    RawClient stranger = served.client();
    const std::string refused =
        "POST /api/echo/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\n";
    CHECK(stranger.ask(refused).status == 401);
    CHECK(stranger.is_closed_within(milliseconds(4000)));
}

TEST_CASE("a refused request with a small body leaves the connection in order") {
    const Served served;
    RawClient client = served.client();
    CHECK(client.ask(with_body("POST", "/api/echo/1", R"({"text":"a"})")).status == 401);
    CHECK(client.ask(with_body("POST", "/nothing", "GET / HTTP/1.1\r\n\r\n")).status == 404);
    CHECK(client.ask(front).body == front_body);
}

TEST_CASE("a sender of far too much still gets the answer") {
    const Served served;
    RawClient body = served.client();
    CHECK(body.send(with_body("POST", "/api/echo/1", std::string(4 * 1024 * 1024, 'x'), "X-Who: a\r\n")));
    CHECK(body.receive().status == 413);
    RawClient header = served.client();
    CHECK(header.send("GET / HTTP/1.1\r\nHost: localhost\r\nA: " + std::string(4 * 1024 * 1024, 'x') + "\r\n\r\n"));
    const Answer answer = header.receive();
    CHECK(answer.status == 431);
    CHECK(answer.problem() == "too_large");
}

TEST_CASE("who is slow with a head or a body is cut when the time for all of it is over") {
    const Served served(with_limits([](ServerLimits& limits) {
        limits.header_time = milliseconds(400);
        limits.body_time = milliseconds(400);
        limits.idle_time = milliseconds(400);
    }));
    const auto dripped = [&](const std::string& start, const std::string& drop) {
        RawClient client = served.client();
        client.send(start);
        // Each drop comes in time; the whole does not.
        return time_of([&] {
            for (int i = 0; i < 40 && !client.is_closed_within(milliseconds(100)); ++i) client.send(drop);
        });
    };
    CHECK(dripped("", "") < milliseconds(1500));
    CHECK(dripped("GET / HT", "x") < milliseconds(1500));
    CHECK(dripped("POST /api/echo/1 HTTP/1.1\r\nHost: localhost\r\nX-Who: a\r\nContent-Length: 1000\r\n\r\n", "x") <
          milliseconds(1500));
    CHECK(dripped(front, "") < milliseconds(1500));
    CHECK(served.ask(front).status == 200);
}

TEST_CASE("who does not read a large answer is cut, and takes no thread with it") {
    const Served served(with_limits([](ServerLimits& limits) { limits.write_time = milliseconds(400); }));
    RawClient slow = served.client();
    slow.read_slowly();
    slow.send(get("/api/large"));
    std::this_thread::sleep_for(milliseconds(100));
    CHECK(served.ask(front).status == 200);
    std::this_thread::sleep_for(milliseconds(900));
    CHECK(served.ask(get("/metrics")).body.find("linli_http_refused_total{reason=\"deadline\"} 1") !=
          std::string::npos);
    RawClient reader = served.client();
    CHECK(reader.ask(get("/api/large")).body.size() == 8'000'000);
}

TEST_CASE("[timed] half-open connections and a flood of headers leave others served and memory flat", "[timed]") {
    const Served served;
    std::vector<RawClient> half_open;
    CHECK(served.ask(front).status == 200);
    const long before = resident_kb();
    for (int i = 0; i < 250; ++i) {
        half_open.emplace_back(served.port());
        half_open.back().send("GET / HTTP/1.1\r\nHost:");
        half_open.emplace_back(served.tls_port());
    }
    std::thread flood([&] {
        const std::string header = "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + std::string(4 * 1024 * 1024, 'x');
        for (int i = 0; i < 40; ++i) served.client().send(header);
    });
    milliseconds longest{0};
    for (int i = 0; i < 40; ++i) {
        longest = std::max(longest, time_of([&] { CHECK(served.ask(front).body == front_body); }));
        std::this_thread::sleep_for(milliseconds(10));
    }
    flood.join();
    CHECK(longest < milliseconds(100));
    CHECK(served.tls_client().ask(front).body == front_body);
    // The flood's own 4 MiB lie in this process too.
    CHECK(resident_kb() - before < 16'000);
}

TEST_CASE("connections are counted, and one too many is turned away") {
    const Served served(with_limits([](ServerLimits& limits) { limits.connections_max = 3; }));
    std::vector<RawClient> kept;
    for (int i = 0; i < 3; ++i) {
        kept.push_back(served.client());
        CHECK(kept.back().ask(front).status == 200);
    }
    CHECK(served.client().is_closed_within(milliseconds(1000)));
    kept.pop_back();
    std::this_thread::sleep_for(milliseconds(50));
    CHECK(served.ask(front).status == 200);
}

TEST_CASE("a full lane is busy, and says when to come back") {
    Served served(with_limits([](ServerLimits& limits) { limits.slow_queue_max = 2; }));
    std::vector<RawClient> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.push_back(served.client());
        waiting.back().send(get("/api/held"));
        while (i == 0 && served.begun() == 0) std::this_thread::sleep_for(milliseconds(1));
    }
    std::this_thread::sleep_for(milliseconds(50));
    const Answer answer = served.ask(get("/api/held"));
    CHECK(answer.status == 503);
    CHECK(answer.problem() == "busy");
    CHECK(answer.header("retry-after") == "1");
    // Other lanes go on.
    CHECK(served.ask(front).status == 200);
    CHECK(served.ask(with_body("POST", "/api/echo/1", R"({"text":"a"})", "X-Who: a\r\n")).status == 200);
    served.let_go();
    for (RawClient& client : waiting) CHECK(client.receive().status == 200);
}

TEST_CASE("stopping lets requests in hand finish and ends idle connections at once") {
    Served served;
    RawClient idle = served.client();
    CHECK(idle.ask(front).status == 200);
    RawClient working = served.client();
    working.send(get("/api/held"));
    while (served.begun() == 0) std::this_thread::sleep_for(milliseconds(1));
    std::thread release([&] {
        std::this_thread::sleep_for(milliseconds(200));
        served.let_go();
    });
    const milliseconds took = served.stop();
    release.join();
    CHECK(took >= milliseconds(190));
    CHECK(took < milliseconds(900));
    const Answer answer = working.receive();
    CHECK(answer.status == 200);
    CHECK(answer.header("connection") == "close");
    CHECK(idle.is_closed_within(milliseconds(100)));
}

TEST_CASE("stopping waits a second and no longer for what does not finish") {
    Served served;
    RawClient working = served.client();
    working.send(get("/api/held"));
    RawClient half = served.client();
    half.send("POST /api/echo/1 HTTP/1.1\r\nHost: localhost\r\nX-Who: a\r\nContent-Length: 1000\r\n\r\n");
    while (served.begun() == 0) std::this_thread::sleep_for(milliseconds(1));
    const milliseconds took = served.stop();
    CHECK(took >= milliseconds(900));
    CHECK(took < milliseconds(1300));
    CHECK(working.is_closed_within(milliseconds(100)));
    CHECK(half.is_closed_within(milliseconds(100)));
}

TEST_CASE("a server that never ran, or has idle connections, ends at once") {
    Served served;
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i) clients.push_back(served.client());
    CHECK(clients.back().ask(front).status == 200);
    CHECK(served.stop() < milliseconds(300));
    ServerParts parts;
    auto document = ApiDocument::load("openapi: 3.0.3\npaths: {}\n");
    REQUIRE(document.has_value());
    parts.document = std::make_shared<ApiDocument>(std::move(*document));
    ServerOptions options;
    options.listeners = {{"127.0.0.1", 0, Transport::clear}};
    CHECK(Server::create(std::move(options), std::move(parts)).has_value());
}
