// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "hall/base/uuid.h"
#include "hall/content/document_kinds.h"
#include "tests/hall/content/small_hall.h"
#include "tests/support/places.h"

using namespace linli;

namespace {

// A folder with documents that goes when the test ends.
class Folder {
public:
    explicit Folder(const ContentDocuments& documents)
        : path_(std::filesystem::temp_directory_path() / ("linli-content-" + new_uuid(0))) {
        std::filesystem::create_directory(path_);
        for (const auto& [name, bytes] : documents) std::ofstream(path_ / name, std::ios::binary) << bytes;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a folder's documents are read byte for byte, and other files left alone") {
    const Folder folder(small_hall());
    std::ofstream(folder.path() / "notes.txt") << "no document";
    const auto documents = read_content_folder(folder.path().string());
    REQUIRE(documents.has_value());
    CHECK(*documents == small_hall());
}

TEST_CASE("the demo hall in the source tree is the one built in") {
    const auto documents = read_content_folder(support::source_folder() / "assets/hall");
    REQUIRE(documents.has_value());
    CHECK(*documents == embedded_content());
}

TEST_CASE("a document missing in the folder is told when it is parsed") {
    ContentDocuments written = small_hall();
    written.erase("lines.json");
    const Folder folder(written);
    const auto documents = read_content_folder(folder.path().string());
    REQUIRE(documents.has_value());
    CHECK(parse_hall_content(*documents).error().text() == "lines.json: document: This document is missing.");
}

TEST_CASE("a folder that is not there is missing") {
    const Folder folder({});
    CHECK(read_content_folder((folder.path() / "none").string()).error().code == ErrorCode::missing);
    std::ofstream(folder.path() / "file") << "x";
    CHECK(read_content_folder((folder.path() / "file").string()).error().code == ErrorCode::missing);
}

TEST_CASE("a document of more than 4 MiB is not read") {
    ContentDocuments written = small_hall();
    written["lines.json"].resize(document_bytes_max, ' ');
    CHECK(read_content_folder(Folder(written).path().string()).has_value());
    written["lines.json"] += ' ';
    const Folder folder(written);
    const auto documents = read_content_folder(folder.path().string());
    REQUIRE_FALSE(documents.has_value());
    CHECK(documents.error().code == ErrorCode::invalid_content);
    CHECK(documents.error().message.find("lines.json") != std::string::npos);
}

TEST_CASE("a pipe or a folder in a document's place is an error and does not block") {
    ContentDocuments written = small_hall();
    written.erase("lines.json");
    const Folder folder(written);
    const auto place = folder.path() / "lines.json";
    SECTION("pipe") { REQUIRE(mkfifo(place.c_str(), 0600) == 0); }
    SECTION("folder") { REQUIRE(std::filesystem::create_directory(place)); }
    const auto documents = read_content_folder(folder.path().string());
    REQUIRE_FALSE(documents.has_value());
    CHECK(documents.error().code == ErrorCode::io);
    CHECK(documents.error().message.find("lines.json") != std::string::npos);
}
