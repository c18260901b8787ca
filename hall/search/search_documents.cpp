// SPDX-License-Identifier: Apache-2.0
#include "hall/search/search_documents.h"

namespace linli {
namespace {

class Words {
public:
    Words& add(const LocalizedText& text) { return add(text.zh).add(text.en); }
    Words& add(const std::vector<LocalizedText>& texts) {
        for (const LocalizedText& text : texts) add(text);
        return *this;
    }
    Words& add(std::string_view text) {
        if (!all_.empty()) all_ += '\n';
        all_ += text;
        return *this;
    }
    std::string take() { return std::move(all_); }

private:
    std::string all_;
};

std::string in_one(const std::vector<std::string>& words) {
    Words all;
    for (const std::string& word : words) all.add(std::string_view(word));
    return all.take();
}

SearchDocument document_of(FoundKind kind, const DocumentHead& head, Words body) {
    return {kind,
            head.id,
            head.title,
            head.keywords,
            {Words().add(head.title).take(), in_one(head.keywords), body.add(head.summary).take()}};
}

SearchDocument document_of(const Policy& policy) {
    Words body;
    body.add(policy.answer).add(policy.more).add(policy.who).add(policy.bring).add(policy.how).add(policy.where);
    body.add(policy.deadline).add(policy.amounts_label);
    for (const Amount& amount : policy.amounts) body.add(amount.label);
    return document_of(FoundKind::policy, policy.head, body);
}

SearchDocument document_of(const NotIssued& item) {
    Words body;
    body.add(item.why);
    for (const Way& way : item.ways) {
        body.add(way.when).add(way.go);
        if (way.bring) body.add(*way.bring);
        if (way.hint) body.add(*way.hint);
    }
    return document_of(FoundKind::not_issued, item.head, body);
}

SearchDocument document_of(const Matter& matter, const HallContent& content) {
    Words body;
    body.add(matter.note).add(matter.bring);
    if (const Line* line = content.line(matter.line)) body.add(line->name).add(line->gloss);
    return {FoundKind::matter,
            matter.id,
            matter.name,
            matter.keywords,
            {Words().add(matter.name).take(), in_one(matter.keywords), body.take()}};
}

SearchDocument document_of(const StaffDuties& duties) {
    Words body;
    body.add(duties.stand_in);
    for (const Post& post : duties.posts) body.add(post.name).add(post.tasks);
    return document_of(FoundKind::duties, duties.head, body);
}

}  // namespace

std::vector<SearchDocument> search_documents(const HallContent& content, const LocalDate& today,
                                             const ReadCounts& reads) {
    const Knowledge& knowledge = content.knowledge;
    std::vector<SearchDocument> documents;
    for (const Policy& policy : knowledge.policies)
        if (policy.head.holds_on(today)) documents.push_back(document_of(policy));
    for (const NotIssued& item : knowledge.not_issued)
        if (item.head.holds_on(today)) documents.push_back(document_of(item));
    for (const PublicNotice& notice : knowledge.notices)
        if (notice.head.holds_on(today))
            documents.push_back(document_of(FoundKind::notice, notice.head, Words().add(notice.body)));
    if (knowledge.duties && knowledge.duties->head.holds_on(today)) documents.push_back(document_of(*knowledge.duties));
    for (const Matter& matter : content.matters) {
        const Policy* policy = knowledge.policy(matter.id);
        if (policy == nullptr || !policy->head.holds_on(today)) documents.push_back(document_of(matter, content));
    }
    for (SearchDocument& document : documents)
        if (const auto read = reads.find(document.id); read != reads.end()) document.read = read->second;
    return documents;
}

}  // namespace linli
