// SPDX-License-Identifier: Apache-2.0
#include "tests/support/district_link.h"

#include "hall/acts/show_sync.h"

namespace linli::support {

void join_district(Hall& hall, const std::string& address, const std::string& pin) {
    done(begin_enrolment(hall, {address, "code-1", pin}));
    REQUIRE(value_of(keep_enrolment(hall, "code-1", approval(value_of(show_sync(hall)).fingerprint))));
}

void take_numbers(TestHall& test, int count) {
    for (int i = 0; i < count; ++i) test.take("senior-card");
}

}  // namespace linli::support
