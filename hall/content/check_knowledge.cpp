// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "hall/content/parse_documents.h"

namespace linli {
namespace {

/// Visits every list of names in the documents: where it stands, which field, the list, and which names are known.
class NameLists {
public:
    explicit NameLists(HallContent& content) : content_(content) {
        for (const auto& one : content.knowledge.policies) documents_.insert(one.head.id);
        for (const auto& one : content.knowledge.not_issued) documents_.insert(one.head.id);
        for (const auto& one : content.knowledge.notices) documents_.insert(one.head.id);
        for (const auto& one : content.matters) matters_.insert(one.id);
    }

    using Known = std::function<bool(const std::string&)>;
    using Visit = std::function<void(const std::string& file, const std::string& place, std::vector<std::string>& names,
                                     const Known& known)>;
    void each(const Visit& visit) {
        const Known document = [&](const std::string& id) { return documents_.contains(id); };
        const Known matter = [&](const std::string& id) { return matters_.contains(id); };
        const Known either = [&](const std::string& id) { return documents_.contains(id) || matters_.contains(id); };
        Knowledge& knowledge = content_.knowledge;
        for (Policy& one : knowledge.policies) {
            visit("policies/" + one.head.id + ".json", "/matters", one.matters, matter);
            visit("policies/" + one.head.id + ".json", "/related", one.head.related, document);
        }
        for (NotIssued& one : knowledge.not_issued) {
            visit("not_issued/" + one.head.id + ".json", "/matters", one.matters, matter);
            visit("not_issued/" + one.head.id + ".json", "/related", one.head.related, document);
        }
        for (PublicNotice& one : knowledge.notices)
            visit("notices/" + one.head.id + ".json", "/related", one.head.related, document);
        for (std::size_t i = 0; i < knowledge.synonyms.size(); ++i)
            visit("synonyms.json", fmt::format("/synonyms/{}/find", i), knowledge.synonyms[i].find, either);
    }

private:
    HallContent& content_;
    std::set<std::string> documents_, matters_;
};

}  // namespace

void drop_unknown_names(HallContent& content) {
    NameLists(content).each([](const auto&, const auto&, std::vector<std::string>& names, const auto& known) {
        std::erase_if(names, [&](const std::string& name) { return !known(name); });
    });
}

std::optional<ContentFault> check_knowledge(HallContent& content) {
    std::optional<ContentFault> first;
    NameLists(content).each(
        [&](const std::string& file, const std::string& place, std::vector<std::string>& names, const auto& known) {
            for (std::size_t i = 0; i < names.size() && !first; ++i)
                if (!known(names[i]))
                    first = ContentFault{file, fmt::format("{}/{}", place, i), place.substr(place.rfind('/') + 1),
                                         fmt::format("Nothing has the id \"{}\".", names[i])};
        });
    if (first) return first;
    std::set<std::string> ids;
    for (const auto& one : content.knowledge.policies) ids.insert(one.head.id);
    const auto taken = [&](const std::string& folder, const auto& all) {
        for (const auto& one : all)
            if (!ids.insert(one.head.id).second && !first)
                first = ContentFault{folder + one.head.id + ".json", "/id", "id", "Another document has this id."};
    };
    taken("not_issued/", content.knowledge.not_issued);
    taken("notices/", content.knowledge.notices);
    return first;
}

}  // namespace linli
