// SPDX-License-Identifier: Apache-2.0
#include "web/server/api_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "web/server/document_yaml.h"
#include "web/server/json_body.h"
#include "web/server/schema.h"
#include "web/server/target.h"

namespace linli::web {
namespace {

using Json = nlohmann::json;

struct Parameter {
    std::string name;
    enum class Place { path, query } place = Place::path;
    enum class Kind { text, integer } kind = Kind::text;
    bool required = false;
    Schema schema;
};

/// One operation with what it takes to check it.
struct Known {
    std::vector<std::string> segments;  ///< of its path; "{name}" for a parameter
    std::vector<Parameter> parameters;
    std::optional<Schema> body;
};

bool is_parameter(const std::string& segment) { return segment.starts_with('{') && segment.ends_with('}'); }

tl::unexpected<Error> wrong(const std::string& place, const std::string& what) {
    return fail(ErrorCode::invalid_content, fmt::format("interface document, {}: {}", place, what));
}

/// The schema of a body or an answer; null where it is no JSON.
const Json* json_schema(const Json& holder) {
    const auto content = holder.find("content");
    if (content == holder.end()) return nullptr;
    const auto media = content->find("application/json");
    return media == content->end() || !media->contains("schema") ? nullptr : &(*media)["schema"];
}

Result<Parameter> read_parameter(const Json& node, const Json& document, const std::string& place) {
    const Json* const found = resolved(node, document);
    if (!found || !found->contains("name") || !found->contains("schema")) return wrong(place, "a parameter is none");
    const Json* const schema = resolved((*found)["schema"], document);
    const std::string where = found->value("in", "");
    if (!schema || (where != "path" && where != "query"))
        return wrong(place, "a parameter stands neither in the path nor in the query");
    const std::string type = schema->value("type", "");
    if (type != "string" && type != "integer") return wrong(place, "a parameter is neither text nor a whole number");
    LINLI_TRY_ASSIGN(Schema compiled, Schema::compile(*schema, document));
    return Parameter{found->at("name").get<std::string>(),
                     where == "path" ? Parameter::Place::path : Parameter::Place::query,
                     type == "integer" ? Parameter::Kind::integer : Parameter::Kind::text,
                     found->value("required", false), std::move(compiled)};
}

Result<ApiDocument::Operation::Answer> answer_of(const Json& node, const Json& document, const std::string& place) {
    auto answer = ApiDocument::Operation::Answer::json;
    if (!node.contains("responses") || node["responses"].empty()) return wrong(place, "no responses");
    for (const auto& [status, response] : node["responses"].items()) {
        const Json* const found = resolved(response, document);
        if (!found) return wrong(place, "the response " + status + " leads nowhere");
        if (!found->contains("content")) continue;
        for (const auto& [type, media] : (*found)["content"].items()) {
            if (type == "text/event-stream")
                answer = ApiDocument::Operation::Answer::events;
            else if (type != "application/json" && type != "text/html")
                return wrong(place, "answers of type " + type + " are not understood");
        }
    }
    return answer;
}

/// A path parameter's or a query's text as JSON, for its schema; a discarded value where it is no such thing.
Json value_of(const Parameter& parameter, const std::string& text) {
    if (parameter.kind == Parameter::Kind::text) return text;
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool plain = !text.empty() && read.ec == std::errc{} && read.ptr == end &&
                       std::to_string(number) == text;  // "007" is another spelling of nothing that we write
    return plain ? Json(number) : Json(Json::value_t::discarded);
}

/// A body that is no JSON: its one type and its maxLength.
Status read_raw_body(const Json& content, const Json& document, const std::string& place,
                     ApiDocument::Operation& operation) {
    const auto& media = content.begin();
    const Json* const schema = media->contains("schema") ? resolved((*media)["schema"], document) : nullptr;
    if (!schema || schema->value("format", "") != "binary" || schema->value("maxLength", 0) <= 0)
        return wrong(place, "a body that is no JSON is of format binary and has a maxLength");
    operation.raw_type = media.key();
    operation.body_bytes_max = schema->at("maxLength").get<std::size_t>();
    return {};
}

bool is_type(std::string_view content_type, std::string_view wanted) {
    std::string type(content_type.substr(0, content_type.find(';')));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.pop_back();
    std::ranges::transform(type, type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type == wanted;
}

Response wrong_shape(const std::string& sentence, const std::string& pointer) {
    return problem(422, "wrong_shape", sentence, pointer);
}

}  // namespace

struct ApiDocument::Parts {
    DocumentLimits limits;
    enum class UnknownQuery { refused, passed_over } unknown_query = UnknownQuery::refused;
    std::vector<Operation> operations;
    std::vector<Known> known;  ///< beside each operation
    std::string yaml;          ///< read again by check_response, so that the whole document does not lie in memory
    std::mutex responses_mutex;
    Json document;
    std::map<std::pair<std::string, int>, Schema> response_schemas;

