// SPDX-License-Identifier: Apache-2.0
#include "hall/content/knowledge.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "hall/content/document_kinds.h"
#include "tests/hall/content/small_hall.h"

using namespace linli;
using nlohmann::json;

namespace {

constexpr const char* policy_file = "policies/old-age-allowance.json";
constexpr const char* refused_file = "not_issued/not-kinship.json";
constexpr const char* notice_file = "notices/elder-meal-purchase.json";

/// The demo hall's documents, one of them changed.
ContentDocuments demo_with(const std::string& file, const std::string& pointer, const json& value) {
    ContentDocuments documents = embedded_content();
    json document = json::parse(documents.at(file));
    document[json::json_pointer(pointer)] = value;
    documents[file] = document.dump();
    return documents;
}

std::string fault_of(const ContentDocuments& documents) {
    const auto content = parse_hall_content(documents);
    return content ? "" : content.error().text();
}

std::string fault_with(const std::string& file, const std::string& pointer, const json& value) {
    return fault_of(demo_with(file, pointer, value));
}

bool has(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the demo hall's policies, certificates and notices are whole") {
    const auto content = parse_hall_content(embedded_content());
    REQUIRE(content.has_value());
    const Knowledge& knowledge = content->knowledge;
    CHECK(knowledge.policies.size() >= 40);
    CHECK(knowledge.not_issued.size() == 20);
    CHECK(knowledge.notices.size() >= 5);
    for (const Policy& policy : knowledge.policies) {
        INFO(policy.head.id);
        CHECK_FALSE(policy.head.confirmed);
        CHECK(policy.answer.zh.find('{') == std::string::npos);
    }
    const Policy* policy = knowledge.policy("old-age-allowance");
    REQUIRE(policy != nullptr);
    REQUIRE(policy->amounts.size() == 3);
    CHECK(policy->amounts[0].number.zh == "100");
    CHECK(policy->amounts[0].unit.zh == "元/月");
}

TEST_CASE("a local value changes at one place for every document that names it") {
    ContentDocuments documents = embedded_content();
    json values = json::parse(documents.at("values.json"));
    for (json& value : values["values"])
        if (value["id"] == "childcare-yearly") value["number"] = 12345;
    documents["values.json"] = values.dump();
    const auto content = parse_hall_content(documents);
    REQUIRE(content.has_value());
    const Policy* policy = content->knowledge.policy("childcare-subsidy");
    REQUIRE(policy != nullptr);
    CHECK(has(policy->answer.zh, "12345 元/年"));
    CHECK(has(policy->answer.en, "12,345 yuan a year"));
    CHECK(policy->amounts.at(0).number.zh == "12345");
}

TEST_CASE("a hall without documents of its own has the demo hall's, without what they say of other matters") {
    const auto content = parse_hall_content(small_hall());
    REQUIRE(content.has_value());
    CHECK(content->knowledge.policies.size() >= 40);
    for (const Policy& policy : content->knowledge.policies)
        for (const std::string& matter : policy.matters) CHECK(content->matter(matter) != nullptr);
    REQUIRE(content->knowledge.duties.has_value());
    for (const Post& post : content->knowledge.duties->posts)
        for (const int number : post.counters) CHECK(content->counter(number) != nullptr);
    ContentDocuments own = small_hall();
    own["synonyms.json"] = R"({"synonyms": [], "stop_words": []})";
    const auto empty = parse_hall_content(own);
    REQUIRE(empty.has_value());
    CHECK(empty->knowledge.policies.empty());
    CHECK_FALSE(empty->knowledge.duties.has_value());
}

TEST_CASE("a spoilt document is refused with file, place and field, and takes no good one down with it") {
    CHECK(has(fault_with(policy_file, "/answer/zh", std::string(200, 'x')),
              "policies/old-age-allowance.json: /answer/zh"));
    CHECK(has(fault_with(policy_file, "/title", {{"zh", "好"}}), "/title/en (en): This field is missing."));
    CHECK(has(fault_with(policy_file, "/answer/zh", "给 {nowhere} 元"), "values.json has no value \"nowhere\""));
    CHECK(has(fault_with(policy_file, "/answer/zh", "给 {childcare-yearly 元"), "only the braces around"));
    CHECK(has(fault_with(policy_file, "/title/zh", "<b>津贴</b>"), "Of {, }, < and >"));
    CHECK(has(fault_with(policy_file, "/category", "nothing"), "categories.json has no category"));
    CHECK(has(fault_with(policy_file, "/amounts/items/0/value", "nothing"), "values.json has no value"));
    CHECK(
        has(fault_with(policy_file, "/matters", {"nothing"}), "/matters/0 (matters): Nothing has the id \"nothing\"."));
    CHECK(has(fault_with(policy_file, "/related", {"nothing"}), "Nothing has the id \"nothing\"."));
    CHECK(has(fault_with(policy_file, "/related", {"senior-card", "senior-card"}), "This is named twice."));
    CHECK(has(fault_with(policy_file, "/id", "another"), "The file is not named after this id."));
    CHECK(has(fault_with(policy_file, "/kind", "notice"), "Here stands \"policy\"."));
    CHECK(has(fault_with(policy_file, "/more_to_say", 1), "There is no such field here."));
    CHECK(has(fault_with(policy_file, "/valid", {{"from", "2026-02-01"}, {"until", "2026-01-01"}}), "before \"from\""));
    CHECK(has(fault_with(policy_file, "/source/checked", "2026-02-30"), "must be in the calendar"));
    CHECK(has(fault_with(refused_file, "/ways", json::array()), "There must be 1 to 5 here, not 0."));
    CHECK(has(fault_with(refused_file, "/ways/0/place", "nowhere"), "places.json has no place"));
    CHECK(has(fault_with(notice_file, "/section", "gossip"), "A section is"));
    CHECK(has(fault_with(notice_file, "/objection/until", "2020-01-01"), "before \"from\""));
    CHECK(has(fault_with("duties.json", "/posts", json::array()), "There must be 1 to 24 here, not 0."));
    CHECK(has(fault_with("duties.json", "/posts/1/counters", {2, 98}),
              "duties.json: /posts/1/counters/1 (counters): counters.json has no counter 98."));
    CHECK(has(fault_with("duties.json", "/posts/1/counters", {2, 2}), "This is named twice."));
    CHECK(has(fault_with("duties.json", "/place", "nowhere"), "places.json has no such place."));
    CHECK(has(fault_with("duties.json", "/id", "senior-card"), "Another document has this id."));
    CHECK(has(fault_with("duties.json", "/related/0", "nothing"), "Nothing has the id \"nothing\"."));
    CHECK(has(fault_with("values.json", "/values/0/unit", "shells"), "no unit of this id"));
    CHECK(has(fault_with("values.json", "/values/0/number", -1), "This must be 0 to"));
    CHECK(has(fault_with("synonyms.json", "/synonyms",
                         {{{"id", "a"}, {"say", {"哎"}}, {"en", json::array()}, {"find", {"x"}}}}),
              "synonyms.json: /synonyms/0/find/0"));
}

TEST_CASE("too large, too many, wrongly named or broken documents are refused by name") {
    ContentDocuments documents = embedded_content();
    documents[policy_file] = std::string(foldered_document_bytes_max + 1, ' ');
    CHECK(has(fault_of(documents), "policies/old-age-allowance.json: document: A document has at most"));
    documents[policy_file] = "{\"kind\": \"policy\", \"title\": \"\xC3\x28\"}";
    CHECK(has(fault_of(documents), "policies/old-age-allowance.json: "));
    documents = embedded_content();
    documents["policies/inner/a.json"] = "{}";
    CHECK(has(fault_of(documents), "There is no content document of this name."));
    documents = embedded_content();
    json twin = json::parse(documents.at(refused_file));
    twin["id"] = "old-age-allowance";
    documents["not_issued/old-age-allowance.json"] = twin.dump();
    CHECK(has(fault_of(documents), "Another document has this id."));
    documents = embedded_content();
    for (std::size_t i = 0; i <= documents_max; ++i) documents["policies/p" + std::to_string(i) + ".json"] = "{}";
    CHECK(has(fault_of(documents), "There are at most"));
}

TEST_CASE("a document holds from its first to its last day") {
    DocumentHead head;
    CHECK(head.holds_on({2026, 1, 1}));
    head.from = LocalDate{2026, 2, 1};
    head.until = LocalDate{2026, 2, 28};
    CHECK_FALSE(head.holds_on({2026, 1, 31}));
    CHECK(head.holds_on({2026, 2, 1}));
    CHECK(head.holds_on({2026, 2, 28}));
    CHECK_FALSE(head.holds_on({2026, 3, 1}));
}
