// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "hall/base/result.h"

namespace linli::sync {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json);
/// Null for what is no JSON, too long for an answer, or too deep.
Json parsed(std::string_view text);

/// Fields out of one object that came from elsewhere. The first that does not fit is remembered, and nothing is read
/// after it.
class Fields {
public:
    Fields(const Json& json, std::string what);

    void text(const char* name, std::string& into, std::size_t most, std::size_t least = 1);
    void text_or_empty(const char* name, std::string& into, std::size_t most) { text(name, into, most, 0); }
    void hexadecimal(const char* name, std::string& into, std::size_t bytes);
    void number(const char* name, std::int64_t& into, std::int64_t least = 0);
    /// False also where it is neither true nor false.
    bool flag(const char* name);
    /// Null where it is no list of at most so many.
    const Json* array(const char* name, std::size_t most);
    /// An object, as its text.
    void object(const char* name, std::string& into, std::size_t most);
    /// Error: corrupt, naming the field.
    Status done() const;

private:
    const Json* find(const char* name);
    const Json& json_;
    std::string what_, fault_;
};

}  // namespace linli::sync
