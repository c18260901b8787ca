// SPDX-License-Identifier: Apache-2.0
#include "hall/content/content_schema.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "hall/content/document_kinds.h"
#include "hall/content/hall_content.h"
#include "tests/hall/content/schema_mutants.h"
#include "tests/hall/content/whole_hall.h"

using namespace linli;
using nlohmann::json;

namespace {

/// One schema, by another maker's validator.
class Checked {
public:
    explicit Checked(std::string_view kind) : text(json::parse(content_schema(kind))) {
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(text), compiled_);
    }
    bool takes(const json& document) {
        return validator_.validate(compiled_, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
    }
    const json text;

private:
    valijson::Schema compiled_;
    valijson::Validator validator_;
};

std::string file_of(const ContentKind& kind, const ContentDocuments& documents) {
    const auto found = documents.lower_bound(std::string(kind.file));
    REQUIRE(found != documents.end());
    REQUIRE(found->first.starts_with(kind.file));
    return found->first;
}

/// What the loader says of shapes, which schemas say as well. All else is about several values or documents.
bool about_shape(const std::string& reason) {
    for (const char* begin : {"This must be ", "There must be ", "There is no such field", "This field is missing",
                              "An id is ", "A date is ", "A time is ", "A line's letter "})
        if (reason.starts_with(begin)) return true;
    return reason.find(" fit.") != std::string::npos;
}

}  // namespace

TEST_CASE("every document of the demo hall is good by its schema") {
    std::map<std::string_view, std::unique_ptr<Checked>> schemas;
    for (const ContentKind& kind : content_kinds) schemas[kind.name] = std::make_unique<Checked>(kind.name);
    for (const auto& documents : {embedded_content(), whole_hall()})
        for (const auto& [file, bytes] : documents) {
            if (is_picture_file(file)) continue;
            INFO(file);
            const ContentKind* kind = kind_of_document(file);
            REQUIRE(kind != nullptr);
            CHECK(schemas.at(kind->name)->takes(json::parse(bytes)));
        }
}

TEST_CASE("a document's kind is told by its name, and no other kind has a schema") {
    CHECK(kind_of_document("matters.json")->name == "matters");
    CHECK(kind_of_document("not_issued/not-alive.json")->name == "not-issued");
    CHECK(kind_of_document("notices/deep/er.json") == nullptr);
    CHECK(kind_of_document("mattrs.json") == nullptr);
    CHECK(content_schema("../text/en/cli").empty());
}

TEST_CASE("what a schema refuses the loader refuses, and their bounds are the same") {
    const ContentKind& kind = content_kinds[GENERATE(range(std::size_t{0}, std::size(content_kinds)))];
    INFO(kind.name);
    ContentDocuments documents = whole_hall();
    REQUIRE(parse_hall_content(documents).has_value());
    const std::string file = file_of(kind, documents);
    Checked schema(kind.name);
    std::set<std::string> met;
    const auto all = mutants(json::parse(documents.at(file)), schema.text, met);
    CHECK(met == described_fields(schema.text));
    CHECK(all.size() > 10);
    std::vector<std::string> faults;
    for (const Mutant& mutant : all) {
        const bool taken = schema.takes(mutant.document);
        documents[file] = mutant.document.dump();
        const auto content = parse_hall_content(documents);
        const std::string reason = content ? "taken" : content.error().reason;
        if (mutant.kind == Mutant::Kind::spoilt) {
            if (taken) faults.push_back("the schema takes " + mutant.what);
            if (content) faults.push_back("the loader takes " + mutant.what);
        } else {
            if (!taken) faults.push_back("the schema refuses " + mutant.what);
            if (!content && about_shape(reason)) faults.push_back("the loader refuses " + mutant.what + ": " + reason);
        }
    }
    for (const std::string& fault : faults) UNSCOPED_INFO(fault);
    CHECK(faults.empty());
}
