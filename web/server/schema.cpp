// SPDX-License-Identifier: Apache-2.0
#include "web/server/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <regex>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

namespace linli::web {
namespace {

using nlohmann::json;

constexpr int depth_max = 32;
/// Of strings whose schema gives no length.
constexpr std::size_t usual_string_bytes_max = 1024;
constexpr std::size_t utf8_bytes_max = 4;

const std::set<std::string, std::less<>> checked_keywords = {
    "type",      "properties", "required",    "additionalProperties",
    "items",     "enum",       "pattern",     "minLength",
    "maxLength", "minimum",    "maximum",     "minItems",
    "maxItems",  "nullable",   "uniqueItems", "allOf",
    "anyOf",     "oneOf"};
const std::set<std::string, std::less<>> prose_keywords = {"description", "title", "example", "deprecated"};

/// An OpenAPI 3.0 schema as JSON Schema: references written out, nullable as a choice.
class Translation {
public:
    explicit Translation(const json& document) : document_(document) {}

    Result<json> translate(const json& schema, int depth) {
        if (depth > depth_max) return fail(ErrorCode::invalid_content, "a schema refers to itself");
        const json* const found = resolved(schema, document_);
        if (!found || !found->is_object())
            return fail(ErrorCode::invalid_content, "a schema is none: " + schema.dump().substr(0, 100));
        json made = json::object();
        for (const auto& [keyword, value] : found->items()) {
            if (prose_keywords.contains(keyword)) continue;
            if (!checked_keywords.contains(keyword))
                return fail(ErrorCode::invalid_content, "the schema keyword \"" + keyword + "\" is not checked");
            LINLI_TRY_ASSIGN(made[keyword], translate_value(keyword, value, depth));
        }
        note_length(made);
        const bool nullable = made.contains("nullable") && made["nullable"] == true;
        made.erase("nullable");
        if (!nullable) return made;
        if (made.contains("type") && !made.contains("allOf") && !made.contains("enum")) {
            made["type"] = json::array({made["type"], "null"});
            return made;
        }
        return json{{"anyOf", json::array({json{{"type", "null"}}, made})}};
    }

    std::size_t string_bytes_max() const { return string_bytes_max_; }

private:
    Result<json> translate_value(const std::string& keyword, const json& value, int depth) {
        const bool list = keyword == "allOf" || keyword == "anyOf" || keyword == "oneOf";
        if (keyword == "properties" || list) {
            json made = list ? json::array() : json::object();
            for (const auto& [key, item] : value.items()) {
                LINLI_TRY_ASSIGN(json one, translate(item, depth + 1));
                if (list)
                    made.push_back(std::move(one));
                else
                    made[key] = std::move(one);
            }
            return made;
        }
        if (keyword == "items" || (keyword == "additionalProperties" && value.is_object()))
            return translate(value, depth + 1);
        return value;
    }

    void note_length(const json& schema) {
        if (!schema.contains("maxLength")) return;
        string_bytes_max_ = std::max(string_bytes_max_, schema["maxLength"].get<std::size_t>() * utf8_bytes_max);
    }

