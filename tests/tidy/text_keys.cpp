// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/text_keys.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

#include "tests/tidy/cpp_scan.h"

namespace linli::tidy {
namespace {

bool is_dotted_key(const std::string& text) {
    static const std::regex form("[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+");
    return std::regex_match(text, form);
}

std::string family(std::string_view key) { return std::string(key.substr(0, key.find('.'))); }

/// Where the first arguments of calls that look a text up stand.
std::vector<Span> looked_up(const std::string& code) {
    static const std::regex call("\\b(?:t|text|has_text)\\(");
    std::vector<Span> arguments;
    for (auto at = std::sregex_iterator(code.begin(), code.end(), call); at != std::sregex_iterator(); ++at)
        arguments.push_back(first_argument(code, static_cast<std::size_t>(at->position() + at->length() - 1)));
    return arguments;
}

bool put_together(std::string_view argument) {
    constexpr std::array signs = {"+", "format", "std::string("};
    return std::ranges::any_of(signs, [&](const char* sign) { return argument.find(sign) != std::string_view::npos; });
}

/// The whole string literals of a page (.vue, .ts) that have the form of a key; between double quotes templates have
/// expressions. Where `${…}` is put in, a * stands.
std::vector<Literal> page_literals(const std::string& text) {
    static const std::regex literal("(['`])([a-z][a-z0-9_]*(?:\\.(?:[a-z0-9_]|\\$\\{[^}`]*\\})+)+)\\1");
    static const std::regex put_in("\\$\\{[^}]*\\}");
    std::vector<Literal> found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), literal); at != std::sregex_iterator(); ++at) {
        Literal one;
        one.begin = static_cast<std::size_t>(at->position());
        one.text = std::regex_replace(at->str(2), put_in, "*");
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace

std::vector<std::string> missing_keys(const std::vector<SourceFile>& code, const TextKeys& keys,
                                      const TextKeys& other_names) {
    TextKeys families;
    for (const std::string& key : keys) families.insert(family(key));
    std::vector<std::string> faults;
    for (const SourceFile& file : ending_in(code, {".h", ".cpp"})) {
        const ScannedCpp scanned = scan_cpp(file.text);
        const std::vector<Span> arguments = looked_up(scanned.code);
        for (const Literal& literal : scanned.literals) {
            const bool asked = std::ranges::any_of(arguments, [&](const Span& span) {
                return span.begin <= literal.begin && literal.begin < span.end &&
                       !put_together(std::string_view(scanned.code).substr(span.begin, span.end - span.begin));
            });
            const bool like_one = is_dotted_key(literal.text) && families.contains(family(literal.text)) &&
                                  !other_names.contains(literal.text);
            if (((asked && is_dotted_key(literal.text)) || like_one) && !keys.contains(literal.text))
                faults.push_back(fault_at(file, literal.begin, literal.text));
        }
    }
    for (const SourceFile& file : ending_in(code, {".vue", ".ts"}))
        for (const Literal& literal : page_literals(file.text)) {
            const bool there =
                std::ranges::any_of(keys, [&](const std::string& key) { return matches(key, literal.text); });
            if (families.contains(family(literal.text)) && !there && !other_names.contains(literal.text))
                faults.push_back(fault_at(file, literal.begin, literal.text));
        }
    return faults;
}

bool matches(std::string_view key, std::string_view pattern) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return key == pattern;
    if (!key.starts_with(pattern.substr(0, star))) return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star + 1; at <= key.size(); ++at)
        if (matches(key.substr(at), rest)) return true;
    return false;
}

std::vector<std::string> unused_keys(const std::vector<SourceFile>& code, const TextKeys& keys,
                                     const std::vector<std::string>& built_at_run_time) {
    TextKeys literals;
    for (const SourceFile& file : ending_in(code, {".h", ".cpp"}))
        for (const Literal& literal : scan_cpp(file.text).literals) literals.insert(literal.text);
    std::vector<std::string> patterns = built_at_run_time;
    for (const SourceFile& file : ending_in(code, {".vue", ".ts"}))
        for (const Literal& literal : page_literals(file.text)) patterns.push_back(literal.text);
    std::vector<std::string> faults;
    for (const std::string& key : keys)
        if (!literals.contains(key) &&
            std::ranges::none_of(patterns, [&](const std::string& pattern) { return matches(key, pattern); }))
            faults.push_back(key);
    return faults;
}

}  // namespace linli::tidy
