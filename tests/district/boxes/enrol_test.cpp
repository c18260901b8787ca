// SPDX-License-Identifier: Apache-2.0
#include "district/boxes/enrol.h"

#include "district/boxes/token.h"
#include "district/store/alarms.h"
#include "district/store/settings.h"
#include "hall/base/bytes.h"
#include "hall/base/signing.h"
#include "tests/district/test_district.h"

using namespace linli;
using namespace linli::district;
using namespace linli::district::tests;

namespace {

std::string hash_of(const std::string& code) { return std::string(as_text(blake2b(code))); }

constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

sync::EnrolRequest request_of(const SigningKey& key, const std::string& code, const std::string& box = "box-1") {
    sync::EnrolRequest request{code, box, 1, hex(key.public_key), "Spring Road's box", "0.1.0", {}};
    request.proof = hex(sign(sync::enrol_text(request), key.secret));
    return request;
}

sync::EnrolAnswer answered(BoxResult<sync::EnrolAnswer> result) {
    const auto outcome = value_of(std::move(result));
    INFO((outcome ? "" : outcome.error().problem));
    REQUIRE(outcome.has_value());
    return *outcome;
}

template <class T>
std::string problem_of(BoxResult<T> result) {
    const auto outcome = value_of(std::move(result));
    REQUIRE_FALSE(outcome.has_value());
    return std::string(outcome.error().problem);
}

}  // namespace

TEST_CASE("a box waits for the administrator and is then let in with a token") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const HallRow hall = district.add_hall();
    value_of(save_setting(connection, "pages_address", "https://pages.example"));
    const std::string code = value_of(make_pairing_code(connection, hall.hall_id, Approval::asked, 7, monday_ms));
    const SigningKey key = make_signing_key();
    const auto request = request_of(key, code);

    const sync::EnrolAnswer waiting = answered(enrol(connection, request, monday_ms));
    CHECK(waiting.state == sync::EnrolState::waiting);
    CHECK(waiting.fingerprint == fingerprint_of(key.public_key));
    CHECK(waiting.token.empty());
    // However long the administrator takes.
    CHECK(answered(enrol(connection, request, monday_ms + 30 * day_ms)).state == sync::EnrolState::waiting);
    CHECK(value_of(decide_pairing(connection, hash_of(code), Approval::given)));

    const sync::EnrolAnswer lost = answered(enrol(connection, request, monday_ms));
    const sync::EnrolAnswer in = answered(enrol(connection, request, monday_ms));
    CHECK(in.state == sync::EnrolState::approved);
    CHECK(in.hall_id == hall.hall_id);
    CHECK(in.hall_name == hall.name);
    CHECK(in.page_key == hex(hall.page_key));
    CHECK(in.pages_address == "https://pages.example");
    CHECK(in.token != lost.token);
    CHECK(problem_of(find_sender(connection, lost.token, monday_ms)) == "token_unknown");
    CHECK(value_of(find_sender(connection, in.token, monday_ms))->device_id == "box-1");
    CHECK(problem_of(enrol(connection, request, monday_ms)) == "code_used");
    // Neither the code nor the token lies in the database.
    CHECK_FALSE(value_of(find_pairing(connection, code)));
    CHECK_FALSE(value_of(find_token(connection, in.token)));
}