    const json& document_;
    std::size_t string_bytes_max_ = usual_string_bytes_max;
};

/// Its context is "<root>", "[counters]", "[0]".
std::string pointer_of(const std::vector<std::string>& context) {
    std::string pointer;
    for (std::size_t i = 1; i < context.size(); ++i) {
        pointer += '/';
        for (const char c : std::string_view(context[i]).substr(1, context[i].size() - 2)) {
            if (c == '~')
                pointer += "~0";
            else if (c == '/')
                pointer += "~1";
            else
                pointer += c;
        }
    }
    return pointer;
}

/// The validator names an unknown or missing property inside its sentence only.
Flaw flaw_of(const valijson::ValidationResults::Error& error) {
    std::vector<std::string> context = error.context;
    std::string sentence = error.description;
    const std::size_t from = sentence.find('\'');
    const std::size_t until = sentence.rfind('\'');
    if (sentence.starts_with("Missing required property") && from < until) {
        context.push_back("[" + sentence.substr(from + 1, until - from - 1) + "]");
        sentence = "It must be there.";
    } else if (const std::size_t colon = sentence.find("constraints: '");
               sentence.starts_with("Object contains a property") && colon != std::string::npos) {
        const std::size_t name = colon + std::string_view("constraints: '").size();
        context.push_back("[" + sentence.substr(name, sentence.rfind('\'') - name) + "]");
        sentence = "No such field is known here.";
    }
    return {pointer_of(context), sentence};
}

/// What no schema of ours says: numbers that handlers could not hold, zero bytes, and texts so long that a regular
/// expression would be a danger.
std::optional<Flaw> odd_value(const json& value, const std::string& pointer, std::size_t string_bytes_max) {
    if (value.is_structured()) {
        std::size_t index = 0;
        for (const auto& [key, item] : value.items()) {
            const std::string below = pointer + "/" + (value.is_array() ? std::to_string(index++) : key.substr(0, 64));
            if (auto flaw = odd_value(item, below, string_bytes_max)) return flaw;
        }
    } else if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        if (text.size() > string_bytes_max) return Flaw{pointer, "The text is too long."};
        if (text.find('\0') != std::string::npos) return Flaw{pointer, "The text has a zero character in it."};
    } else if (value.is_number_unsigned() &&
               value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return Flaw{pointer, "The number is too large."};
    }
    return std::nullopt;
}

}  // namespace

struct Schema::Parts {
    valijson::Schema compiled;
    mutable valijson::Validator validator;  // keeps its regular expressions
    std::size_t string_bytes_max = 0;
};

Schema::Schema(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

Result<Schema> Schema::compile(const json& schema, const json& document) {
    auto parts = std::make_unique<Parts>();
    try {
        Translation translation(document);
        LINLI_TRY_ASSIGN(const json translated, translation.translate(schema, 0));
        parts->string_bytes_max = translation.string_bytes_max();
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft4);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(translated), parts->compiled);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::invalid_content, fmt::format("a schema is wrong: {}", exception.what()));
    }
    return Schema(std::move(parts));
}

std::optional<Flaw> Schema::check(const json& value) const {
    if (auto flaw = odd_value(value, "", parts_->string_bytes_max)) return flaw;
    return check_shape(value);
}

std::optional<Flaw> Schema::check_shape(const json& value) const {
    const valijson::adapters::NlohmannJsonAdapter adapter(value);
    try {
        if (parts_->validator.validate(parts_->compiled, adapter, nullptr)) return std::nullopt;
        valijson::ValidationResults results;
        parts_->validator.validate(parts_->compiled, adapter, &results);
        valijson::ValidationResults::Error error;
        valijson::ValidationResults::Error deepest;
        while (results.popError(error))
            if (error.context.size() > deepest.context.size()) deepest = error;
        return flaw_of(deepest);
    } catch (const std::exception& exception) {
        return Flaw{"", fmt::format("The check itself failed: {}", exception.what())};
    }
}

const json* referred(const json& document, const std::string& reference) {
    if (!reference.starts_with("#/")) return nullptr;
    const json* node = &document;
    std::size_t begin = 2;
    while (begin <= reference.size()) {
        const std::size_t end = std::min(reference.find('/', begin), reference.size());
        const auto found = node->is_object() ? node->find(reference.substr(begin, end - begin)) : node->end();
        if (!node->is_object() || found == node->end()) return nullptr;
        node = &*found;
        begin = end + 1;
    }
    return node;
}

const json* resolved(const json& node, const json& document) {
    const json* found = &node;
    for (int hops = 0; found && found->is_object() && found->contains("$ref"); ++hops) {
        if (hops > depth_max || !(*found)["$ref"].is_string()) return nullptr;
        found = referred(document, (*found)["$ref"].get<std::string>());
    }
    return found;
}

}  // namespace linli::web
