// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "hall/content/knowledge_parts.h"
#include "hall/content/parse_documents.h"

namespace linli {
namespace {

constexpr std::size_t posts_max = 24, tasks_max = 6, counters_max = 20;
constexpr int counter_number_max = 99;

Post parse_post(const ContentNode& node, const Knowledge& knowledge) {
    node.fields({"name", "tasks", "counters"});
    Post post;
    post.name = filled_text(node.at("name"), {12, 40}, knowledge);
    post.tasks = filled_texts(node.at("tasks"), 1, tasks_max, {24, 66}, knowledge);
    std::set<int> seen;
    for (const ContentNode& item : node.at("counters").items(0, counters_max)) {
        const int number = item.integer(1, counter_number_max);
        if (!seen.insert(number).second) item.fail("This is named twice.");
        post.counters.push_back(number);
    }
    return post;
}

}  // namespace

void parse_duties(const ContentNode& document, HallContent& content) {
    document.fields({"posts", "stand_in"}, {"place"}, head_fields);
    const Knowledge& knowledge = content.knowledge;
    StaffDuties duties;
    duties.head = head_of(document, "duties", knowledge);
    if (document.has("place")) {
        duties.place = document.at("place").id();
        if (knowledge.place(duties.place) == nullptr) document.at("place").fail("places.json has no such place.");
    }
    for (const ContentNode& node : document.at("posts").items(1, posts_max))
        duties.posts.push_back(parse_post(node, knowledge));
    duties.stand_in = filled_text(document.at("stand_in"), {40, 120}, knowledge);
    content.knowledge.duties = std::move(duties);
}

}  // namespace linli
