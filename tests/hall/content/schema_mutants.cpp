// SPDX-License-Identifier: Apache-2.0
#include "tests/hall/content/schema_mutants.h"

#include <fmt/format.h>

#include <algorithm>

namespace linli {
namespace {

using nlohmann::json;

/// A filled text may be three times as long before local values are put in (knowledge_parts.cpp).
constexpr std::size_t braces_factor = 3;

const json& resolved(const json& schema, const json& root) {
    if (!schema.contains("$ref")) return schema;
    return root.at(json::json_pointer(schema.at("$ref").get<std::string>().substr(1)));
}

/// The rows of a slip are the only choice: by their kind.
std::string kind_of_row(const json& row) { return row.at("properties").at("row").at("const").get<std::string>(); }

std::vector<std::string> types_of(const json& schema) {
    if (!schema.contains("type")) return {"string"};  // a list of words
    const json& type = schema.at("type");
    return type.is_array() ? type.get<std::vector<std::string>>() : std::vector<std::string>{type.get<std::string>()};
}

void add_fields(const json& given, const json& root, const std::string& path, std::set<std::string>& fields) {
    const json& schema = resolved(given, root);
    fields.insert(path);
    if (schema.contains("oneOf"))
        for (const json& one : schema.at("oneOf"))
            add_fields(one, root, path + "{" + kind_of_row(resolved(one, root)) + "}", fields);
    if (schema.contains("properties"))
        for (const auto& [name, value] : schema.at("properties").items())
            add_fields(value, root, path + "/" + name, fields);
    if (schema.contains("items")) add_fields(schema.at("items"), root, path + "/*", fields);
}

class Mutations {
public:
    Mutations(const json& document, const json& schema, std::set<std::string>& met)
        : document_(document), root_(schema), met_(met) {}

    void visit(const json& value, const json& given, const std::string& pointer, const std::string& path) {
        const json& schema = resolved(given, root_);
        if (value.is_array() && value.empty()) return;
        const bool first = met_.insert(path).second;
        if (schema.contains("oneOf")) {
            for (const json& one : schema.at("oneOf"))
                if (const std::string kind = kind_of_row(resolved(one, root_)); value.at("row") == kind)
                    visit(value, one, pointer, path + "{" + kind + "}");
            return;
        }
        if (first) spoil(value, schema, pointer);
        if (value.is_object())
            for (const auto& [name, member] : value.items())
                visit(member, schema.at("properties").at(name), pointer + "/" + name, path + "/" + name);
        if (value.is_array())
            for (std::size_t i = 0; i < value.size(); ++i)
                visit(value[i], schema.at("items"), pointer + "/" + std::to_string(i), path + "/*");
    }

    std::vector<Mutant> made;

private:
    void add(Mutant::Kind kind, const std::string& pointer, const std::string& how, json value) {
        Mutant mutant{kind, pointer + ": " + how, document_};
        mutant.document[json::json_pointer(pointer)] = std::move(value);
        made.push_back(std::move(mutant));
    }
    void spoilt(const std::string& pointer, const std::string& how, json value) {
        add(Mutant::Kind::spoilt, pointer, how, std::move(value));
    }
    void edge(const std::string& pointer, const std::string& how, json value) {
        add(Mutant::Kind::edge, pointer, how, std::move(value));
    }

    void spoil(const json& value, const json& schema, const std::string& pointer) {
        spoil_type(schema, pointer);
        if (value.is_object()) spoil_object(value, schema, pointer);
        if (value.is_array()) spoil_array(value, schema, pointer);
        if (value.is_string()) spoil_string(schema, pointer);
        if (value.is_number()) spoil_number(schema, pointer);
    }

    void spoil_type(const json& schema, const std::string& pointer) {
        static const std::map<std::string, json> samples{
            {"null", nullptr},        {"boolean", true},         {"integer", 7}, {"number", 1.5}, {"string", "x"},
            {"array", json::array()}, {"object", json::object()}};
        const auto allowed = types_of(schema);
        for (const auto& [type, sample] : samples)
            if (std::ranges::find(allowed, type) == allowed.end()) spoilt(pointer, "is of type " + type, sample);
    }

