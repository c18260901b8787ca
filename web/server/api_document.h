// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hall/base/result.h"
#include "web/server/request.h"
#include "web/server/response.h"

namespace linli::web {

struct DocumentLimits {
    std::size_t body_bytes_max = 64UL * 1024;
    int depth_max = 16;  ///< of nested objects and arrays in a body
};

/// An interface's description (OpenAPI 3.0), read once. The server takes its routes from it and refuses by it whatever
/// does not stand there; tests hold answers against it. Of OpenAPI it knows what our documents use: local $ref,
/// nullable, JSON bodies, binary ones of one type with a maxLength, parameters in path and query. A query that says
/// more is refused, but where the document has "x-unknown-query: passed-over". Answers other than JSON (pages) are not
/// checked. Everything else makes load() fail rather than pass unchecked.
class ApiDocument {
public:
    /// Error: invalid_content, naming the place.
    static Result<ApiDocument> load(std::string_view yaml, DocumentLimits limits = {});
    ApiDocument(ApiDocument&&) noexcept;
    ApiDocument& operator=(ApiDocument&&) noexcept;
    ~ApiDocument();

    struct Operation {
        std::string id;
        std::string method;  ///< "GET"
        std::string path;    ///< its pattern, "/api/counters/{counter}/open"
        std::string access;  ///< its x-access; empty where it has none
        enum class Body { none, optional, required } body = Body::none;
        std::string raw_type;            ///< of a body that is no JSON, "application/zstd"; empty for JSON
        std::size_t body_bytes_max = 0;  ///< what is longer is refused before it is read
        enum class Answer { json, events } answer = Answer::json;
    };
    const std::vector<Operation>& operations() const;
    const DocumentLimits& limits() const;
    /// Of all operations the largest.
    std::size_t body_bytes_max() const;

    /// Which operation a path leads to. Where the path is known and the method is not, `allowed` says which are.
    struct Match {
        const Operation* operation = nullptr;
        std::map<std::string, std::string, std::less<>> parameters;  ///< decoded, unchecked
        std::vector<std::string> allowed;  ///< methods of this path; empty for an unknown path
    };
    Match match(std::string_view method, std::string_view path) const;

    /// Checks the parameters and the query (decoded). The answer is a refusal, 422 wrong_shape.
    std::optional<Response> check_parameters(const Operation& operation, const Request& request) const;
    /// Parses and checks a body into request.body. Refusals: 400 bad_json, 413 too_large, 415 unsupported_type, 422
    /// wrong_shape. One thread at a time.
    std::optional<Response> read_body(const Operation& operation, std::string_view body, Request& request) const;

    /// What is wrong with an answer by this document; empty for nothing. For tests: slow, and safe from any thread.
    std::string check_response(std::string_view operation, int status, std::string_view json) const;

private:
    struct Parts;
    explicit ApiDocument(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace linli::web
