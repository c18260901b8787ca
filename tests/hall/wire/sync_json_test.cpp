// SPDX-License-Identifier: Apache-2.0
#include "hall/wire/sync_json.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "tests/support/test_hall.h"

using namespace linli;
using namespace linli::support;

namespace {

const std::string digest(64, 'a');

}  // namespace

TEST_CASE("a pairing string comes back whole, with spaces around it, and is refused when it is cut off") {
    const sync::Pairing pairing{"https://district.example:8443", "7f3a-20c1", "sha256//abc="};
    const std::string line = sync::pairing_text(pairing);
    const auto read = value_of(sync::read_pairing(" \t" + line + "\r\n"));
    CHECK(read.address == pairing.address);
    CHECK(read.code == pairing.code);
    CHECK(read.pin == pairing.pin);
    for (std::size_t length = 0; length < line.size(); ++length)
        CHECK(error_of(sync::read_pairing(line.substr(0, length))) == "invalid_input");
    CHECK(error_of(sync::read_pairing("linli1:" + std::string(2'000, 'e'))) == "invalid_input");
    CHECK(error_of(sync::read_pairing(std::string("\xff\xfe\0", 3))) == "invalid_input");
}

TEST_CASE("the answer to a push comes back, and every damage to it is noticed") {
    const sync::PushAnswer answer{
        digest,
        {sync::EntryResult::accepted, sync::EntryResult::duplicate, sync::EntryResult::quarantined},
        7,
        6,
        "inc-1"};
    const std::string json = written(answer);
    const auto read = value_of(sync::read_push_answer(json));
    CHECK(read.results == answer.results);
    CHECK(read.acked_through == 7);
    CHECK(read.durable_through == 6);
    for (std::size_t length = 0; length < json.size(); ++length)
        CHECK(error_of(sync::read_push_answer(json.substr(0, length))) == "corrupt");
    for (const char* wrong :
         {"{}", "[]", "null", "<html>Please log in</html>", R"({"digest":"xyz"})",
          R"({"digest":1,"results":[],"acked_through":1,"durable_through":1,"server_incarnation":"a"})"})
        CHECK(error_of(sync::read_push_answer(wrong)) == "corrupt");
    CHECK(error_of(sync::read_push_answer(std::string(100'000, '[') + std::string(100'000, ']'))) == "corrupt");
}

TEST_CASE("a field that is not known is passed over") {
    CHECK(value_of(sync::read_health_answer(R"({"now_ms":1,"server_incarnation":"a","more":{"x":[1]}})")).now_ms == 1);
}

TEST_CASE("a health report comes back") {
    sync::Health health;
    health.box_id = "box";
    health.journal_seq = 12;
    health.devices = {{"kiosk", "printer", "paper_low", "", 5}};
    const auto read = value_of(sync::read_health(written(health)));
    CHECK(read.journal_seq == 12);
    REQUIRE(read.devices.size() == 1);
    CHECK(read.devices[0].health == "paper_low");
}

TEST_CASE("a page of the feed keeps its items' bodies as JSON") {
    const sync::FeedPage page{{{"id-1", "message.set", R"({"zh":"停电","en":"","until_ms":null})"}}, "p:1", true};
    const auto read = value_of(sync::read_feed_page(written(page)));
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].body == page.items[0].body);
    CHECK(read.more);
    CHECK(error_of(sync::read_feed_page(R"({"items":[{"id":"a","kind":"b","body":3}],"cursor":"","more":false})")) ==
          "corrupt");
}

TEST_CASE("a refusal is read as far as it is one") {
    const auto gap = sync::read_problem(written(sync::Problem{"gap", "12 is next", 11}));
    CHECK(gap.problem == "gap");
    CHECK(gap.acked_through == 11);
    CHECK(sync::read_problem("<html>").problem.empty());
}

TEST_CASE("a signature is made and checked, and fits no other text, key or signature") {
    const SigningKey key = make_signing_key(), other = make_signing_key();
    const std::string signature = sign("text", key.secret);
    CHECK(signature_fits("text", signature, key.public_key));
    CHECK_FALSE(signature_fits("texT", signature, key.public_key));
    CHECK_FALSE(signature_fits("text", signature, other.public_key));
    CHECK_FALSE(signature_fits("text", signature.substr(1), key.public_key));
    CHECK_FALSE(signature_fits("text", signature, ""));
    CHECK(fingerprint_of(key.public_key).size() == 19);
}

TEST_CASE("hexadecimal and base64url come back, and what is neither is refused") {
    for (std::size_t length = 0; length < 70; ++length) {
        const std::string bytes = random_bytes(length);
        CHECK(bytes_of_hex(hex(bytes)) == bytes);
        CHECK(bytes_of_base64url(base64url(bytes)) == bytes);
    }
    CHECK_FALSE(bytes_of_hex("abc"));
    CHECK_FALSE(bytes_of_hex("AB"));
    CHECK_FALSE(bytes_of_base64url("a+/="));
}

TEST_CASE("the key of a ticket's page is 20 letters that another key or ticket does not give") {
    const std::string key(32, 'k');
    const std::string page = sync::page_key_of(key, "ticket-1");
    CHECK(page.size() == 20);
    CHECK(page.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
    CHECK(page == sync::page_key_of(key, "ticket-1"));
    CHECK(page != sync::page_key_of(key, "ticket-2"));
    CHECK(page != sync::page_key_of(std::string(32, 'l'), "ticket-1"));
}
