// SPDX-License-Identifier: Apache-2.0
#include "hall/acts/print_document.h"

#include <catch2/catch_test_macros.hpp>

#include "hall/acts/care_for_device.h"
#include "tests/support/test_hall.h"

namespace linli::support {

TEST_CASE("a paper of a document is asked of the printer, one at a time, and is no entry of the journal") {
    TestHall test;
    const std::size_t entries = test.journal().size();
    const std::int64_t row = done(print_document(test.hall(), {"old-age-allowance", Language::en}));
    const auto again = value_of(print_document(test.hall(), {"senior-card", Language::zh}));
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().why == Refusal::slip_under_way);
    const auto taken = value_of(take_device_request(test.hall(), Device::printer));
    REQUIRE(taken.has_value());
    CHECK(taken->row == row);
    const auto wanted = document_wanted(*taken);
    REQUIRE(wanted.has_value());
    CHECK(wanted->id == "old-age-allowance");
    CHECK(wanted->language == Language::en);
    CHECK(test.journal().size() == entries);
    done(print_document(test.hall(), {"senior-card", Language::zh}));
}

TEST_CASE("an unknown document is no paper, and an installer's test is none either") {
    TestHall test;
    const auto wrong = print_document(test.hall(), {"nothing", Language::zh});
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == ErrorCode::invalid_input);
    value_of(ask_device_test(test.hall(), Device::printer));
    CHECK_FALSE(document_wanted(*value_of(take_device_request(test.hall(), Device::printer))).has_value());
}

TEST_CASE("a paper that nobody printed for a minute is in no other's way, and comes out no more") {
    TestHall test;
    const std::int64_t row = done(print_document(test.hall(), {"old-age-allowance", Language::zh}));
    test.clock.pass_ms(61'000);
    done(print_document(test.hall(), {"senior-card", Language::zh}));
    const auto next = value_of(take_device_request(test.hall(), Device::printer));
    REQUIRE(next.has_value());
    CHECK(document_wanted(*next)->id == "senior-card");
    CHECK(value_of(device_request(test.hall(), row))->state != DeviceRequest::State::taken);
}

}  // namespace linli::support
