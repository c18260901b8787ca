// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "hall/content/document_kinds.h"
#include "hall/content/hall_content.h"
#include "hall/content/read_bundle.h"
#include "tests/hall/content/whole_hall.h"
#include "tests/support/bundle.h"
#include "tests/support/pictures.h"
#include "tests/support/temp_folder.h"

using namespace linli;
using namespace linli::support;
using nlohmann::json;

namespace {

constexpr const char* words_file = "pictures/roof-plan.json";
constexpr const char* bytes_file = "pictures/roof-plan.png";

std::string fault_of(const ContentDocuments& documents) {
    const auto content = parse_hall_content(documents);
    return content ? "" : content.error().text();
}

std::string fault_with(const std::string& file, const std::string& bytes) {
    ContentDocuments documents = whole_hall();
    documents[file] = bytes;
    return fault_of(documents);
}

std::string fault_with_field(const std::string& file, const std::string& pointer, const json& value) {
    json document = json::parse(whole_hall().at(file));
    document[json::json_pointer(pointer)] = value;
    return fault_with(file, document.dump());
}

std::string words_of(const std::string& id) {
    json document = json::parse(whole_hall().at(words_file));
    document["id"] = id;
    return document.dump();
}

bool has(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a hall's pictures have their words, their size and the very bytes, shared by every copy") {
    const ContentDocuments documents = whole_hall();
    const auto content = parse_hall_content(documents);
    REQUIRE(content.has_value());
    const ContentPicture* picture = content->knowledge.picture("roof-plan");
    REQUIRE(picture != nullptr);
    CHECK(picture->head.title.en == "Plan");
    CHECK(picture->description.zh == "六号楼在右边。");
    CHECK(picture->header.type == PictureType::png);
    CHECK(picture->header.width == 80);
    CHECK(*picture->bytes == documents.at(bytes_file));
    CHECK(picture->file() == bytes_file);
    CHECK(content->knowledge.notice("roof")->pictures == std::vector<std::string>{"roof-plan"});
    const HallContent copy = *content;
    CHECK(copy.knowledge.picture("roof-plan")->bytes == picture->bytes);
    CHECK_FALSE(check_pictures(*content).has_value());
}

TEST_CASE("pictures come out of a folder and a .zip as they went in") {
    const TempFolder folder;
    ContentDocuments documents = whole_hall();
    documents["pictures/photo.json"] = words_of("photo");
    documents["pictures/photo.jpg"] = jpeg_picture(90, 120, Orientation::right_turn);
    const std::string below = GENERATE("", "hall/");
    std::vector<BundleEntry> entries;
    std::filesystem::create_directories(folder.file("pictures"));
    for (const char* inner : {"policies", "not_issued", "notices"})
        std::filesystem::create_directories(folder.file(inner));
    for (const auto& [name, bytes] : documents) {
        entries.push_back({below + name, bytes});
        write_file(folder.file(name), bytes);
    }
    // What lies beside them and is none is left alone.
    entries.push_back({below + "pictures/plan.svg", "<svg/>"});
    write_file(folder.file("pictures/.DS_Store"), "x");
    write_bundle(folder.file("content.zip"), entries);
    const auto unpacked = read_content(folder.file("content.zip"));
    const auto read = read_content(folder.path());
    REQUIRE(unpacked.has_value());
    REQUIRE(read.has_value());
    CHECK(*unpacked == documents);
    CHECK(*read == documents);
    const auto content = parse_hall_content(*unpacked);
    REQUIRE(content.has_value());
    CHECK(content->knowledge.picture("photo")->header.orientation == Orientation::right_turn);
    CHECK(content->knowledge.picture("photo")->header.height == 120);
}

TEST_CASE("a picture and its words come together or not at all") {
    ContentDocuments documents = whole_hall();
    documents.erase(bytes_file);
    CHECK(fault_of(documents) ==
          "pictures/roof-plan.json: document: Beside this there is neither roof-plan.jpg nor roof-plan.png.");
    documents = whole_hall();
    documents["pictures/alone.jpg"] = jpeg_picture(80, 80);
    CHECK(has(fault_of(documents), "pictures/alone.jpg: document: Beside this there is no document (.json)"));
    documents = whole_hall();
    documents["pictures/roof-plan.jpg"] = jpeg_picture(80, 80);
    CHECK(has(fault_of(documents), "pictures/roof-plan.png: document: There is roof-plan.jpg too"));
    for (const char* name : {"pictures/roof-plan.JPEG", "pictures/roof-plan.webp", "pictures/roof-plan.PNG"})
        CHECK(has(fault_with(name, "x"), std::string(name) + ": document: A picture's file is named after"));
}

TEST_CASE("what is in a picture's file decides, not its name") {
    CHECK(has(fault_with(bytes_file, jpeg_picture(80, 80)), "This is a JPEG, and its name says PNG."));
    CHECK(has(fault_with(bytes_file, "GIF89a"), "pictures/roof-plan.png: document: This is a picture of the kind GIF"));
    CHECK(has(fault_with(bytes_file, "{}"), "neither a JPEG nor a PNG"));
    CHECK(has(fault_with(bytes_file, ""), "This file is empty."));
    CHECK(has(fault_with(bytes_file, png_picture(32, 80)), "each side may have 64 to 4096"));
    CHECK(has(fault_with(bytes_file, std::string(picture_bytes_max + 1, 'x')), "at most 1048576 bytes"));
}

TEST_CASE("a picture's words are checked as other documents are") {
    CHECK(has(fault_with_field(words_file, "/kind", "notice"), "/kind (kind): Here stands \"picture\"."));
    CHECK(has(fault_with_field(words_file, "/id", "other"), "The file is not named after this id."));
    CHECK(has(fault_with_field(words_file, "/title/zh", std::string(60, 'x')), "pictures/roof-plan.json: /title/zh"));
    CHECK(has(fault_with_field(words_file, "/description/en", ""), "/description/en"));
    CHECK(has(fault_with_field(words_file, "/summary", "x"), "There is no such field here."));
    CHECK(has(fault_with_field(words_file, "/valid", {{"from", "2026-02-01"}, {"until", "2026-01-01"}}), "/valid"));
    CHECK(has(fault_with_field("notices/roof.json", "/pictures", {"nowhere"}),
              "notices/roof.json: /pictures/0 (pictures): Nothing has the id \"nowhere\"."));
    // A notice's id is no picture's.
    CHECK(has(fault_with_field("notices/roof.json", "/pictures", {"roof"}), "Nothing has the id \"roof\"."));
    CHECK(has(fault_with_field("notices/roof.json", "/pictures", {"roof-plan", "roof-plan"}), "named twice"));
    CHECK(has(fault_with_field("notices/roof.json", "/pictures", {"a", "b", "c", "d", "e"}), "0 to 4"));
}

TEST_CASE("all pictures together have bounds") {
    ContentDocuments documents = whole_hall();
    const std::string small = documents.at(bytes_file);
    for (std::size_t i = 1; i < pictures_max; ++i) {
        const std::string id = "p" + std::to_string(i);
        documents["pictures/" + id + ".json"] = words_of(id);
        documents["pictures/" + id + ".png"] = small;
    }
    CHECK(fault_of(documents) == "");
    documents["pictures/q.png"] = small;
    documents["pictures/q.json"] = words_of("q");
    CHECK(has(fault_of(documents), "There are at most 200 pictures."));
    documents = whole_hall();
    std::string large = jpeg_picture(80, 80);
    large.resize(picture_bytes_max);  // what stands behind the end counts as well
    for (std::size_t i = 0; i < pictures_bytes_max / picture_bytes_max; ++i) {
        const std::string id = "p" + std::to_string(i);
        documents["pictures/" + id + ".json"] = words_of(id);
        documents["pictures/" + id + ".jpg"] = large;
    }
    CHECK(has(fault_of(documents), "All pictures together have at most 25165824 bytes."));
}

TEST_CASE("what only decoding can see is found by whoever checks, with the file's name, and loading does not look") {
    ContentDocuments documents = whole_hall();
    std::string& bytes = documents.at(bytes_file);
    const std::size_t pixels = bytes.find("IDAT");
    REQUIRE(pixels != std::string::npos);
    bytes[pixels + 10] = static_cast<char>(bytes[pixels + 10] ^ 0x55);
    const auto content = parse_hall_content(documents);
    REQUIRE(content.has_value());
    const auto fault = check_pictures(*content);
    REQUIRE(fault.has_value());
    CHECK(fault->text() == "pictures/roof-plan.png: document: This PNG is damaged or cut off.");
}

TEST_CASE("the demo hall's pictures are whole, small and named by a notice") {
    const auto content = parse_hall_content(embedded_content());
    REQUIRE(content.has_value());
    const Knowledge& knowledge = content->knowledge;
    CHECK(knowledge.pictures.size() >= 3);
    CHECK_FALSE(check_pictures(*content).has_value());
    for (const ContentPicture& picture : knowledge.pictures) {
        INFO(picture.head.id);
        CHECK(picture.bytes->size() <= 120UL * 1024);
        CHECK(std::ranges::any_of(knowledge.notices, [&](const PublicNotice& notice) {
            return std::ranges::find(notice.pictures, picture.head.id) != notice.pictures.end();
        }));
    }
}
