// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/enrol_box.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/leave_district.h"
#include "hall/acts/note_contact.h"
#include "hall/acts/read_link.h"
#include "hall/acts/renew_token.h"
#include "hall/acts/show_sync.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "tests/support/district_link.h"

using namespace linli;
using namespace linli::support;

namespace {

const sync::Pairing pairing{"https://district.example:8443/", "code-1", "sha256//abc"};

SyncLink link_of(TestHall& test) { return value_of(read_link(test.hall())).link; }

}  // namespace

TEST_CASE("a box that begins to join makes its key, and proves the code with it") {
    TestHall test;
    const Enrolment begun = done(begin_enrolment(test.hall(), pairing));
    CHECK(begun.address == "https://district.example:8443");
    CHECK(begun.request.box_id == value_of(test.stores().box.load()).box_id);
    CHECK(begun.request.name == "桂花里社区服务大厅");
    const std::string key = bytes_of_hex(begun.request.public_key).value();
    CHECK(signature_fits(sync::enrol_text(begun.request), bytes_of_hex(begun.request.proof).value(), key));
    CHECK(value_of(show_sync(test.hall())).fingerprint == fingerprint_of(key));
    CHECK(value_of(show_sync(test.hall())).state == LinkState::waiting);
}

TEST_CASE("the same code goes on with the same key, also after a restart; another code takes its place") {
    TestHall test;
    const std::string key = done(begin_enrolment(test.hall(), pairing)).request.public_key;
    test.reopen();
    CHECK(done(begin_enrolment(test.hall(), pairing)).request.public_key == key);
    CHECK(value_of(running_enrolment(test.hall())).value().request.public_key == key);
    const Enrolment other = done(begin_enrolment(test.hall(), {"https://other.example", "code-2", ""}));
    CHECK(other.request.code == "code-2");
    CHECK(link_of(test).address == "https://other.example");
    CHECK_FALSE(
        value_of(keep_enrolment(test.hall(), "code-1", approval(value_of(show_sync(test.hall())).fingerprint))));
    CHECK(link_of(test).state == LinkState::waiting);
}

TEST_CASE("an approval is kept, and ends the waiting; about another key it is none") {
    TestHall test;
    done(begin_enrolment(test.hall(), pairing));
    CHECK(error_of(keep_enrolment(test.hall(), "code-1", approval("0000-0000-0000-0000"))) == "corrupt");
    const std::string fingerprint = value_of(show_sync(test.hall())).fingerprint;
    sync::EnrolAnswer waiting;
    waiting.fingerprint = fingerprint;
    CHECK(value_of(keep_enrolment(test.hall(), "code-1", waiting)));
    CHECK(link_of(test).state == LinkState::waiting);
    CHECK(value_of(keep_enrolment(test.hall(), "code-1", approval(fingerprint))));
    const SyncLink link = link_of(test);
    CHECK(link.state == LinkState::approved);
    CHECK(link.token == test_token);
    CHECK(link.hall_id == "hall-7");
    REQUIRE(note_token_used(test.hall(), test_token).has_value());
    CHECK(link_of(test).code.empty());
    CHECK_FALSE(value_of(running_enrolment(test.hall())).has_value());
    CHECK_FALSE(value_of(keep_enrolment(test.hall(), "code-1", approval(fingerprint))));
}

TEST_CASE("a box that belongs to a district joins no second one until it has left") {
    TestHall test;
    join_district(test.hall(), "https://district.example");
    const SyncLink before = link_of(test);
    CHECK(refusal(begin_enrolment(test.hall(), {"https://other.example", "code-2", ""})) == "enrolled_already");
    CHECK(link_of(test) == before);
    CHECK(value_of(leave_district(test.hall())));
    CHECK(link_of(test) == SyncLink{});
    CHECK_FALSE(value_of(leave_district(test.hall())));
    CHECK(done(begin_enrolment(test.hall(), pairing)).request.public_key != hex(before.public_key));
}

