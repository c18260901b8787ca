// SPDX-License-Identifier: Apache-2.0
#include "hall/content/knowledge_parts.h"

#include <fmt/format.h>

#include <set>

#include "hall/base/utf8.h"

namespace linli {
namespace {

constexpr std::size_t keywords_max = 24, related_max = 8, tags_max = 20;

/// The value's words in this language: "100 元/月".
std::string words_of(const Amount& amount, Language language) {
    const std::string& number = amount.number.in(language);
    const std::string& unit = amount.unit.in(language);
    const bool close = unit.starts_with('%');
    return unit == "-" ? number : number + (close ? "" : " ") + unit;
}

std::string filled(const ContentNode& node, const std::string& text, Language language, const Knowledge& knowledge) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find_first_of("{}<>", at);
        result += text.substr(at, open - at);
        if (open == std::string::npos) break;
        const std::size_t close = text[open] == '{' ? text.find('}', open) : std::string::npos;
        if (close == std::string::npos) {
            node.fail("Of {, }, < and > only the braces around a local value's id may stand here.");
            return {};
        }
        const std::string id = text.substr(open + 1, close - open - 1);
        const auto amount = knowledge.amount(id);
        if (!amount) {
            node.fail(fmt::format("values.json has no value \"{}\".", shortened(id, 40)));
            return {};
        }
        result += words_of(*amount, language);
        at = close + 1;
    }
    return result;
}

}  // namespace

void parse_source(const ContentNode& node, DocumentHead& head) {
    node.fields({"name", "checked"});
    head.source = node.at("name").localized({30, 90});
    head.checked = node.at("checked").date();
}

std::vector<std::string> tags_of(const ContentNode& node) { return ids_of(node, tags_max); }

void parse_validity(const ContentNode& node, DocumentHead& head) {
    node.fields({"from", "until"});
    if (!node.at("from").is_null()) head.from = node.at("from").date();
    if (!node.at("until").is_null()) head.until = node.at("until").date();
    if (head.from && head.until && *head.until < *head.from) node.at("until").fail("This is before \"from\".");
}

LocalizedText filled_text(const ContentNode& node, TextLimit limit, const Knowledge& knowledge) {
    // A name in braces may be longer than what takes its place.
    LocalizedText text = node.localized({limit.zh_han * 3, limit.en_characters * 3});
    text.zh = filled(node.at("zh"), text.zh, Language::zh, knowledge);
    text.en = filled(node.at("en"), text.en, Language::en, knowledge);
    if (const int width = width_in_han(text.zh); width > limit.zh_han)
        node.at("zh").fail(fmt::format("This text is {} Han characters wide; {} fit.", width, limit.zh_han));
    if (const auto length = static_cast<int>(character_count(text.en)); length > limit.en_characters)
        node.at("en").fail(fmt::format("This text has {} characters; {} fit.", length, limit.en_characters));
    return text;
}

std::vector<LocalizedText> filled_texts(const ContentNode& node, std::size_t least, std::size_t most, TextLimit limit,
                                        const Knowledge& knowledge) {
    std::vector<LocalizedText> texts;
    for (const ContentNode& item : node.items(least, most)) texts.push_back(filled_text(item, limit, knowledge));
    return texts;
}

std::vector<std::string> ids_of(const ContentNode& node, std::size_t most) {
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const ContentNode& item : node.items(0, most)) {
        ids.push_back(item.id());
        if (!seen.insert(ids.back()).second) item.fail("This is named twice.");
    }
    return ids;
}

DocumentHead head_of(const ContentNode& document, std::string_view kind, const Knowledge& knowledge) {
    DocumentHead head;
    if (document.at("kind").text(20) != kind) document.at("kind").fail(fmt::format("Here stands \"{}\".", kind));
    head.id = document.at("id").id();
    head.version = document.at("version").integer(1, document_version_max);
    head.title = filled_text(document.at("title"), {12, 40}, knowledge);
    head.summary = filled_text(document.at("summary"), {18, 48}, knowledge);
    for (const ContentNode& word : document.at("keywords").items(0, keywords_max))
        head.keywords.push_back(word.text(16));
    head.related = ids_of(document.at("related"), related_max);
    parse_source(document.at("source"), head);
    head.confirmed = document.at("confirmed").boolean();
    parse_validity(document.at("valid"), head);
    head.tags = tags_of(document.at("tags"));
    return head;
}

}  // namespace linli
