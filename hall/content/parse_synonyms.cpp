// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "hall/content/knowledge_parts.h"
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t synonyms_max = 1'000, phrases_max = 100, found_max = 8, stop_words_max = 1'000;

std::vector<std::string> phrases(const ContentNode& node) {
    std::vector<std::string> words;
    for (const ContentNode& item : node.items(0, phrases_max)) words.push_back(item.text(24));
    return words;
}

}  // namespace

void parse_synonyms(const ContentNode& document, HallContent& content) {
    document.fields({"synonyms", "stop_words"});
    std::set<std::string> ids;
    for (const ContentNode& node : document.at("synonyms").items(0, synonyms_max)) {
        node.fields({"id", "say", "en", "find"});
        Synonym synonym{node.at("id").id(), phrases(node.at("say")), phrases(node.at("en")),
                        ids_of(node.at("find"), found_max)};
        if (!ids.insert(synonym.id).second) node.at("id").fail("Another synonym has this id.");
        if (!document.well()) return;
        content.knowledge.synonyms.push_back(std::move(synonym));
    }
    for (const ContentNode& word : document.at("stop_words").items(0, stop_words_max))
        content.knowledge.stop_words.push_back(word.text(12));
}

}  // namespace linli
