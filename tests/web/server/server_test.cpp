// SPDX-License-Identifier: Apache-2.0
// Listeners, TLS, health, metrics and the access log, and what a server refuses to be made of.
#include <catch2/catch_test_macros.hpp>
#include <future>

#include "tests/support/process.h"
#include "tests/web/server/served.h"

using namespace linli;
using namespace linli::web;
using namespace linli::web::testing;
using std::chrono::milliseconds;

namespace {

const std::string front = get("/api/echo/front");

ServerParts parts_of(const char* yaml) {
    ServerParts parts;
    auto document = ApiDocument::load(yaml);
    REQUIRE(document.has_value());
    parts.document = std::make_shared<ApiDocument>(std::move(*document));
    return parts;
}

std::string fault_of(std::vector<Listener> listeners, ServerParts parts) {
    ServerOptions options;
    options.listeners = std::move(listeners);
    const auto server = Server::create(std::move(options), std::move(parts));
    if (server) return "";
    return std::string(name_of(server.error().code)) + ": " + server.error().message;
}

constexpr const char* empty_document = "openapi: 3.0.3\npaths: {}\n";
constexpr const char* one_operation =
    "openapi: 3.0.3\npaths:\n  /a:\n    get: { operationId: one, responses: { \"200\": { description: x } } }\n";

Response nothing(const Request&) { return no_content(); }

}  // namespace

TEST_CASE("table and document must say the same operations") {
    CHECK(fault_of({}, parts_of(empty_document)) == "");
    CHECK(fault_of({}, parts_of(one_operation)) == "invalid_content: operation one: it does not stand in the table");
    ServerParts good = parts_of(one_operation);
    good.routes = {{"one", Lane::work, nothing}};
    CHECK(fault_of({}, good) == "");
    ServerParts more = good;
    more.routes.push_back({"two", Lane::work, nothing});
    CHECK(fault_of({}, more) == "invalid_content: operation two: it does not stand in the document");
    ServerParts twice = good;
    twice.routes.push_back({"one", Lane::work, nothing});
    CHECK(fault_of({}, twice) == "invalid_content: operation one: it stands twice in the table");
    ServerParts stream = parts_of(one_operation);
    stream.streams = {{"one", std::make_shared<EventChannel>(), {}}};
    CHECK(fault_of({}, stream).find("operation one: one of table and document says event stream") != std::string::npos);
}

TEST_CASE("an operation with an access needs somebody who checks it") {
    ServerParts parts = parts_of(
        "openapi: 3.0.3\npaths:\n  /a:\n    get: { operationId: one, x-access: desk, responses: { \"200\": { "
        "description: x } } }\n");
    parts.routes = {{"one", Lane::work, nothing}};
    CHECK(fault_of({}, parts) == "invalid_content: operation one: nobody checks its x-access");
}

TEST_CASE("clear text is for loopback, and TLS needs a certificate") {
    for (const std::string address : {"0.0.0.0", "::", "192.0.2.1", "::ffff:127.0.0.1"}) {
        INFO(address);
        CHECK(fault_of({{address, 0, Transport::clear}}, parts_of(empty_document)).find("invalid_input") == 0);
    }
    CHECK(fault_of({{"127.0.0.1", 0, Transport::clear}}, parts_of(empty_document)) == "");
    CHECK(fault_of({{"hall.local", 0, Transport::tls}}, parts_of(empty_document)).find("is no address") !=
          std::string::npos);
    CHECK(fault_of({{"127.0.0.1", 0, Transport::tls}}, parts_of(empty_document)).find("no certificate") !=
          std::string::npos);
    const Served served;
    CHECK(fault_of({{"127.0.0.1", served.port(), Transport::clear}}, parts_of(empty_document)).find("busy:") == 0);
}

TEST_CASE("IPv6 is listened to as well") {
    const Served served([](ServerOptions& options, ServerParts&) {
        options.listeners = {{"::1", 0, Transport::clear}, {"::", 0, Transport::tls}};
    });
    RawClient client(served.port(), "::1");
    REQUIRE(client.is_open());
    CHECK(client.ask("GET /api/echo/front HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n").status == 200);
    CHECK(client.ask("GET /metrics HTTP/1.1\r\nHost: [::1]\r\n\r\n").status == 200);
}

TEST_CASE("over TLS the hall's authority is trusted, any host name is answered, and HTTP/1.1 is agreed on") {
    const Served served;
    RawClient client = served.tls_client();
    REQUIRE(client.tls_fault() == "");
    CHECK(client.protocol() == "http/1.1");
    const Answer answer = client.ask("GET /api/echo/front HTTP/1.1\r\nHost: hall.example:8443\r\n\r\n");
    CHECK(answer.status == 200);
    CHECK(answer.header("content-security-policy").find("default-src 'none'") == 0);
    const std::string body = R"({"text":"a"})";
    CHECK(client.ask(with_body("POST", "/api/echo/1", body, "X-Who: a\r\n")).body.find("\"secure\":true") !=
          std::string::npos);
    CHECK(client.ask(with_body("POST", "/api/echo/1", body, "X-Who: a\r\nOrigin: http://localhost\r\n")).status == 403);
    CHECK(client.ask(with_body("POST", "/api/echo/1", body, "X-Who: a\r\nOrigin: https://localhost\r\n")).status ==
          200);
    CHECK(client.ask(get("/api/large")).body.size() == 8'000'000);
    CHECK(RawClient(served.tls_port(), served.authority_pem(), "other.example").tls_fault() != "");
}

