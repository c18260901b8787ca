// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hall/content/document_kinds.h"
#include "hall/content/json_text.h"
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

struct DocumentParser {
    const char* file;
    void (*parse)(const ContentNode&, HallContent&);
};

// In the order in which they must be parsed. document_kinds.h names the same files.
constexpr DocumentParser parsers[] = {
    {"hall.json", parse_hall},         {"lines.json", parse_lines},         {"matters.json", parse_matters},
    {"counters.json", parse_counters}, {"reminders.json", parse_reminders}, {"slip.json", parse_slip},
    {"board.json", parse_board},       {"voice.json", parse_voice},
};
static_assert(std::size(parsers) == std::size(document_names));

bool has_default(std::string_view file) {
    return std::ranges::find(documents_with_default, file) != std::end(documents_with_default);
}

std::optional<ContentFault> check_names_and_sizes(const ContentDocuments& documents) {
    for (const auto& [file, bytes] : documents) {
        if (std::ranges::find(document_names, file) == std::end(document_names))
            return ContentFault{file, "document", "", "There is no content document of this name."};
        if (bytes.size() > document_bytes_max)
            return ContentFault{file, "document", "",
                                fmt::format("A document has at most {} bytes.", document_bytes_max)};
    }
    for (const auto& parser : parsers)
        if (!documents.contains(parser.file) && !has_default(parser.file))
            return ContentFault{parser.file, "document", "", "This document is missing."};
    return {};
}

std::optional<ContentFault> parse_one(const DocumentParser& parser, std::string_view bytes, HallContent& content) {
    const auto json = parse_json(bytes);
    if (!json) return ContentFault{parser.file, json.error().place, json.error().field, json.error().reason};
    DocumentFault fault{parser.file, {}};
    parser.parse(ContentNode(*json, fault), content);
    return fault.first;
}

std::optional<ContentFault> check_counters_take_all(const HallContent& content) {
    for (std::size_t index = 0; index < content.matters.size(); ++index) {
        const Matter& matter = content.matters[index];
        const auto takes = [&](const CounterPlan& counter) { return content.takes(counter, matter); };
        if (!std::ranges::any_of(content.counters, takes))
            return ContentFault{"matters.json", fmt::format("/matters/{}", index), "id",
                                fmt::format("No counter takes the matter \"{}\".", matter.id)};
    }
    return {};
}

}  // namespace

tl::expected<HallContent, ContentFault> parse_hall_content(const ContentDocuments& documents) {
    HallContent content;
    static const ContentDocuments defaults = embedded_content();
    if (auto fault = check_names_and_sizes(documents)) return tl::unexpected(*std::move(fault));
    for (const auto& parser : parsers) {
        const auto given = documents.find(parser.file);
        const std::string& bytes = given == documents.end() ? defaults.at(parser.file) : given->second;
        if (auto fault = parse_one(parser, bytes, content)) return tl::unexpected(*std::move(fault));
    }
    if (auto fault = check_counters_take_all(content)) return tl::unexpected(*std::move(fault));
    return content;
}

}  // namespace linli