TEST_CASE("an enrolment that the district refuses ends, and says why; another one's end does not end it") {
    TestHall test;
    done(begin_enrolment(test.hall(), pairing));
    REQUIRE(drop_enrolment(test.hall(), "code-0", "code_expired", "").has_value());
    CHECK(link_of(test).state == LinkState::waiting);
    REQUIRE(drop_enrolment(test.hall(), "code-1", "code_expired", "made 8 days ago").has_value());
    const SyncView view = value_of(show_sync(test.hall()));
    CHECK(view.state == LinkState::none);
    CHECK(view.trouble == SyncTrouble::code_expired);
    CHECK(link_of(test).secret_key.empty());
}

TEST_CASE("records go over TLS or to this very machine, and nowhere else") {
    for (const char* good : {"https://d.example", "https://d.example:8443", "https://10.0.0.1/linli",
                             "http://127.0.0.1:80", "http://[::1]:8080", "http://localhost"})
        CHECK(is_district_address(good));
    for (const char* bad : {"", "https://", "https:///x", "http://d.example", "http://127.0.0.1.evil.example",
                            "http://localhost@evil.example", "ftp://127.0.0.1", "https://a b", "file:///etc/passwd"}) {
        INFO(bad);
        CHECK_FALSE(is_district_address(bad));
    }
    TestHall test;
    CHECK(error_of(begin_enrolment(test.hall(), {"http://d.example", "c", ""})) == "invalid_input");
    for (const char* pin : {"/etc/ssl/key.pem", "sha256//", "sha256//a;/etc/key.pem", "sha256//a;;", ";"}) {
        INFO(pin);
        CHECK(error_of(begin_enrolment(test.hall(), {"https://d.example", "c", pin})) == "invalid_input");
    }
    done(begin_enrolment(test.hall(), {"https://d.example", "c", "sha256//a;sha256//b"}));
}

TEST_CASE("a new token takes the old one's place with its first use, and not before") {
    TestHall test;
    join_district(test.hall(), "https://district.example");
    const std::string next(64, 'b');
    REQUIRE(keep_next_token(test.hall(), next).has_value());
    CHECK(link_of(test).token == test_token);
    REQUIRE(note_token_used(test.hall(), std::string(64, 'c')).has_value());
    CHECK(link_of(test).token == test_token);
    test.clock.pass_hours(24);
    REQUIRE(note_token_used(test.hall(), next).has_value());
    CHECK(link_of(test).token == next);
    CHECK(link_of(test).token_before == test_token);
    CHECK(link_of(test).next_token.empty());
    CHECK(value_of(read_link(test.hall())).token_age_ms == 0);
    REQUIRE(keep_next_token(test.hall(), test_token).has_value());
    REQUIRE(drop_next_token(test.hall(), test_token).has_value());
    CHECK(link_of(test).token == next);
    CHECK(link_of(test).next_token.empty());
}

TEST_CASE("a first token that is worthless lets the enrolment go on; a later one is the end") {
    TestHall test;
    join_district(test.hall(), "https://district.example");
    REQUIRE(note_revoked(test.hall(), SyncTrouble::token_unknown, "").has_value());
    CHECK(link_of(test).state == LinkState::waiting);
    CHECK(value_of(running_enrolment(test.hall())).value().request.code == "code-1");
    CHECK(value_of(keep_enrolment(test.hall(), "code-1", approval(value_of(show_sync(test.hall())).fingerprint))));
    REQUIRE(note_token_used(test.hall(), test_token).has_value());
    REQUIRE(note_revoked(test.hall(), SyncTrouble::token_unknown, "").has_value());
    CHECK(link_of(test).state == LinkState::revoked);
}

TEST_CASE("nothing of joining and leaving is in the journal") {
    TestHall test;
    const auto before = test.journal().size();
    join_district(test.hall(), "https://district.example");
    value_of(leave_district(test.hall()));
    CHECK(test.journal().size() == before);
}
