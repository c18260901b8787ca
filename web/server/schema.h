// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "hall/base/result.h"

namespace linli::web {

/// What is wrong with a value: where (a JSON pointer) and one English sentence, which never repeats the value.
struct Flaw {
    std::string pointer;
    std::string sentence;
};

/// One schema of an OpenAPI document, compiled once. Not for several threads at a time.
class Schema {
public:
    /// Local references are looked up in `document`. Error: invalid_content for a keyword that we do not check, a
    /// reference that leads nowhere, or one that leads back to itself.
    static Result<Schema> compile(const nlohmann::json& schema, const nlohmann::json& document);
    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;
    ~Schema();

    /// For what somebody sent: also refuses zero bytes, numbers beyond 64 bits, and texts far longer than any of its
    /// strings may be, before a regular expression sees them.
    std::optional<Flaw> check(const nlohmann::json& value) const;
    /// For what we made: by the schema alone.
    std::optional<Flaw> check_shape(const nlohmann::json& value) const;

private:
    struct Parts;
    explicit Schema(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// What "#/components/…" leads to; null where to nothing.
const nlohmann::json* referred(const nlohmann::json& document, const std::string& reference);
/// The node itself, or what its $ref leads to; null where to nothing.
const nlohmann::json* resolved(const nlohmann::json& node, const nlohmann::json& document);

}  // namespace linli::web
