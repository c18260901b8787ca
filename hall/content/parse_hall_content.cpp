// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hall/base/utf8.h"
#include "hall/content/document_kinds.h"
#include "hall/content/json_text.h"
#include "hall/content/parse_documents.h"
#include "hall/content/parse_picture.h"

namespace linli {
namespace {

struct DocumentParser {
    std::string_view file;  ///< or the folder's name
    void (*parse)(const ContentNode&, HallContent&);
};

// In the order in which they must be parsed. document_kinds.h names the same files.
constexpr DocumentParser parsers[] = {
    {"hall.json", parse_hall},         {"lines.json", parse_lines},         {"matters.json", parse_matters},
    {"counters.json", parse_counters}, {"reminders.json", parse_reminders}, {"slip.json", parse_slip},
    {"board.json", parse_board},       {"voice.json", parse_voice},
};
static_assert(std::size(parsers) == std::size(document_names));

constexpr DocumentParser knowledge_parsers[] = {
    {"categories.json", parse_categories}, {"places.json", parse_places},     {"values.json", parse_values},
    {"policies/", parse_policy},           {"not_issued/", parse_not_issued}, {"notices/", parse_public_notice},
    {"pictures/", parse_picture},          {"duties.json", parse_duties},     {"synonyms.json", parse_synonyms},
};
static_assert(std::size(knowledge_parsers) == std::size(knowledge_names) + std::size(knowledge_folders));

constexpr std::size_t shown_characters_max = 120;

bool has_default(std::string_view file) {
    return std::ranges::find(documents_with_default, file) != std::end(documents_with_default);
}

std::optional<ContentFault> document_fault(const std::string& file, std::string reason) {
    // A name on a disk may hold anything.
    return ContentFault{shortened_line(file, shown_characters_max), "document", "", std::move(reason)};
}

/// What may be of pictures, counted before any of them is looked at.
std::optional<ContentFault> check_picture_bounds(const ContentDocuments& documents) {
    std::size_t count = 0, bytes_of_all = 0;
    for (const auto& [file, bytes] : documents) {
        if (!is_picture_file(file)) continue;
        if (++count > pictures_max)
            return document_fault(file, fmt::format("There are at most {} pictures.", pictures_max));
        bytes_of_all += bytes.size();
        if (bytes_of_all > pictures_bytes_max)
            return document_fault(file,
                                  fmt::format("All pictures together have at most {} bytes.", pictures_bytes_max));
    }
    return {};
}

std::optional<ContentFault> check_names_and_sizes(const ContentDocuments& documents) {
    if (documents.size() > documents_max)
        return document_fault("content", fmt::format("There are at most {} documents.", documents_max));
    for (const auto& [file, bytes] : documents) {
        if (std::ranges::find(document_names, file) == std::end(document_names) && !is_knowledge(file))
            return document_fault(file, looks_like_picture(file)
                                            ? "A picture's file is named after its document, and ends in .jpg or .png."
                                            : "There is no content document of this name.");
        if (is_picture_file(file)) continue;  // their own bounds are told with them
        const auto most = knowledge_folder_of(file).empty() ? document_bytes_max : foldered_document_bytes_max;
        if (bytes.size() > most) return document_fault(file, fmt::format("A document has at most {} bytes.", most));
    }
    if (auto fault = check_picture_bounds(documents)) return fault;
    for (const auto& parser : parsers)
        if (!documents.contains(std::string(parser.file)) && !has_default(parser.file))
            return document_fault(std::string(parser.file), "This document is missing.");
    return {};
}

std::optional<ContentFault> parse_one(const DocumentParser& parser, const std::string& file, std::string_view bytes,
                                      HallContent& content) {
    const auto json = parse_json(bytes);
    if (!json) return ContentFault{file, json.error().place, json.error().field, json.error().reason};
    DocumentFault fault{file, {}};
    const ContentNode document(*json, fault);
    parser.parse(document, content);
    // What lies in a folder is named after its id, so no two have the same.
    if (parser.file.ends_with('/') && !fault.first &&
        file != fmt::format("{}{}.json", parser.file, document.at("id").id()))
        document.at("id").fail("The file is not named after this id.");
    return fault.first;
}

std::optional<ContentFault> parse_knowledge(const ContentDocuments& documents, HallContent& content) {
    for (const auto& parser : knowledge_parsers) {
        const std::string name(parser.file);
        for (auto found = documents.lower_bound(name); found != documents.end() && found->first.starts_with(name);
             ++found) {
            if (is_picture_file(found->first)) continue;
            if (auto fault = parse_one(parser, found->first, found->second, content)) return fault;
        }
    }
    return take_picture_files(documents, content);
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
        const std::string file(parser.file);
        const auto given = documents.find(file);
        const std::string& bytes = given == documents.end() ? defaults.at(file) : given->second;
        if (auto fault = parse_one(parser, file, bytes, content)) return tl::unexpected(*std::move(fault));
    }
    if (auto fault = check_counters_take_all(content)) return tl::unexpected(*std::move(fault));
    const bool own = std::ranges::any_of(documents, [](const auto& document) { return is_knowledge(document.first); });
    if (auto fault = parse_knowledge(own ? documents : defaults, content)) return tl::unexpected(*std::move(fault));
    // The demo hall's policies name its own matters.
    if (!own) drop_unknown_names(content);
    if (auto fault = check_knowledge(content)) return tl::unexpected(*std::move(fault));
    return content;
}

}  // namespace linli