    void spoil_object(const json& value, const json& schema, const std::string& pointer) {
        for (const json& name : schema.at("required")) {
            json without = value;
            without.erase(name.get<std::string>());
            spoilt(pointer, fmt::format("no {}", name.dump()), without);
        }
        json with = value;
        with["no_such_field"] = 1;
        spoilt(pointer, "a field too much", with);
    }

    void spoil_array(const json& value, const json& schema, const std::string& pointer) {
        const auto of_length = [&](std::size_t length) {
            json items = json::array();
            for (std::size_t i = 0; i < length; ++i) items.push_back(value[i % value.size()]);
            return items;
        };
        const std::size_t least = schema.value("minItems", 0U), most = schema.at("maxItems").get<std::size_t>();
        if (least > 0) spoilt(pointer, "too few", of_length(least - 1));
        spoilt(pointer, "too many", of_length(most + 1));
        if (schema.value("uniqueItems", false))
            spoilt(pointer, "one twice", json::array({value[0], value[0]}));
        else
            edge(pointer, "as many as may be", of_length(most));
        // Which one must be there the schema says apart from how many.
        if (!schema.contains("contains")) edge(pointer, "as few as may be", of_length(least));
    }

    void spoil_string(const json& schema, const std::string& pointer) {
        if (schema.contains("enum") || schema.contains("const")) return spoilt(pointer, "no such word", "spoilt");
        if (!schema.contains("maxLength")) return spoil_form(schema, pointer);
        const std::string pattern = schema.at("pattern");
        const auto most = schema.at("maxLength").get<std::size_t>();
        const auto unfilled = pattern.find("<>") == std::string::npos ? most : most / braces_factor;
        spoilt(pointer, "empty", "");
        spoilt(pointer, "too long", std::string(most + 1, 'a'));
        edge(pointer, "as long as may be", std::string(unfilled, 'a'));
        for (const char* text : {" x", "x ", "x\ny", "x\x01y", "x\x7f"}) spoilt(pointer, "not one line", text);
        if (pattern.find('{') != std::string::npos && pattern.find("hall") != std::string::npos)
            spoilt(pointer, "no such placeholder", "{nothing}");
        if (pattern.find("{}") != std::string::npos) spoilt(pointer, "half a pair of braces", "x}");
        if (pattern.find("<>") != std::string::npos) spoilt(pointer, "markup", "<b>");
    }

    void spoil_form(const json& schema, const std::string& pointer) {
        constexpr std::size_t id_characters_max = 40;
        spoilt(pointer, "not of its form", "!!");
        if (schema.at("pattern").get<std::string>().find("{1,40}") == std::string::npos) return;
        spoilt(pointer, "too long", std::string(id_characters_max + 1, 'a'));
        edge(pointer, "as long as may be", std::string(id_characters_max, 'a'));
    }

    void spoil_number(const json& schema, const std::string& pointer) {
        const auto least = schema.at("minimum").get<std::int64_t>(), most = schema.at("maximum").get<std::int64_t>();
        for (const std::int64_t number : {least - 1, most + 1, std::int64_t{1} << 40, -(std::int64_t{1} << 40)})
            spoilt(pointer, fmt::format("is {}", number), number);
        for (const std::int64_t number : {least, most}) edge(pointer, fmt::format("is {}", number), number);
    }

    const json& document_;
    const json& root_;
    std::set<std::string>& met_;
};

}  // namespace

std::set<std::string> described_fields(const json& schema) {
    std::set<std::string> fields;
    add_fields(schema, schema, "", fields);
    return fields;
}

std::vector<Mutant> mutants(const json& document, const json& schema, std::set<std::string>& met) {
    Mutations mutations(document, schema, met);
    mutations.visit(document, schema, "", "");
    return std::move(mutations.made);
}

}  // namespace linli
