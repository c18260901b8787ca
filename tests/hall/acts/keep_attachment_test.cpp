// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/keep_attachment.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/read_attachments.h"
#include "hall/acts/verify_journal.h"
#include "hall/wire/sync_limits.h"
#include "tests/support/attachments.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

constexpr std::size_t most = sync::attachment_bytes_max;

ActResult<Attachment> keep(TestHall& test, const std::string& bytes, const std::string& name = "身份证复印件",
                           const std::string& media_type = {}) {
    return keep_attachment(test.hall(), {name, media_type, bytes_of(bytes)});
}

std::string whole(TestHall& test, const Attachment& attachment) {
    const ReadBytes read = bytes_of_attachment(test.hall(), attachment.digest);
    std::string all;
    for (std::string part = "-"; !part.empty(); all += part)
        part = value_of(read(static_cast<std::int64_t>(all.size()), 100'000));
    return all;
}

}  // namespace

TEST_CASE("an attachment is kept in pieces with one entry that names it, and comes out as it went in") {
    TestHall test;
    const std::string bytes = pdf_of(600'001);
    const Attachment kept = done(keep(test, bytes));
    CHECK(kept.digest == digest_of(bytes));
    CHECK(kept.media_type == "application/pdf");
    CHECK(kept.size == 600'001);
    CHECK(whole(test, kept) == bytes);
    CHECK(test.count("SELECT count(*) FROM attachment_part") == 3);
    CHECK(test.count("SELECT max(length(bytes)) FROM attachment_part") == sync::attachment_part_max);
    const auto entries = test.journal_of("attachment.kept");
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].seq == kept.entry_seq);
    CHECK(entries[0].subject == "attachment:" + kept.digest);
    CHECK(entries[0].body ==
          fmt::format(R"({{"digest":"{}","size":600001,"media_type":"application/pdf","name":"身份证复印件"}})",
                      kept.digest));
}

TEST_CASE("the same bytes again are the same attachment, and nothing is written") {
    TestHall test;
    const Attachment first = done(keep(test, pdf_of(1000)));
    const auto before = test.journal().size();
    const Attachment again = done(keep(test, pdf_of(1000), "another name"));
    CHECK(again.digest == first.digest);
    CHECK(again.name == first.name);
    CHECK(test.journal().size() == before);
    done(keep(test, pdf_of(1000, 2)));
    CHECK(value_of(list_attachments(test.hall())).size() == 2);
}

TEST_CASE("what is no PNG, JPEG or PDF is refused, also under such a name") {
    TestHall test;
    CHECK(done(keep(test, "\x89PNG\r\n\x1a\n....")).media_type == "image/png");
    CHECK(done(keep(test, "\xff\xd8\xff\xe0....", "a", "image/jpeg")).media_type == "image/jpeg");
    for (const std::string& bytes :
         std::vector<std::string>{"GIF89a......", "<html>", "PDF-1.7", "\x89PNG\n\x1a\n", "MZ", std::string(10, '\0')})
        CHECK(refusal(keep(test, bytes)) == "attachment_wrong_type");
    CHECK(refusal(keep(test, pdf_of(50), "a", "image/png")) == "attachment_wrong_type");
    CHECK(refusal(keep(test, pdf_of(50), "a", "text/html")) == "attachment_wrong_type");
}

TEST_CASE("an attachment has 1 byte to 20 MiB and a name that is a line") {
    TestHall test;
    CHECK(refusal(keep(test, "")) == "attachment_empty");
    CHECK(refusal(keep(test, pdf_of(most + 1))) == "attachment_too_large");
    CHECK(value_of(list_attachments(test.hall())).empty());
    CHECK(done(keep(test, pdf_of(most))).size == static_cast<std::int64_t>(most));
    std::string hundred;
    for (int i = 0; i < 100; ++i) hundred += "字";
    done(keep(test, pdf_of(60), hundred));
    for (const std::string& name : {std::string(), std::string("  "), hundred + "字", std::string("a\nb"),
                                    std::string("a\x1b[2J"), std::string("\xff")})
        CHECK(refusal(keep(test, pdf_of(61), name)) == "attachment_bad_name");
}

TEST_CASE("a file without an end is read no further than an attachment may be") {
    TestHall test;
    std::int64_t furthest = 0;
    const ReadBytes endless = [&](std::int64_t at, std::size_t count) -> Result<std::string> {
        furthest = at;
        return std::string(count, 'x');
    };
    CHECK(refusal(keep_attachment(test.hall(), {"a", {}, endless})) == "attachment_too_large");
    CHECK(furthest <= static_cast<std::int64_t>(most));
}

TEST_CASE("bytes that change or fail while they are read leave nothing behind") {
    TestHall test;
    const std::string bytes = pdf_of(300'000);
    int reads = 0;
    bool fails = false;
    const ReadBytes changing = [&](std::int64_t at, std::size_t count) -> Result<std::string> {
        std::string part = value_of(bytes_of(bytes)(at, count));
        // The third one is the first of the second reading.
        if (++reads == 4 && fails) return fail(ErrorCode::io, "the stick was pulled out");
        if (reads == 4) part.at(7) = '?';
        return part;
    };
    const auto before = test.journal().size();
    CHECK(error_of(keep_attachment(test.hall(), {"a", {}, changing})) == "invalid_input");
    reads = 0;
    fails = true;
    CHECK(error_of(keep_attachment(test.hall(), {"a", {}, changing})) == "io");
    CHECK(test.count("SELECT count(*) FROM attachment") == 0);
    CHECK(test.count("SELECT count(*) FROM attachment_part") == 0);
    CHECK(test.journal().size() == before);
    CHECK(value_of(verify_journal(test.hall())).fault.value_or("none") == "none");
}

TEST_CASE("while an attachment is first read the hall goes on issuing numbers") {
    TestHall test;
    const auto other = test.another();
    int issued = 0;
    const ReadBytes slow = [&](std::int64_t at, std::size_t count) -> Result<std::string> {
        if (at == 0 && issued++ == 0) test.take("senior-card");
        return bytes_of(pdf_of(1000))(at, count);
    };
    done(keep_attachment(*other, {"a", {}, slow}));
    CHECK(test.journal_of("ticket.taken").size() == 1);
}

TEST_CASE("an unknown digest is refused") {
    TestHall test;
    CHECK(refusal(find_attachment(test.hall(), "abc")) == "unknown_attachment");
    const Attachment kept = done(keep(test, pdf_of(99)));
    CHECK(done(find_attachment(test.hall(), kept.digest)).name == kept.name);
}
