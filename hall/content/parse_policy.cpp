// SPDX-License-Identifier: Apache-2.0
#include "hall/content/knowledge_parts.h"
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t matters_max = 6;

void parse_amounts(const ContentNode& node, Policy& policy, const Knowledge& knowledge) {
    node.fields({"label", "items"});
    policy.amounts_label = node.at("label").localized({16, 50});
    for (const ContentNode& item : node.at("items").items(1, 3)) {
        item.fields({"label", "value"});
        auto amount = knowledge.amount(item.at("value").id());
        if (!amount) return item.at("value").fail("values.json has no value of this id.");
        amount->label = item.at("label").localized({12, 36});
        policy.amounts.push_back(*std::move(amount));
    }
}

}  // namespace

void parse_policy(const ContentNode& document, HallContent& content) {
    document.fields({"category", "answer", "more", "who", "bring", "how", "where", "deadline", "matters"}, {"amounts"},
                    head_fields);
    const Knowledge& knowledge = content.knowledge;
    Policy policy;
    policy.head = head_of(document, "policy", knowledge);
    policy.category = document.at("category").id();
    if (knowledge.category(policy.category) == nullptr)
        document.at("category").fail("categories.json has no category of this id.");
    policy.answer = filled_text(document.at("answer"), {48, 130}, knowledge);
    policy.more = filled_text(document.at("more"), {44, 120}, knowledge);
    if (document.has("amounts")) parse_amounts(document.at("amounts"), policy, knowledge);
    policy.who = filled_texts(document.at("who"), 1, 6, {24, 66}, knowledge);
    policy.bring = filled_texts(document.at("bring"), 0, 8, {24, 66}, knowledge);
    policy.how = filled_texts(document.at("how"), 1, 5, {32, 96}, knowledge);
    policy.where = filled_text(document.at("where"), {40, 110}, knowledge);
    policy.deadline = filled_text(document.at("deadline"), {40, 110}, knowledge);
    policy.matters = ids_of(document.at("matters"), matters_max);
    content.knowledge.policies.push_back(std::move(policy));
}

void parse_not_issued(const ContentNode& document, HallContent& content) {
    document.fields({"why", "ways", "matters"}, {}, head_fields);
    const Knowledge& knowledge = content.knowledge;
    NotIssued item;
    item.head = head_of(document, "not-issued", knowledge);
    item.why = filled_text(document.at("why"), {64, 190}, knowledge);
    for (const ContentNode& node : document.at("ways").items(1, 5)) {
        node.fields({"when", "go"}, {"place", "bring", "hint"});
        Way way{filled_text(node.at("when"), {24, 80}, knowledge),
                filled_text(node.at("go"), {18, 60}, knowledge),
                {},
                {},
                {}};
        if (node.has("place")) way.place = node.at("place").id();
        if (node.has("place") && knowledge.place(way.place) == nullptr)
            node.at("place").fail("places.json has no place of this id.");
        if (node.has("bring")) way.bring = filled_text(node.at("bring"), {24, 80}, knowledge);
        if (node.has("hint")) way.hint = filled_text(node.at("hint"), {26, 90}, knowledge);
        item.ways.push_back(std::move(way));
    }
    item.matters = ids_of(document.at("matters"), matters_max);
    content.knowledge.not_issued.push_back(std::move(item));
}

}  // namespace linli
