// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "hall/base/utf8.h"
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t rows_max = 40;
constexpr std::size_t beside_max = 8;
constexpr TextLimit line_limit{60, 120};
constexpr TextLimit label_limit{12, 24};
constexpr int size_least = 20, size_most = 120;
constexpr int number_most = 320;

// Every placeholder must be one that is filled: a mistyped one would stand on every slip.
void check_placeholders(const ContentNode& node, std::string_view words) {
    for (auto open = words.find_first_of("{}"); open != std::string_view::npos; open = words.find_first_of("{}")) {
        const auto close = words.find_first_of("{}", open + 1);
        if (words[open] == '}' || close == std::string_view::npos || words[close] != '}')
            return node.fail("Braces come in pairs, with a placeholder's name between.");
        const std::string_view name = words.substr(open + 1, close - open - 1);
        if (std::ranges::find(slip_placeholders, name) == std::end(slip_placeholders))
            return node.fail(fmt::format("There is no placeholder {{{}}} for a slip.", shortened(name, 40)));
        words.remove_prefix(close + 1);
    }
}

LocalizedText words_at(const ContentNode& node, std::string_view field, TextLimit limit) {
    LocalizedText words = node.at(field).localized(limit);
    check_placeholders(node.at(field).at("zh"), words.zh);
    check_placeholders(node.at(field).at("en"), words.en);
    return words;
}

SlipWeight weight_of(const ContentNode& node) {
    if (!node.has("weight")) return SlipWeight::regular;
    const std::string name = node.at("weight").text(8);
    if (name != "regular" && name != "bold") node.at("weight").fail("A weight is \"regular\" or \"bold\".");
    return name == "bold" ? SlipWeight::bold : SlipWeight::regular;
}

SlipAlign align_of(const ContentNode& node) {
    if (!node.has("align")) return SlipAlign::left;
    const std::string name = node.at("align").text(8);
    if (name == "centre") return SlipAlign::centre;
    if (name == "right") return SlipAlign::right;
    if (name != "left") node.at("align").fail("An align is \"left\", \"centre\" or \"right\".");
    return SlipAlign::left;
}

SlipStyle style_of(const ContentNode& node) {
    SlipStyle style;
    style.size_dots = node.at("size").integer(size_least, size_most);
    if (node.has("line_height")) style.line_percent = node.at("line_height").integer(100, 200);
    style.weight = weight_of(node);
    style.align = align_of(node);
    return style;
}

SlipLine parse_text(const ContentNode& node) {
    node.fields({"row", "text", "size"}, {"weight", "align", "line_height", "above"});
    return {words_at(node, "text", line_limit), style_of(node)};
}

SlipMatterRow parse_matter_row(const ContentNode& node) {
    node.fields({"row", "size", "mark_size"}, {"weight", "align", "line_height", "above"});
    return {style_of(node), node.at("mark_size").integer(size_least, size_most)};
}

SlipNumberRow parse_number(const ContentNode& node) {
    node.fields({"row", "size"}, {"line_height", "above"});
    SlipNumberRow row;
    row.size_dots = node.at("size").integer(48, number_most);
    if (node.has("line_height")) row.line_percent = node.at("line_height").integer(100, 200);
    return row;
}

SlipRule parse_rule(const ContentNode& node) {
    node.fields({"row", "thickness"}, {"above"});
    return {node.at("thickness").integer(1, 16)};
}

SlipFactsRow parse_facts(const ContentNode& node) {
    node.fields({"row", "facts", "label_size", "value_size"}, {"rules", "above"});
    SlipFactsRow row;
    row.label_size_dots = node.at("label_size").integer(size_least, size_most);
    row.value_size_dots = node.at("value_size").integer(size_least, size_most);
    if (node.has("rules")) row.rule_dots = node.at("rules").integer(0, 16);
    for (const ContentNode& fact : node.at("facts").items(1, 2)) {
        fact.fields({"label", "value"});
        row.facts.push_back({words_at(fact, "label", label_limit), words_at(fact, "value", line_limit)});
    }
    return row;
}

SlipCodeRow parse_code(const ContentNode& node) {
    node.fields({"row", "side", "beside"}, {"above"});
    SlipCodeRow row;
    row.side_dots = node.at("side").integer(160, 352);
    for (const ContentNode& line : node.at("beside").items(0, beside_max)) {
        line.fields({"text", "size"}, {"weight", "align", "line_height"});
        row.beside.push_back({words_at(line, "text", line_limit), style_of(line)});
    }
    return row;
}

SlipEndsRow parse_ends(const ContentNode& node) {
    node.fields({"row", "left", "right", "size"}, {"above"});
    return {words_at(node, "left", line_limit), words_at(node, "right", line_limit),
            node.at("size").integer(size_least, size_most)};
}

SlipRow parse_row(const ContentNode& node) {
    SlipRow row;
    const std::string kind = node.at("row").text(8);
    if (kind == "text")
        row.what = parse_text(node);
    else if (kind == "matter")
        row.what = parse_matter_row(node);
    else if (kind == "number")
        row.what = parse_number(node);
    else if (kind == "rule")
        row.what = parse_rule(node);
    else if (kind == "facts")
        row.what = parse_facts(node);
    else if (kind == "code")
        row.what = parse_code(node);
    else if (kind == "ends")
        row.what = parse_ends(node);
    else
        node.at("row").fail("A row is \"text\", \"matter\", \"number\", \"rule\", \"facts\", \"code\" or \"ends\".");
    if (node.has("above")) row.above_dots = node.at("above").integer(0, 200);
    return row;
}

template <class Kind>
auto count_of(const SlipPlan& plan) {
    return std::ranges::count_if(plan.rows, [](const SlipRow& row) { return std::holds_alternative<Kind>(row.what); });
}

}  // namespace

void parse_slip(const ContentNode& document, HallContent& content) {
    document.fields({"rows"});
    content.slip = SlipPlan{};
    for (const ContentNode& node : document.at("rows").items(1, rows_max)) content.slip.rows.push_back(parse_row(node));
    if (!document.well()) return;
    // A slip is for its number; a second one, or two codes, would have people and clerks guess.
    if (count_of<SlipNumberRow>(content.slip) != 1) document.at("rows").fail("A slip has exactly one \"number\" row.");
    if (count_of<SlipCodeRow>(content.slip) > 1) document.at("rows").fail("A slip has at most one \"code\" row.");
}

}  // namespace linli
