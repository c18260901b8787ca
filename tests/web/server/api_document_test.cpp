// SPDX-License-Identifier: Apache-2.0
#include "web/server/api_document.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/places.h"
#include "tests/support/temp_folder.h"
#include "tests/web/server/served.h"

using namespace linli;
using namespace linli::web;

namespace {

ApiDocument console_document() {
    auto document = ApiDocument::load(support::read_file(support::source_folder() / "console/openapi.yaml"));
    INFO((document ? "" : document.error().message));
    REQUIRE(document.has_value());
    return std::move(*document);
}

std::string fault(const std::string& yaml) {
    const auto document = ApiDocument::load(yaml);
    return document ? "" : document.error().message;
}

/// One operation with this said about it, and this schema for its answer.
std::string document_with(const std::string& operation, const std::string& schema = "{ type: object }") {
    return fmt::format(
        "openapi: 3.0.3\npaths:\n  /a/{{b}}:\n    get:\n      operationId: one\n      {}\n"
        "      responses: {{ \"200\": {{ description: x, content: {{ application/json: {{ schema: {} }} }} }} }}\n",
        operation, schema);
}

constexpr const char* good_parameter =
    "parameters: [ { name: b, in: path, required: true, schema: { type: string } } ]";

}  // namespace

TEST_CASE("the console's document is understood, every operation of it") {
    const ApiDocument document = console_document();
    CHECK(document.operations().size() >= 30);
    const auto match = document.match("POST", "/api/counters/3/orders");
    REQUIRE(match.operation);
    CHECK(match.operation->id == "order");
    CHECK(match.operation->access == "desk");
    CHECK(match.operation->body == ApiDocument::Operation::Body::required);
    CHECK(match.parameters.at("counter") == "3");
    CHECK(document.match("GET", "/api/events").operation->answer == ApiDocument::Operation::Answer::events);
    CHECK(document.match("GET", "/api/tickets/A%20012").parameters.at("code") == "A 012");
    CHECK(document.match("GET", "/api/counters/3/orders").allowed == std::vector<std::string>{"POST"});
    CHECK(document.match("GET", "/api/none").allowed.empty());
}

TEST_CASE("answers are held against the document") {
    const ApiDocument document = console_document();
    CHECK(document.check_response("sign_out", 204, "") == "");
    CHECK(document.check_response("sign_out", 204, "{}") != "");
    CHECK(document.check_response("hall", 201, "{}") == "hall does not answer 201");
    CHECK(document.check_response("nothing", 200, "{}") == "there is no operation nothing");
    const Response refusal = problem(422, "wrong_shape", "It must be there.", "/a");
    CHECK(document.check_response("hall", 422, refusal.body) == "");
    CHECK(document.check_response("hall", 422, R"({"problem":"made_up","detail":"x"})").find("/problem") !=
          std::string::npos);
    CHECK(document.check_response("test_device", 200, R"({"state":"done","detail":""})") == "");
    CHECK(document.check_response("test_device", 200, R"({"state":"done"})").find("/detail") != std::string::npos);
    CHECK(document.check_response("test_device", 200, R"({"state":"done","detail":"","x":1})").find("/x") !=
          std::string::npos);
    CHECK(document.check_response("test_device", 200, "{").find("no JSON") != std::string::npos);
    CHECK(document.check_response("check_journal", 200, R"({"entries":1,"gaps":0,"fault":null})") == "");
    CHECK(document.check_response("check_journal", 200, R"({"entries":1,"gaps":null,"fault":null})") != "");
}

TEST_CASE("null is taken where the document says so, of a plain value, a choice and a reference") {
    const std::string schema =
        "{ type: object, properties: { a: { type: integer, nullable: true }, b: { type: string, nullable: true, enum: "
        "[x] "
        "}, c: { type: object, nullable: true, allOf: [ { $ref: \"#/components/schemas/C\" } ] } } }";
    const std::string yaml = document_with(good_parameter, schema) +
                             "components: { schemas: { C: { type: object, additionalProperties: false, required: [d], "
                             "properties: { d: { type: integer } } } } }\n";
    const auto document = ApiDocument::load(yaml);
    REQUIRE(document.has_value());
    for (const char* good : {R"({"a":null,"b":null,"c":null})", R"({"a":1,"b":"x","c":{"d":1}})"})
        CHECK(document->check_response("one", 200, good) == "");
    for (const char* bad :
         {R"({"a":"1"})", R"({"b":"y"})", R"({"c":{}})", R"({"c":{"d":1,"e":2}})", R"({"c":{"d":null}})"})
        CHECK(document->check_response("one", 200, bad) != "");
}

TEST_CASE("a document that says more than is checked is refused") {
    CHECK(fault(document_with(good_parameter)) == "");
    CHECK(fault("a: [").find("line") == 0);
    CHECK(fault("openapi: 3.1.0\npaths: {}\n").find("OpenAPI 3.0") != std::string::npos);
    CHECK(fault(document_with("summary: x")).find("{b} is described nowhere") != std::string::npos);
    CHECK(fault(document_with("callbacks: {}")).find("\"callbacks\" is not understood") != std::string::npos);
    CHECK(fault(document_with("parameters: [ { name: b, in: cookie, schema: { type: string } } ]")).find("neither") !=
          std::string::npos);
    CHECK(fault(document_with("parameters: [ { name: b, in: path, schema: { type: object } } ]")).find("neither") !=
          std::string::npos);
    CHECK(fault(document_with("parameters: [ { $ref: \"#/components/none\" } ]")).find("is none") != std::string::npos);
    const std::string body =
        std::string(good_parameter) + "\n      requestBody: { content: { application/json: { schema: ";
    CHECK(fault(document_with(body + "{ type: string, format: date } } } }")).find("\"format\" is not checked") !=
          std::string::npos);
    CHECK(fault(document_with(body + "{ $ref: \"#/nowhere\" } } } }")).find("is none") != std::string::npos);
    CHECK(
        fault("openapi: 3.0.3\npaths:\n  /a:\n    get: { operationId: a, responses: { \"200\": { description: x } } }\n"
              "    put: { operationId: a, responses: { \"200\": { description: x } } }\n")
            .find("stands twice") != std::string::npos);
}

TEST_CASE("a schema that refers to itself is refused") {
    const std::string yaml =
        document_with(std::string(good_parameter) +
                      "\n      requestBody: { content: { application/json: { schema: { $ref: "
                      "\"#/components/schemas/C\" } } } }") +
        "components: { schemas: { C: { type: object, properties: { c: { $ref: \"#/components/schemas/C\" } } } } }\n";
    CHECK(fault(yaml).find("refers to itself") != std::string::npos);
}

TEST_CASE("a query that says more is refused, but where the document passes over it") {
    const std::string refusing = document_with(good_parameter);
    Request request;
    request.parameters = {{"b", "x"}};
    request.query = {{"new", "1"}};
    const auto answer_by = [&](const std::string& yaml) {
        const auto document = ApiDocument::load(yaml);
        REQUIRE(document.has_value());
        return document->check_parameters(document->operations().front(), request);
    };
    const auto refusal = answer_by(refusing);
    REQUIRE(refusal.has_value());
    CHECK(refusal->status == 422);
    CHECK_FALSE(answer_by("x-unknown-query: passed-over\n" + refusing).has_value());
    request.parameters.clear();
    CHECK(answer_by("x-unknown-query: passed-over\n" + refusing).has_value());
}