    Status add(const std::string& path, const std::string& method, const Json& node, const Json& document_json);
    Status add_parameters(Known& made, const Json& node, const Json& document_json, const std::string& place);
    const Known& beside(const Operation& operation) const {
        return known[static_cast<std::size_t>(&operation - operations.data())];
    }
    /// The schema of an answer, or why there is none.
    Result<const Schema*> response_schema(const std::string& operation, int status);
};

ApiDocument::ApiDocument(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ApiDocument::ApiDocument(ApiDocument&&) noexcept = default;
ApiDocument& ApiDocument::operator=(ApiDocument&&) noexcept = default;
ApiDocument::~ApiDocument() = default;

Status ApiDocument::Parts::add_parameters(Known& made, const Json& node, const Json& document_json,
                                          const std::string& place) {
    std::set<std::string> in_path;
    for (const Json& item : node.value("parameters", Json::array())) {
        LINLI_TRY_ASSIGN(Parameter parameter, read_parameter(item, document_json, place));
        if (parameter.place == Parameter::Place::path) in_path.insert("{" + parameter.name + "}");
        made.parameters.push_back(std::move(parameter));
    }
    for (const std::string& segment : made.segments)
        if (is_parameter(segment) && in_path.erase(segment) == 0)
            return wrong(place, segment + " is described nowhere");
    if (!in_path.empty()) return wrong(place, *in_path.begin() + " does not stand in the path");
    return {};
}

Status ApiDocument::Parts::add(const std::string& path, const std::string& method, const Json& node,
                               const Json& document_json) {
    static const std::set<std::string> understood = {"operationId", "summary",     "description", "x-access",
                                                     "parameters",  "requestBody", "responses",   "tags"};
    const std::string place = fmt::format("{} {}", method, path);
    for (const auto& [key, value] : node.items())
        if (!understood.contains(key)) return wrong(place, "\"" + key + "\" is not understood");
    Operation operation;
    operation.id = node.value("operationId", "");
    operation.method = method;
    operation.path = path;
    operation.access = node.value("x-access", "");
    if (operation.id.empty()) return wrong(place, "no operationId");
    for (const Operation& other : operations)
        if (other.id == operation.id) return wrong(place, "the operationId " + operation.id + " stands twice");
    const auto segments = path_segments(path);
    if (!segments) return wrong(place, "the path is none");
    Known made{*segments, {}, {}};
    LINLI_TRY(add_parameters(made, node, document_json, place));
    if (node.contains("requestBody")) {
        const Json* const body = resolved(node["requestBody"], document_json);
        if (!body || !body->contains("content") || (*body)["content"].size() != 1)
            return wrong(place, "its body is not of one type");
        if (const Json* const schema = json_schema(*body)) {
            auto compiled = Schema::compile(*schema, document_json);
            if (!compiled) return wrong(place, compiled.error().message);
            made.body = std::move(*compiled);
            operation.body_bytes_max = limits.body_bytes_max;
        } else {
            LINLI_TRY(read_raw_body((*body)["content"], document_json, place, operation));
        }
        operation.body = body->value("required", false) ? Operation::Body::required : Operation::Body::optional;
    }
    LINLI_TRY_ASSIGN(operation.answer, answer_of(node, document_json, place));
    operations.push_back(std::move(operation));
    known.push_back(std::move(made));
    return {};
}

Result<ApiDocument> ApiDocument::load(std::string_view yaml, DocumentLimits limits) {
    LINLI_TRY_ASSIGN(const Json document, json_of_yaml(yaml));
    auto parts = std::make_unique<Parts>();
    parts->limits = limits;
    parts->yaml = yaml;
    try {
        if (!document.is_object() || !document.value("openapi", "").starts_with("3.0."))
            return wrong("openapi", "it is no document of OpenAPI 3.0");
        if (document.value("x-unknown-query", "") == "passed-over")
            parts->unknown_query = Parts::UnknownQuery::passed_over;
        for (const auto& [path, methods] : document.at("paths").items()) {
            for (const auto& [name, node] : methods.items()) {
                static const std::set<std::string> methods_known = {"get", "put", "post", "patch", "delete"};
                if (!methods_known.contains(name)) return wrong(path, "\"" + name + "\" is no method that we answer");
                std::string method = name;
                std::ranges::transform(method, method.begin(),
                                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
                LINLI_TRY(parts->add(path, method, node, document));
            }
        }
    } catch (const Json::exception& exception) {
        return wrong("somewhere", exception.what());
    }
    return ApiDocument(std::move(parts));
}

const std::vector<ApiDocument::Operation>& ApiDocument::operations() const { return parts_->operations; }
const DocumentLimits& ApiDocument::limits() const { return parts_->limits; }

std::size_t ApiDocument::body_bytes_max() const {
    std::size_t most = parts_->limits.body_bytes_max;
    for (const Operation& operation : parts_->operations) most = std::max(most, operation.body_bytes_max);
    return most;
}

ApiDocument::Match ApiDocument::match(std::string_view method, std::string_view path) const {
    Match best;
    const auto segments = path_segments(path);
    if (!segments) return best;
    std::size_t best_literals = 0;
    for (std::size_t i = 0; i < parts_->known.size(); ++i) {
        const std::vector<std::string>& pattern = parts_->known[i].segments;
        if (pattern.size() != segments->size()) continue;
        std::size_t literals = 0;
        bool fits = true;
        for (std::size_t j = 0; fits && j < pattern.size(); ++j) {
            if (is_parameter(pattern[j])) continue;
            fits = pattern[j] == (*segments)[j];
            ++literals;
        }
        // Of two patterns that fit, the one that says more: /staff/new before /staff/{account}.
        if (!fits || (!best.allowed.empty() && literals < best_literals)) continue;
        if (literals > best_literals) best = {};
        best_literals = literals;
        best.allowed.push_back(parts_->operations[i].method);
        if (parts_->operations[i].method != method) continue;
        best.operation = &parts_->operations[i];
        for (std::size_t j = 0; j < pattern.size(); ++j)
            if (is_parameter(pattern[j])) best.parameters[pattern[j].substr(1, pattern[j].size() - 2)] = (*segments)[j];
    }
    return best;
}

std::optional<Response> ApiDocument::check_parameters(const Operation& operation, const Request& request) const {
    std::size_t known_in_query = 0;
    for (const Parameter& parameter : parts_->beside(operation).parameters) {
        const auto& values = parameter.place == Parameter::Place::path ? request.parameters : request.query;
        const auto found = values.find(parameter.name);
        if (found == values.end()) {
            if (parameter.required) return wrong_shape("It must be there.", "/" + parameter.name);
            continue;
        }
        if (parameter.place == Parameter::Place::query) ++known_in_query;
        const Json value = value_of(parameter, found->second);
        if (value.is_discarded()) return wrong_shape("It is no whole number.", "/" + parameter.name);
        if (const auto flaw = parameter.schema.check(value)) return wrong_shape(flaw->sentence, "/" + parameter.name);
    }
    const bool refuses = parts_->unknown_query == Parts::UnknownQuery::refused;
    if (refuses && known_in_query < request.query.size())
        return wrong_shape("The query says something unknown here.", "");
    return std::nullopt;
}

std::optional<Response> ApiDocument::read_body(const Operation& operation, std::string_view body,
                                               Request& request) const {
    request.body = nullptr;
    if (operation.body == Operation::Body::none)
        return body.empty() ? std::nullopt : std::optional(wrong_shape("No body is taken here.", ""));
    if (body.empty() && operation.body == Operation::Body::optional) return std::nullopt;
    if (body.size() > operation.body_bytes_max) return problem(413, "too_large", "The body is too large.");
    const std::string& type = operation.raw_type.empty() ? std::string("application/json") : operation.raw_type;
    if (!is_type(request.header("content-type"), type))
        return problem(415, "unsupported_type", "The body must be " + type + ".");
    if (!operation.raw_type.empty()) {
        request.raw = body;
        return std::nullopt;
    }
    ReadJson read = read_json(body, parts_->limits.depth_max);
    if (read.fault == ReadJson::Fault::too_deep) return problem(413, "too_large", "The body is nested too deeply.");
    if (read.fault == ReadJson::Fault::key_twice) return problem(400, "bad_json", "A key stands twice in one object.");
    if (read.fault == ReadJson::Fault::malformed) return problem(400, "bad_json", "The body is no JSON.");
    if (const auto flaw = parts_->beside(operation).body->check(read.value))
        return wrong_shape(flaw->sentence, flaw->pointer);
    request.body = std::move(read.value);
    return std::nullopt;
}

Result<const Schema*> ApiDocument::Parts::response_schema(const std::string& operation, int status) {
    const auto kept = response_schemas.find({operation, status});
    if (kept != response_schemas.end()) return &kept->second;
    if (document.is_null()) {
        LINLI_TRY_ASSIGN(document, json_of_yaml(yaml));
    }
    for (const auto& [path, methods] : document["paths"].items()) {
        for (const auto& [method, node] : methods.items()) {
            if (node.value("operationId", "") != operation) continue;
            const Json& responses = node["responses"];
            const std::string code = std::to_string(status);
            if (!responses.contains(code) && !responses.contains("default"))
                return fail(ErrorCode::invalid_content, fmt::format("{} does not answer {}", operation, status));
            // "default" is for what went wrong; a success that stands nowhere is none.
            if (!responses.contains(code) && status < 400)
                return fail(ErrorCode::invalid_content, fmt::format("{} does not answer {}", operation, status));
            const Json* const found =
                resolved(responses.contains(code) ? responses[code] : responses["default"], document);
            const Json* const schema = found ? json_schema(*found) : nullptr;
            if (!schema) return nullptr;
            LINLI_TRY_ASSIGN(Schema compiled, Schema::compile(*schema, document));
            return &response_schemas.emplace(std::pair(operation, status), std::move(compiled)).first->second;
        }
    }
    return fail(ErrorCode::invalid_content, "there is no operation " + operation);
}

std::string ApiDocument::check_response(std::string_view operation, int status, std::string_view text) const {
    const std::lock_guard lock(parts_->responses_mutex);
    const auto schema = parts_->response_schema(std::string(operation), status);
    if (!schema) return schema.error().message;
    if (!*schema) return text.empty() ? "" : fmt::format("{} {} has no body", operation, status);
    const Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded()) return fmt::format("{} {}: no JSON", operation, status);
    const auto flaw = (*schema)->check_shape(value);
    return flaw ? fmt::format("{} {} at \"{}\": {}", operation, status, flaw->pointer, flaw->sentence) : "";
}

}  // namespace linli::web
