// SPDX-License-Identifier: Apache-2.0
#include "tests/web/server/served.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "hall/base/bytes.h"
#include "hall/base/clock.h"

namespace linli::web::testing {

const char* const small_document = R"(
openapi: 3.0.3
info: { title: Small, version: "1" }
paths:
  /api/echo/{number}:
    post:
      operationId: echo
      x-access: member
      parameters:
        - { name: number, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 99 } }
        - { name: word, in: query, required: false, schema: { type: string, pattern: "^[a-z]+$", maxLength: 8 } }
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Words" } } } }
      responses: { "200": { description: What came, content: { application/json: { schema: { type: object } } } } }
  /api/echo/front:
    get:
      operationId: front
      x-access: anyone
      responses:
        "200": { description: Words, content: { application/json: { schema: { $ref: "#/components/schemas/Words" } } } }
        "204": { description: None }
  /api/packed:
    put:
      operationId: packed
      x-access: member
      requestBody: { required: true, content: { application/zstd: { schema: { type: string, format: binary, maxLength: 100000 } } } }
      responses: { "200": { description: A page, content: { text/html: { schema: { type: string } } } } }
  /api/held:
    get:
      operationId: held
      responses: { "200": { description: At last } }
    delete:
      operationId: drop_held
      responses: { "204": { description: Dropped } }
  /api/broken:
    get:
      operationId: broken
      responses: { "200": { description: Never } }
  /api/large:
    get:
      operationId: large
      responses: { "200": { description: A lot } }
  /api/events:
    get:
      operationId: events
      x-access: member
      responses: { "200": { description: Events, content: { text/event-stream: { schema: { type: string } } } } }
components:
  schemas:
    Words:
      type: object
      additionalProperties: false
      required: [text]
      properties:
        text: { type: string, minLength: 1, maxLength: 20 }
        id: { type: string, maxLength: 20, pattern: "^[a-z-]+$" }
        until: { type: integer, nullable: true }
        list: { type: array, maxItems: 3, items: { type: integer, minimum: 1 } }
        mode: { type: string, enum: [a, b] }
)";

const Certificates& test_certificates() {
    static const support::TempFolder folder;
    static const Certificates certificates = [] {
        start_crypto();
        auto made = certificates_for({folder.file("tls"), "Test", {"localhost"}, {"127.0.0.1"}}, SystemClock());
        REQUIRE(made.has_value());
        return *made;
    }();
    return certificates;
}

ServerParts Served::parts() {
    ServerParts parts;
    auto document = ApiDocument::load(small_document);
    INFO((document ? "" : document.error().message));
    REQUIRE(document.has_value());
    parts.document = std::make_shared<ApiDocument>(std::move(*document));
    const auto echo = [](const Request& request) {
        const nlohmann::json answer{{"number", request.parameters.at("number")},
                                    {"query", request.query},
                                    {"body", request.body},
                                    {"secure", request.is_secure}};
        return json(200, answer.dump());
    };
    const auto held = [this](const Request&) {
        ++begun_;
        while (held_.load()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return json(200, "{}");
    };
    parts.routes = {
        {"echo", Lane::work, echo},
        {"packed", Lane::work,
         [](const Request& request) {
             const std::string said = std::to_string(request.raw.size()) + " " + request.remote_address + " " +
                                      (request.is_secure ? "https" : "http");
             return Response{200, "text/html; charset=utf-8", said, {}};
         }},
        {"front", Lane::network, [](const Request&) { return json(200, R"({"text":"front"})"); }},
        {"held", Lane::slow, held},
        {"drop_held", Lane::work, [](const Request&) { return no_content(); }},
        {"broken", Lane::work, [](const Request&) -> Response { throw std::runtime_error("on purpose"); }},
        {"large", Lane::work, [](const Request&) { return json(200, std::string(8'000'000, 'x')); }},
    };
    parts.streams = {{"events", channel, [](const Request& request) { return std::string(request.header("x-who")); }}};
    parts.pages = {{"/page.txt", [](const Request&) { return Response{200, "text/plain", "a page", {}}; }}};
    parts.access = [](const Request& request, const std::string& access) -> std::optional<Response> {
        if (access != "member" || !request.header("x-who").empty()) return std::nullopt;
        return problem(401, "not_signed_in", "Nobody is signed in.");
    };
    parts.access_log = [this](const AccessEntry& entry) {
        const std::lock_guard lock(log_mutex_);
        log_.push_back(entry);
    };
    return parts;
}

Served::Served(const Change& change) : channel(std::make_shared<EventChannel>()), certificates_(test_certificates()) {
    ServerOptions options;
    options.listeners = {{"127.0.0.1", 0, Transport::clear}, {"127.0.0.1", 0, Transport::tls}};
    options.server_chain_pem = certificates_.server_chain_pem;
    options.server_key_pem = certificates_.server_key_pem;
    ServerParts made = parts();
    if (change) change(options, made);
    auto server = Server::create(std::move(options), std::move(made));
    INFO((server ? "" : server.error().message));
    REQUIRE(server.has_value());
    server_ = std::move(*server);
    thread_ = std::thread([this] { server_->run(); });
}

Served::~Served() {
    let_go();
    stop();
}

std::chrono::milliseconds Served::stop() {
    const auto began = std::chrono::steady_clock::now();
    server_->stop();
    if (thread_.joinable()) thread_.join();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
}

std::vector<AccessEntry> Served::log() {
    const std::lock_guard lock(log_mutex_);
    return log_;
}

}  // namespace linli::web::testing
