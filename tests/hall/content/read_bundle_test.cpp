// SPDX-License-Identifier: Apache-2.0
#include "hall/content/read_bundle.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "hall/content/document_kinds.h"
#include "tests/hall/content/whole_hall.h"
#include "tests/support/bundle.h"
#include "tests/support/temp_folder.h"

using namespace linli;
using namespace linli::support;

namespace {

std::vector<BundleEntry> packed(const ContentDocuments& documents, const std::string& below = {}) {
    std::vector<BundleEntry> entries;
    for (const auto& [name, bytes] : documents) entries.push_back({below + name, bytes});
    return entries;
}

/// What is said of a bundle that holds a sound hall and this.
std::string fault_with(std::vector<BundleEntry> more) {
    const TempFolder folder;
    std::vector<BundleEntry> entries = packed(whole_hall());
    entries.insert(entries.end(), more.begin(), more.end());
    write_bundle(folder.file("content.zip"), entries);
    const auto read = read_content_bundle(folder.file("content.zip"));
    return read ? "" : read.error().message;
}

bool has(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a bundle's documents are read as a folder's are, also where a folder was packed whole") {
    const TempFolder folder;
    const auto file = folder.file("content.zip");
    const std::string below = GENERATE("", "my content/", "内容/");
    std::vector<BundleEntry> entries = packed(whole_hall(), below);
    entries.push_back({below + "notes.txt", "left alone"});
    entries.push_back({"__MACOSX/._hall.json", "left alone"});
    if (!below.empty()) entries.push_back({below + "policies/"});
    write_bundle(file, entries);
    const auto read = read_content(file);
    REQUIRE(read.has_value());
    CHECK(*read == whole_hall());
}

TEST_CASE("a bundle of policies alone keeps its folder's name, and a mistyped name is told when it is parsed") {
    const TempFolder folder;
    write_bundle(folder.file("content.zip"), {{"policies/a.json", "{}"}, {"policies/b.json", "{}"}});
    CHECK(read_content(folder.file("content.zip"))->contains("policies/a.json"));
    auto entries = packed(whole_hall());
    entries.push_back({"policys/a.json", "{}"});
    write_bundle(folder.file("content.zip"), entries);
    const auto content = parse_hall_content(*read_content(folder.file("content.zip")));
    REQUIRE_FALSE(content.has_value());
    CHECK(content.error().file == "policys/a.json");
}

TEST_CASE("a bundle with a name that leads elsewhere is refused whole") {
    const std::string name =
        GENERATE("../hall.json", "/etc/hall.json", "policies/../../x.json", "a/./b.json", "..\\x.json", "C:x.json",
                 "a//b.json", "policies/..", "x\ny.json", "../notes.txt");
    INFO(name);
    CHECK(has(fault_with({{name, "{}"}}), "Such a name may not stand in a bundle."));
}

TEST_CASE("a bundle with a link or a device is refused whole") {
    const std::uint32_t mode = GENERATE(S_IFLNK | 0777U, S_IFIFO | 0644U, S_IFBLK | 0644U);
    CHECK(has(fault_with({{"policies/x.json", "/etc/passwd", mode}}), "Links may not stand in a bundle."));
    CHECK(fault_with({{"notes.txt", "good", S_IFREG | 0644U}}).empty());
}

TEST_CASE("a bundle that unpacks to too much is stopped") {
    const std::string large(document_bytes_max, ' ');
    CHECK(has(fault_with({{"policies/x.json", large + " "}}), "A document has at most"));
    std::vector<BundleEntry> many;
    for (std::size_t i = 0; i * document_bytes_max <= bundle_unpacked_bytes_max; ++i)
        many.push_back({"policies/x" + std::to_string(i) + ".json", large});
    CHECK(has(fault_with(many), "A bundle unpacks to at most"));
    std::vector<BundleEntry> entries;
    for (std::size_t i = 0; i <= documents_max; ++i) entries.push_back({"policies/x" + std::to_string(i) + ".json"});
    CHECK(has(fault_with(entries), "There are at most"));
    for (std::size_t i = 0; i <= bundle_entries_max; ++i) entries.push_back({"n" + std::to_string(i) + ".txt"});
    CHECK(has(fault_with(entries), "A bundle holds at most"));
}

TEST_CASE("one name twice is refused, since nobody knows which was meant") {
    const TempFolder folder;
    const auto file = folder.file("content.zip");
    write_bundle(file, {{"policies/a1.json", "{}"}, {"policies/a2.json", "[]"}});
    std::string bytes = read_file(file);
    for (std::size_t at = 0; (at = bytes.find("a2.json", at)) != std::string::npos;) bytes.replace(at, 2, "a1");
    write_file(file, bytes);
    const auto read = read_content_bundle(file);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::invalid_content);
}

TEST_CASE("what is no archive, is damaged or not there is told") {
    const TempFolder folder;
    const auto file = folder.file("content.zip");
    CHECK(read_content(file).error().code == ErrorCode::missing);
    write_file(file, "no archive");
    CHECK(read_content(file).error().code == ErrorCode::invalid_content);
    mkfifo(folder.file("pipe").c_str(), 0600);
    CHECK(read_content(folder.file("pipe")).error().code == ErrorCode::io);
    write_bundle(file, packed(whole_hall()));
    const std::string whole = read_file(file);
    // Every cut, and every seventh byte turned: never more than a fault, and what is read is what was packed.
    for (std::size_t cut = 0; cut < whole.size(); cut += 97) {
        write_file(file, whole.substr(0, cut));
        CHECK_FALSE(read_content_bundle(file).has_value());
    }
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string spoilt = whole;
        spoilt[at] = static_cast<char>(spoilt[at] ^ 0x55);
        write_file(file, spoilt);
        refused += read_content_bundle(file).has_value() ? 0 : 1;
    }
    CHECK(refused > 100);
}
