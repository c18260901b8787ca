// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/cli/linli.h"
#include "tests/support/attachments.h"

using namespace linli::support;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a scan is kept, listed and written out again with the same bytes") {
    Linli linli;
    linli.init();
    CHECK(contains(linli.text({"attachment", "list"}), "no attachments"));
    const std::string bytes = pdf_of(700'000);
    write_file(linli.file("scan.pdf"), bytes);
    const auto kept = linli.json({"attachment", "add", linli.file("scan.pdf"), "--name", "Identity card"});
    CHECK(kept.at("digest") == digest_of(bytes));
    CHECK(kept.at("media_type") == "application/pdf");
    CHECK(kept.at("sent") == false);
    CHECK(contains(linli.text({"attachment", "add", linli.file("scan.pdf")}), digest_of(bytes)));
    const auto listed = linli.json({"attachment", "list"});
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("name") == "Identity card");
    CHECK(contains(linli.text({"attachment", "list"}), "Identity card"));
    linli.text({"attachment", "get", digest_of(bytes), "--out", linli.file("out.pdf")});
    CHECK(read_file(linli.file("out.pdf")) == bytes);
    CHECK(linli.run({"verify-journal"}).exit_code == 0);
}

TEST_CASE("without a name an attachment has its file's, and what cannot be kept is said in words") {
    Linli linli;
    linli.init();
    write_file(linli.file("face.jpg"), "\xff\xd8\xff\xe0 a face");
    CHECK(linli.json({"attachment", "add", linli.file("face.jpg")}).at("name") == "face.jpg");
    write_file(linli.file("page.pdf"), "<html>");
    CHECK(linli.json_of(1, {"attachment", "add", linli.file("page.pdf")}).at("refused") == "attachment_wrong_type");
    write_file(linli.file("empty.pdf"), "");
    const Finished empty = linli.run({"attachment", "add", linli.file("empty.pdf")});
    CHECK(empty.exit_code == 1);
    CHECK(contains(empty.err, "empty"));
    const Finished missing = linli.run({"attachment", "add", linli.file("nowhere.pdf")});
    CHECK(missing.exit_code == 3);
    CHECK(contains(missing.err, "nowhere.pdf"));
    CHECK(linli.run({"attachment", "add", "/dev/zero"}).exit_code == 3);
    CHECK(linli.json_of(1, {"attachment", "get", "abc", "--out", linli.file("x")}).at("refused") ==
          "unknown_attachment");
    const std::string digest = linli.json({"attachment", "list"})[0].at("digest");
    const Finished nowhere = linli.run({"attachment", "get", digest, "--out", "/no/such/folder/x"});
    CHECK(nowhere.exit_code == 3);
    CHECK(contains(nowhere.err, "/no/such/folder"));
    CHECK(linli.run({"attachment"}).exit_code == 2);
    CHECK(linli.run({"attachment", "add"}).exit_code == 2);
}
