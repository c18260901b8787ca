// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "district/boxes/attachments.h"
#include "district/store/attachments.h"
#include "tests/district/test_box.h"
#include "tests/support/attachments.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;
using support::digest_of;

namespace {

std::string kept(const std::string& digest, const std::string& size, const std::string& type, const std::string& name) {
    return fmt::format(R"({{"digest":"{}","size":{},"media_type":"{}","name":"{}"}})", digest, size, type, name);
}

}  // namespace

TEST_CASE("an attachment that an entry names is awaited, whether it comes before or afterwards") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    Connection& connection = district.connection();
    const std::string bytes = support::pdf_of(500), digest = digest_of(bytes);
    const auto row = [&] { return value_of(find_attachment(connection, box.key().hall_id, digest)).value(); };
    const auto bring = [&] {
        REQUIRE(value_of(announce_attachment(connection, box.key().hall_id, {digest, 500, "application/pdf"}, 7)));
        REQUIRE(value_of(take_attachment_part(connection, box.key().hall_id, digest, 0, bytes, 8)));
    };
    const bool comes_first = GENERATE(false, true);
    if (comes_first) bring();
    box.add("attachment.kept", "attachment:" + digest, kept(digest, "500", "application/pdf", "身份证"));
    CHECK(letters(taken(connection, box, box.all()).results) == "a");
    CHECK(row().name == "身份证");
    CHECK(row().named_ms == monday_ms);
    CHECK(row().complete_ms.has_value() == comes_first);
    // The same once more names it no later.
    CHECK(letters(taken(connection, box, box.all()).results) == "d");
    value_of(name_attachment(connection, {box.key().hall_id, digest, 500, "application/pdf", "身份证", 0, {}, {}, {}},
                             monday_ms + 5));
    if (!comes_first) bring();
    CHECK(row().complete_ms == 8);
    CHECK(row().name == "身份证");
    CHECK(row().named_ms == monday_ms);
}

TEST_CASE("an entry that names no attachment as one is named is put in quarantine") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    TestBox box(district, district.add_hall());
    const std::string good(64, 'a');
    const auto add = [&](const std::string& body) { box.add("attachment.kept", "attachment:x", body); };
    add(kept(good, "500", "image/png", "scan"));
    add(kept("aa", "500", "image/png", "scan"));
    add(kept(std::string(64, 'G'), "500", "image/png", "scan"));
    add(kept(good, "0", "image/png", "scan"));
    add(kept(good, "20971521", "image/png", "scan"));
    add(kept(good, "\"500\"", "image/png", "scan"));
    add(kept(good, "500", "text/html", "scan"));
    add(kept(good, "500", "image/png", "a\\u001b[2J"));
    add("{}");
    CHECK(letters(taken(district.connection(), box, box.all()).results) == "aqqqqqqqq");
}
