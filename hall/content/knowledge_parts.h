// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hall/content/content_node.h"
#include "hall/content/knowledge.h"

namespace linli {

/// A text of a document about policies: local values in braces, "{childcare-yearly}", are put in, and it must fit with
/// them. Angle brackets and braces are for markup, of which there is none.
LocalizedText filled_text(const ContentNode& node, TextLimit limit, const Knowledge& knowledge);
std::vector<LocalizedText> filled_texts(const ContentNode& node, std::size_t least, std::size_t most, TextLimit limit,
                                        const Knowledge& knowledge);
/// Ids, each once.
std::vector<std::string> ids_of(const ContentNode& node, std::size_t most);
/// Parts of a head that documents without all of it have as well.
void parse_source(const ContentNode& node, DocumentHead& head);
void parse_validity(const ContentNode& node, DocumentHead& head);
std::vector<std::string> tags_of(const ContentNode& node);
inline constexpr int document_version_max = 1'000'000;
/// What every such document has: kind, id, version, title, summary, keywords, related, source, confirmed, valid, tags.
DocumentHead head_of(const ContentNode& document, std::string_view kind, const Knowledge& knowledge);

/// The fields that head_of() reads, for the document's list of fields.
inline constexpr std::string_view head_fields[] = {"kind",    "id",     "version",   "title", "summary", "keywords",
                                                   "related", "source", "confirmed", "valid", "tags"};

}  // namespace linli
