// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "hall/acts/note_read.h"
#include "hall/acts/note_search.h"
#include "hall/content/content_schema.h"
#include "hall/content/document_kinds.h"
#include "hall/content/hall_content.h"
#include "tests/cli/linli.h"
#include "tests/support/bundle.h"
#include "tests/support/pictures.h"
#include "tests/support/test_hall.h"

using namespace linli::support;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

linli::ContentDocuments named(const std::string& name) {
    return hall_with("/name", R"({"zh": ")" + name + R"(", "en": ")" + name + R"("})");
}

void pack(const std::string& file, const linli::ContentDocuments& documents) {
    std::vector<BundleEntry> entries;
    for (const auto& [name, bytes] : documents) entries.push_back({"hall/" + name, bytes});
    write_bundle(file, entries);
}

}  // namespace

TEST_CASE("content is checked and installed out of a .zip") {
    Linli linli;
    linli.init();
    const std::string file = linli.file("new.zip");
    pack(file, named("East"));
    CHECK(linli.json({"content", "check", file}).at("lines") == "10");
    CHECK(linli.json({"content", "install", file}).at("version") == "2");
    CHECK(contains(linli.text({"content", "show", "hall.json"}), "East"));
    auto documents = named("West");
    documents["policies/old-age-allowance.json"].replace(0, 1, "");
    pack(file, documents);
    for (const char* command : {"check", "install"}) {
        const Finished finished = linli.run({"content", command, file});
        CHECK(finished.exit_code == 3);
        CHECK(contains(finished.err, "policies/old-age-allowance.json: line "));
    }
    write_bundle(file, {{"../hall.json", "{}"}});
    const Finished finished = linli.run({"content", "install", file});
    CHECK(finished.exit_code == 3);
    CHECK(contains(finished.err, "Such a name may not stand in a bundle."));
    CHECK(contains(linli.text({"content", "show", "hall.json"}), "East"));
}

TEST_CASE("installed documents are listed with digest and size, and printed as they are") {
    Linli linli;
    linli.text({"init"});
    const auto list = linli.json({"content", "show"});
    CHECK(list.at("version") == 1);
    CHECK_FALSE(list.contains("version_before"));
    CHECK(list.at("documents").size() == linli::embedded_content().size());
    for (const auto& row : list.at("documents")) {
        CHECK(row.at("digest").get<std::string>().size() == 64);
        CHECK(row.at("bytes") == linli::embedded_content().at(row.at("name")).size());
        const auto name = row.at("name").get<std::string>();
        CHECK(row.contains("version") == (!linli::knowledge_folder_of(name).empty() || name == "duties.json"));
    }
    const std::string text = linli.text({"content", "show"});
    CHECK(contains(text, "Content version 1, installed 20"));
    CHECK(contains(text, "policies/old-age-allowance.json"));
    CHECK(linli.text({"content", "show", "matters.json"}) == linli::embedded_content().at("matters.json"));
    CHECK(linli.run({"content", "show", "mattrs.json"}).exit_code == 1);
    CHECK(linli.run({"content", "show", "--version", "7"}).exit_code == 1);
}

TEST_CASE("going back says what it did, and that there is nothing to go back to") {
    Linli linli;
    linli.text({"init"});
    const Finished none = linli.run({"content", "rollback"});
    CHECK(none.exit_code == 1);
    CHECK(contains(none.out, "nothing to go back to"));
    pack(linli.file("new.zip"), named("East"));
    linli.text({"content", "install", linli.file("new.zip")});
    CHECK(contains(linli.text({"content", "show", "hall.json", "--version", "1"}), "Guihuali"));
    const auto back = linli.json({"content", "rollback"});
    CHECK(back.at("version") == "3");
    CHECK(back.at("restored") == "1");
    CHECK(linli.text({"content", "show", "hall.json"}) == linli::embedded_content().at("hall.json"));
    CHECK(contains(linli.text({"content", "rollback"}), "Back to the content of version 2, which is now version 4"));
    CHECK(contains(linli.text({"content", "show", "hall.json"}), "East"));
    CHECK(linli.json({"verify-journal"}).at("whole") == true);
}

TEST_CASE("what is installed is written out and can be installed again") {
    Linli linli;
    linli.text({"init"});
    pack(linli.file("new.zip"), named("East"));
    linli.text({"content", "install", linli.file("new.zip")});
    linli.text({"content", "export", linli.file("out"), "--installed"});
    CHECK(contains(read_file(linli.file("out/hall.json")), "East"));
    CHECK(linli.json({"content", "install", linli.file("out")}).at("version") == "3");
}

