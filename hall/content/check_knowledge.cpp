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
        if (content.knowledge.duties) documents_.insert(content.knowledge.duties->head.id);
        for (const auto& one : content.knowledge.pictures) pictures_.insert(one.head.id);
        for (const auto& one : content.matters) matters_.insert(one.id);
    }

    using Known = std::function<bool(const std::string&)>;
    using Visit = std::function<void(const std::string& file, const std::string& place, std::vector<std::string>& names,
                                     const Known& known)>;
    void each(const Visit& visit) {
        const Known document = [&](const std::string& id) { return documents_.contains(id); };
        const Known matter = [&](const std::string& id) { return matters_.contains(id); };
        const Known picture = [&](const std::string& id) { return pictures_.contains(id); };
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
        for (PublicNotice& one : knowledge.notices) {
            visit("notices/" + one.head.id + ".json", "/related", one.head.related, document);
            visit("notices/" + one.head.id + ".json", "/pictures", one.pictures, picture);
        }
        if (knowledge.duties) visit("duties.json", "/related", knowledge.duties->head.related, document);
        for (std::size_t i = 0; i < knowledge.synonyms.size(); ++i)
            visit("synonyms.json", fmt::format("/synonyms/{}/find", i), knowledge.synonyms[i].find, either);
    }

private:
    HallContent& content_;
    std::set<std::string> documents_, matters_, pictures_;
};

/// Counters that a post names and the hall does not have.
std::optional<ContentFault> check_post_counters(const HallContent& content) {
    if (!content.knowledge.duties) return {};
    const auto& posts = content.knowledge.duties->posts;
    for (std::size_t i = 0; i < posts.size(); ++i)
        for (std::size_t k = 0; k < posts[i].counters.size(); ++k)
            if (content.counter(posts[i].counters[k]) == nullptr)
                return ContentFault{"duties.json", fmt::format("/posts/{}/counters/{}", i, k), "counters",
                                    fmt::format("counters.json has no counter {}.", posts[i].counters[k])};
    return {};
}

}  // namespace

void drop_unknown_names(HallContent& content) {
    if (content.knowledge.duties)
        for (Post& post : content.knowledge.duties->posts)
            std::erase_if(post.counters, [&](int number) { return content.counter(number) == nullptr; });
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
    if (auto fault = check_post_counters(content)) return fault;
    std::set<std::string> ids;
    for (const auto& one : content.knowledge.policies) ids.insert(one.head.id);
    const auto take = [&](const std::string& file, const std::string& id) {
        if (!ids.insert(id).second && !first) first = ContentFault{file, "/id", "id", "Another document has this id."};
    };
    for (const auto& one : content.knowledge.not_issued) take("not_issued/" + one.head.id + ".json", one.head.id);
    for (const auto& one : content.knowledge.notices) take("notices/" + one.head.id + ".json", one.head.id);
    if (content.knowledge.duties) take("duties.json", content.knowledge.duties->head.id);
    return first;
}

}  // namespace linli
