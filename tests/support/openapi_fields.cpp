// SPDX-License-Identifier: Apache-2.0
#include "tests/support/openapi_fields.h"

#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "tests/support/places.h"

namespace linli::support {
namespace {

[[noreturn]] void missing(std::string_view what) {
    throw std::runtime_error("console/openapi.yaml has no " + std::string(what));
}

bool name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// From an opening brace to behind the one that closes it.
std::string_view braces(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') ++depth;
        if (text[at] == '}' && --depth == 0) return text.substr(0, at + 1);
    }
    missing("closing brace");
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::string_view line_of(std::string_view text) { return text.substr(0, text.find('\n') + 1); }

/// What stands below a key at this indent: the rest of its line and every line that is deeper.
std::string_view block_of(std::string_view text, std::size_t indent, std::string_view key) {
    const std::string begin = "\n" + std::string(indent, ' ') + std::string(key) + ":";
    const std::size_t found = text.find(begin);
    if (found == std::string_view::npos) return {};
    const std::string_view rest = text.substr(found + begin.size());
    std::size_t end = line_of(rest).size();
    while (end < rest.size()) {
        const std::string_view line = line_of(rest.substr(end));
        if (line.empty() || (indent_of(line) <= indent && line != "\n")) break;
        end += line.size();
    }
    return rest.substr(0, end);
}

/// What stands for a property inside braces, and where the names at their first depth are.
std::vector<std::pair<std::string, std::string_view>> entries_in_braces(std::string_view text) {
    std::vector<std::pair<std::string, std::string_view>> entries;
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        const bool begins = depth == 1 && name_character(c) && (text[at - 1] == ' ' || text[at - 1] == '{');
        if (!begins) continue;
        std::size_t end = at;
        while (name_character(text[end])) ++end;
        if (text[end] != ':') continue;
        const std::size_t open = text.find_first_not_of(' ', end + 1);
        const std::string_view value = text[open] == '{' ? braces(text.substr(open)) : std::string_view();
        entries.emplace_back(std::string(text.substr(at, end - at)), value);
        at = open + (value.empty() ? 0 : value.size()) - 1;
    }
    return entries;
}

/// The properties of an object and what stands for each.
std::vector<std::pair<std::string, std::string_view>> properties_of(std::string_view object) {
    const std::size_t found = object.find("properties:");
    if (found == std::string_view::npos) missing("properties here");
    const std::string_view rest = object.substr(found + std::string_view("properties:").size());
    if (const std::size_t open = rest.find_first_not_of(' '); rest[open] == '{')
        return entries_in_braces(braces(rest.substr(open)));
    std::vector<std::pair<std::string, std::string_view>> entries;
    const std::string_view lines = rest.substr(rest.find('\n'));
    const std::size_t indent = indent_of(lines.substr(1));
    for (std::size_t at = 1; at < lines.size();) {
        const std::string_view line = line_of(lines.substr(at));
        if (line.empty() || indent_of(line) < indent) break;
        if (indent_of(line) == indent) {
            const std::string key(line.substr(indent, line.find(':') - indent));
            entries.emplace_back(key, block_of(lines.substr(at - 1), indent, key));
        }
        at += line.size();
    }
    return entries;
}

const std::string& document() {
    static const std::string text = [] {
        std::ifstream file(source_folder() / "console" / "openapi.yaml");
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return text;
}

}  // namespace

ObjectFields openapi_fields(std::initializer_list<std::string_view> path) {
    const std::string_view all = document();
    std::string_view object = block_of(all.substr(all.find("\n  schemas:")), 4, *path.begin());
    if (object.empty()) missing(*path.begin());
    for (auto step = path.begin() + 1; step != path.end(); ++step) {
        std::string_view below;
        for (const auto& [name, value] : properties_of(object))
            if (name == *step) below = value;
        if (below.empty()) missing(*step);
        object = below;
    }
    ObjectFields fields;
    for (const auto& [name, value] : properties_of(object)) fields.allowed.insert(name);
    const std::size_t begin = object.find("required: [") + std::string_view("required: [").size();
    std::string name;
    for (const char c : object.substr(begin, object.find(']', begin) + 1 - begin)) {
        if (name_character(c)) {
            name += c;
        } else if (!name.empty()) {
            fields.required.insert(name);
            name.clear();
        }
    }
    return fields;
}

}  // namespace linli::support
