// SPDX-License-Identifier: Apache-2.0
#include "tests/tidy/source_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "tests/tidy/cpp_scan.h"

namespace linli::tidy {
namespace {

constexpr std::string_view licence = "SPDX-License-Identifier: Apache-2.0";
constexpr std::string_view empty_words[] = {"manager", "helper", "helpers", "util", "utils", "common", "core", "misc"};

std::string_view line_at(std::string_view text, int index) {
    for (; index > 0; --index) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

bool is_script(const SourceFile& file) { return file.text.starts_with("#!"); }

std::vector<SourceFile> sources(const std::vector<SourceFile>& files) {
    std::vector<SourceFile> found = ending_in(files, {".h", ".cpp", ".sql", ".cmake", "CMakeLists.txt"});
    std::ranges::copy_if(files, std::back_inserter(found), is_script);
    return found;
}

std::vector<SourceFile> cpp_outside_tests(const std::vector<SourceFile>& files) {
    std::vector<SourceFile> found = ending_in(files, {".h", ".cpp"});
    std::erase_if(found, [](const SourceFile& file) { return lies_in(file.path, "tests"); });
    return found;
}

/// Three-byte UTF-8 from U+2E80 on: Han, kana, CJK and full-width punctuation; four bytes: the rare Han characters.
bool has_chinese(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) {
        const auto lead = static_cast<unsigned char>(byte);
        return (lead >= 0xE3 && lead <= 0xE9) || lead == 0xEF || lead == 0xF0;
    });
}

}  // namespace

std::vector<std::string> overlong_files(const std::vector<SourceFile>& files) {
    std::vector<std::string> faults;
    for (const SourceFile& file : sources(files)) {
        const int lines = line_of(file.text, file.text.size()) - 1;
        if (lines > source_lines_max) faults.push_back(fmt::format("{}: {} lines", file.path, lines));
    }
    return faults;
}

std::vector<std::string> wrong_heads(const std::vector<SourceFile>& files) {
    std::vector<std::string> faults;
    for (const SourceFile& file : sources(files)) {
        const std::string_view head = line_at(file.text, is_script(file) ? 1 : 0);
        if (head.size() > licence.size() + 4 || !head.ends_with(licence))
            faults.push_back(file.path + ": begins without the line of the licence");
        if (file.path.ends_with(".h") && line_at(file.text, 1) != "#pragma once")
            faults.push_back(file.path + ": its second line is not #pragma once");
    }
    return faults;
}

std::vector<std::string> empty_names(const std::vector<SourceFile>& files) {
    static const std::regex word("[a-z0-9]+");
    static const std::regex type("\\b(?:class|struct|enum)\\s+(\\w*(?:Manager|Helper|Util|Common|Core|Misc)s?)\\b");
    std::vector<std::string> faults;
    for (const SourceFile& file : files) {
        for (auto at = std::sregex_iterator(file.path.begin(), file.path.end(), word); at != std::sregex_iterator();
             ++at)
            if (std::ranges::find(empty_words, at->str()) != std::end(empty_words))
                faults.push_back(file.path + ": says nothing by the name " + at->str());
    }
    for (const SourceFile& file : ending_in(files, {".h", ".cpp"})) {
        const std::string code = scan_cpp(file.text).code;
        for (auto at = std::sregex_iterator(code.begin(), code.end(), type); at != std::sregex_iterator(); ++at)
            faults.push_back(fault_at(file, static_cast<std::size_t>(at->position()), at->str(1) + " says nothing"));
    }
    return faults;
}

std::vector<std::string> chinese_literals(const std::vector<SourceFile>& files) {
    std::vector<std::string> faults;
    for (const SourceFile& file : cpp_outside_tests(files))
        for (const Literal& literal : scan_cpp(file.text).literals)
            if (has_chinese(literal.text)) faults.push_back(fault_at(file, literal.begin, literal.text));
    return faults;
}

std::vector<std::string> bool_parameters(const std::vector<SourceFile>& files) {
    // Behind a bracket or comma: fields and return types are not.
    static const std::regex parameter("[(,]\\s*(?:const\\s+)?bool\\b(?!\\s*\\()\\s*&?\\s*(\\w*)\\s*[,)=]");
    std::vector<std::string> faults;
    for (const SourceFile& file : ending_in(cpp_outside_tests(files), {".h"})) {
        const std::string code = scan_cpp(file.text).code;
        for (auto at = std::sregex_iterator(code.begin(), code.end(), parameter); at != std::sregex_iterator(); ++at)
            faults.push_back(fault_at(file, static_cast<std::size_t>(at->position()), "bool " + at->str(1)));
    }
    return faults;
}

std::vector<std::string> foreign_paths(const std::vector<SourceFile>& files) {
    // In pieces, so that this file holds none of them.
    static const std::regex path(
        "(?:^|[\\s\"'`(=])(/(?:wo"
        "rk|ro"
        "ot|ho"
        "me/[a-z]+)/[\\w./-]*)");
    std::vector<std::string> faults;
    for (const SourceFile& file : files) {
        if (file.path.ends_with(".png") || file.text.find('\0') != std::string::npos) continue;
        for (auto at = std::sregex_iterator(file.text.begin(), file.text.end(), path); at != std::sregex_iterator();
             ++at)
            faults.push_back(fault_at(file, static_cast<std::size_t>(at->position(1)), at->str(1)));
    }
    return faults;
}

}  // namespace linli::tidy