TEST_CASE("curl trusts the hall's authority and is answered") {
    const Served served;
    const support::TempFolder folder;
    support::write_file(folder.file("authority.crt"), served.authority_pem());
    const auto curl = support::run_program(
        {{"/usr/bin/curl", "--silent", "--show-error", "--cacert", folder.file("authority.crt"), "--max-time", "5",
          "https://localhost:" + std::to_string(served.tls_port()) + "/api/echo/front"},
         {},
         {}});
    CHECK(curl.err == "");
    CHECK(curl.out == R"({"text":"front"})");
}

TEST_CASE("clear text on the TLS port is told the right address, and nothing else") {
    const Served served;
    RawClient client(served.tls_port());
    const Answer answer = client.ask("GET /api/echo/front?a=b HTTP/1.1\r\nHost: hall.local:8443\r\n\r\n");
    CHECK(answer.status == 308);
    CHECK(answer.header("location") == "https://hall.local:8443/api/echo/front");
    CHECK(answer.body.empty());
    RawClient evil(served.tls_port());
    CHECK(evil.ask("GET / HTTP/1.1\r\nHost: a\"><b\r\n\r\n").status == 421);
}

TEST_CASE("new certificates are used by new connections") {
    const Served served;
    const support::TempFolder folder;
    const SystemClock clock;
    const auto other = certificates_for({folder.file("tls"), "Other", {"localhost"}, {}}, clock);
    REQUIRE(other.has_value());
    RawClient before = served.tls_client();
    CHECK(before.tls_fault() == "");
    auto& server = const_cast<Served&>(served).server();
    CHECK_FALSE(server.renew_certificates(other->server_chain_pem, served.authority_pem()).has_value());
    REQUIRE(server.renew_certificates(other->server_chain_pem, other->server_key_pem).has_value());
    std::this_thread::sleep_for(milliseconds(50));
    CHECK(RawClient(served.tls_port(), other->authority_pem, "localhost").tls_fault() == "");
    CHECK(served.tls_client().tls_fault() != "");
    CHECK(before.ask(front).status == 200);
}

TEST_CASE("half a handshake holds up nobody") {
    const Served served([](ServerOptions& options, ServerParts&) {
        options.limits.handshakes_max = 2;
        options.limits.handshake_time = milliseconds(600);
        options.limits.header_time = milliseconds(600);
    });
    std::vector<RawClient> silent;
    for (int i = 0; i < 50; ++i) {
        silent.emplace_back(served.tls_port());
        if (i % 2) silent.back().send(std::string("\x16\x03\x01\x02\x00", 5));
    }
    CHECK(served.tls_client().ask(front).status == 200);
    for (RawClient& client : silent) CHECK(client.is_closed_within(milliseconds(1500)));
}

TEST_CASE("for who leaves in the middle of a hello no handshake is begun") {
    const Served served;
    for (const std::string& hello : {std::string("\x16\x03\x01\x02", 4), std::string("\x16\x03\x01\x02\x00\x01", 6)}) {
        RawClient leaving(served.tls_port());
        leaving.send(hello);
        std::this_thread::sleep_for(milliseconds(30));
    }
    std::this_thread::sleep_for(milliseconds(100));
    CHECK(served.ask(get("/metrics")).body.find("handshake_failed") == std::string::npos);
    CHECK(served.tls_client().ask(front).status == 200);
}

TEST_CASE("pages of the program are there beside the document, for GET and HEAD") {
    const Served served;
    CHECK(served.ask(get("/page.txt")).body == "a page");
    CHECK(served.ask("POST /page.txt HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 405);
}

TEST_CASE("health and metrics tell what was answered, by operation") {
    const Served served(
        [](ServerOptions&, ServerParts& parts) { parts.more_metrics = [] { return std::string("linli_more 1\n"); }; });
    CHECK(served.ask(get("/healthz")).body == R"({"status":"ok"})");
    served.ask(front);
    served.ask(get("/secret?name=somebody"));
    const std::string metrics = served.ask(get("/metrics")).body;
    CHECK(metrics.find("linli_http_requests_total{operation=\"front\",status=\"200\"} 1") != std::string::npos);
    CHECK(metrics.find("linli_http_requests_total{operation=\"none\",status=\"404\"} 1") != std::string::npos);
    CHECK(metrics.find("linli_http_request_seconds_count{operation=\"front\"} 1") != std::string::npos);
    CHECK(metrics.find("linli_more 1") != std::string::npos);
    CHECK(metrics.find("secret") == std::string::npos);
}

TEST_CASE("the access log tells operations and nothing of people") {
    Served served;
    served.ask(front);
    served.ask(get("/secret?name=somebody", "Cookie: a=b\r\n"));
    served.stop();
    for (int i = 0; i < 100 && served.log().size() < 2; ++i) std::this_thread::sleep_for(milliseconds(10));
    const auto log = served.log();
    REQUIRE(log.size() == 2);
    CHECK(log[0].method == "GET");
    CHECK(log[0].operation == "front");
    CHECK(log[0].status == 200);
    CHECK(log[0].bytes == 16);
    CHECK(log[0].ms >= 0);
    CHECK(log[1].operation == "none");
    CHECK(log[1].status == 404);
}

TEST_CASE("a log that hangs stops no request") {
    std::promise<void> go_on;
    const auto waiting = go_on.get_future().share();
    {
        const Served served([&](ServerOptions& options, ServerParts& parts) {
            options.limits.log_queue_max = 5;
            parts.access_log = [waiting](const AccessEntry&) { waiting.wait(); };
        });
        for (int i = 0; i < 20; ++i) CHECK(served.ask(front).status == 200);
        CHECK(served.ask(get("/metrics")).body.find("log_lines_dropped_since_start\"} 0") == std::string::npos);
        go_on.set_value();
    }
}
