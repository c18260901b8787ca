// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace linli {

/// A kind of content document: its name, and the file or the folder ("policies/") in which such documents lie.
struct ContentKind {
    std::string_view name;
    std::string_view file;
};

/// All kinds. The schema of each is assets/schemas/<name>.json.
inline constexpr ContentKind content_kinds[] = {
    {"hall", "hall.json"},         {"lines", "lines.json"},         {"matters", "matters.json"},
    {"counters", "counters.json"}, {"reminders", "reminders.json"}, {"slip", "slip.json"},
    {"board", "board.json"},       {"voice", "voice.json"},         {"categories", "categories.json"},
    {"places", "places.json"},     {"values", "values.json"},       {"synonyms", "synonyms.json"},
    {"policy", "policies/"},       {"not-issued", "not_issued/"},   {"notice", "notices/"},
    {"duties", "duties.json"},     {"picture", "pictures/"},
};

/// The kind that a document of this name is of; null where there is none.
const ContentKind* kind_of_document(std::string_view file);
/// The JSON Schema (draft-07) of a kind, for editors and other programs; empty where there is no such kind. It says no
/// more than what parse_hall_content() checks, and less: not how wide texts are nor what documents say of one another.
std::string_view content_schema(std::string_view kind);

}  // namespace linli