TEST_CASE("who cannot be let in learns why") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const HallRow hall = district.add_hall();
    const std::string code = value_of(make_pairing_code(connection, hall.hall_id, Approval::given, 1, monday_ms));
    const SigningKey key = make_signing_key(), other = make_signing_key();
    const auto request = request_of(key, code);
    SECTION("a code that nobody gave") {
        CHECK(problem_of(enrol(connection, request_of(key, "guess"), monday_ms)) == "code_unknown");
    }
    SECTION("a code that has run out") {
        CHECK(problem_of(enrol(connection, request, monday_ms + day_ms + 1)) == "code_expired");
    }
    SECTION("a proof by another key, or of another box") {
        auto wrong = request;
        wrong.public_key = hex(other.public_key);
        CHECK(problem_of(enrol(connection, wrong, monday_ms)) == "bad_proof");
        wrong = request;
        wrong.box_id = "box-2";
        CHECK(problem_of(enrol(connection, wrong, monday_ms)) == "bad_proof");
    }
    SECTION("another box after the first has asked") {
        answered(enrol(connection, request, monday_ms));
        CHECK(problem_of(enrol(connection, request_of(other, code), monday_ms)) == "code_used");
        CHECK(problem_of(enrol(connection, request_of(key, code, "box-2"), monday_ms)) == "code_used");
    }
    SECTION("a hall that was revoked") {
        value_of(set_hall_state(connection, hall.hall_id, HallState::revoked));
        CHECK(problem_of(enrol(connection, request, monday_ms)) == "refused");
    }
    SECTION("the administrator says no") {
        const std::string asked = value_of(make_pairing_code(connection, hall.hall_id, Approval::asked, 1, monday_ms));
        answered(enrol(connection, request_of(key, asked), monday_ms));
        value_of(decide_pairing(connection, hash_of(asked), Approval::refused));
        CHECK(problem_of(enrol(connection, request_of(key, asked), monday_ms)) == "refused");
    }
    SECTION("a name that is no line of text") {
        auto wrong = request;
        wrong.name = std::string("a\0b", 3);
        CHECK(problem_of(enrol(connection, wrong, monday_ms)) == "wrong_shape");
    }
}

TEST_CASE("a key that two boxes have looks like a clone") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const SigningKey key = make_signing_key();
    const auto let_in = [&](const std::string& hall, const std::string& box) {
        const std::string code = value_of(make_pairing_code(connection, hall, Approval::given, 1, monday_ms));
        answered(enrol(connection, request_of(key, code, box), monday_ms));
        return value_of(list_alarms(connection, WhichAlarms::open)).size();
    };
    const std::string hall = district.add_hall().hall_id;
    CHECK(let_in(hall, "box-1") == 0);
    CHECK(let_in(hall, "box-1") == 0);  // a new code for the same box
    CHECK(let_in(district.add_hall("Autumn Road").hall_id, "box-1") == 1);
}

TEST_CASE("a token is renewed beside the one in use, whose place it takes with its first use") {
    TestDistrict district(LINLI_BOTH_DRIVERS());
    Connection& connection = district.connection();
    const SigningKey key = make_signing_key();
    const std::string code =
        value_of(make_pairing_code(connection, district.add_hall().hall_id, Approval::given, 1, monday_ms));
    const std::string first = answered(enrol(connection, request_of(key, code), monday_ms)).token;
    const DeviceRow sender = *value_of(find_sender(connection, first, monday_ms));
    sync::TokenRequest request{"request-1", {}};
    request.proof = hex(sign(sync::token_text(request), make_signing_key().secret));
    CHECK(problem_of(renew_token(connection, sender, request, monday_ms)) == "bad_proof");
    request.proof = hex(sign(sync::token_text(request), key.secret));
    value_of(renew_token(connection, sender, request, monday_ms));
    CHECK(value_of(find_sender(connection, first, monday_ms)));
    const std::string second = *value_of(renew_token(connection, sender, request, monday_ms));
    CHECK(value_of(find_sender(connection, second, monday_ms)));
    CHECK(problem_of(find_sender(connection, first, monday_ms)) == "token_unknown");
}

TEST_CASE("only a whole token of an authorization header is one") {
    const std::string token = new_token();
    CHECK(bearer_token("Bearer " + token) == token);
    CHECK(bearer_token(token).empty());
    CHECK(bearer_token("Bearer " + token + "0").empty());
    CHECK(bearer_token("Bearer " + std::string(64, 'x')).empty());
    CHECK(bearer_token("").empty());
}