TEST_CASE("every kind of document has a schema that is printed") {
    Linli linli;
    for (const auto& kind : linli::content_kinds)
        CHECK(linli.json({"content", "schema", std::string(kind.name)}).at("type") == "object");
    const Finished finished = linli.run({"content", "schema", "nonsense"});
    CHECK(finished.exit_code == 2);
    CHECK(contains(finished.err, "not-issued"));
}

TEST_CASE("what was looked up in vain is listed for administrators") {
    Linli linli;
    linli.text({"init"});
    CHECK(contains(linli.text({"content", "searches"}), "Nothing was looked up in vain"));
    CHECK(linli.json({"content", "searches"}).empty());
    const linli::SystemClock clock;
    const auto hall = value_of(linli::Hall::open(linli.database, clock, linli::Actor{"test"}));
    for (const char* words : {"养狗", "养狗", "pet dog"}) CHECK(linli::note_search(*hall, words).has_value());
    const auto found = linli.json({"content", "searches"});
    REQUIRE(found.size() == 2);
    CHECK(found[0].at("words") == "养狗");
    CHECK(found[0].at("times") == 2);
    CHECK(contains(linli.text({"content", "searches"}), "pet dog"));
}

TEST_CASE("what was read is listed for administrators, the most read first") {
    Linli linli;
    linli.text({"init"});
    CHECK(contains(linli.text({"content", "reads"}), "Nothing was read"));
    CHECK(linli.json({"content", "reads"}).empty());
    const linli::SystemClock clock;
    const auto hall = value_of(linli::Hall::open(linli.database, clock, linli::Actor{"test"}));
    for (const char* id : {"senior-card", "old-age-allowance", "senior-card"})
        CHECK(linli::note_read(*hall, id).has_value());
    const auto found = linli.json({"content", "reads"});
    REQUIRE(found.size() == 2);
    CHECK(found[0].at("document") == "senior-card");
    CHECK(found[0].at("times") == 2);
    CHECK(contains(linli.text({"content", "reads"}), "old-age-allowance"));
}

TEST_CASE("documents are confirmed by their ids, all or none, and it can be taken back") {
    Linli linli;
    linli.text({"init"});
    const std::string file = "policies/senior-card.json";
    const auto card = [&] { return nlohmann::json::parse(linli.text({"content", "show", file})); };
    const auto before = card();
    CHECK(linli.run({"content", "confirm", "senior-card", "nothing"}).exit_code == 1);
    CHECK(card() == before);
    CHECK(contains(linli.text({"content", "confirm", "senior-card", "staff-duties", "senior-card"}),
                   "Confirmed: senior-card, staff-duties."));
    const auto after = card();
    CHECK(after.at("confirmed") == true);
    CHECK(after.at("version") == before.at("version").get<int>() + 1);
    CHECK(after.at("source").at("checked") != before.at("source").at("checked"));
    CHECK(after.at("answer") == before.at("answer"));
    CHECK(contains(linli.text({"content", "confirm", "senior-card"}), "Nothing was changed"));
    linli.text({"content", "rollback"});
    CHECK(card() == before);
}

TEST_CASE("pictures are checked, installed, printed and written out byte for byte") {
    Linli linli;
    linli.text({"init"});
    auto documents = named("Pictures");
    documents["pictures/roof-plan.png"] = png_picture(120, 90, PngKind::rgba);
    pack(linli.file("new.zip"), documents);
    CHECK(linli.json({"content", "check", linli.file("new.zip")}).at("pictures") == "4");
    linli.text({"content", "install", linli.file("new.zip")});
    CHECK(linli.text({"content", "show", "pictures/roof-plan.png"}) == documents.at("pictures/roof-plan.png"));
    linli.text({"content", "export", linli.file("out"), "--installed"});
    for (const auto& [name, bytes] : documents) {
        INFO(name);
        CHECK(read_file(linli.file("out/" + name)) == bytes);
    }
    CHECK(linli.json({"content", "install", linli.file("out")}).at("version") == "3");
    std::string& plan = documents["pictures/roof-plan.png"];
    plan[plan.find("IDAT") + 9] ^= 0x55;
    pack(linli.file("new.zip"), documents);
    for (const char* command : {"check", "install"}) {
        const Finished finished = linli.run({"content", command, linli.file("new.zip")});
        CHECK(finished.exit_code == 3);
        CHECK(contains(finished.err, "pictures/roof-plan.png: document: This PNG is damaged or cut off."));
    }
}
