// SPDX-License-Identifier: Apache-2.0
#include "hall/staff/sign_in_limit.h"

#include <catch2/catch_test_macros.hpp>

using namespace linli;

TEST_CASE("the fifth failure locks, for half an hour to the millisecond") {
    SignInFailures failures;
    for (int left = 4; left >= 1; --left) {
        failures = failures.after_failure(1000);
        CHECK(failures.tries_left() == left);
        CHECK_FALSE(failures.locked(1000));
    }
    failures = failures.after_failure(2000);
    CHECK(failures.locked(2000));
    CHECK(failures.locked(2000 + account_lock_ms - 1));
    CHECK_FALSE(failures.locked(2000 + account_lock_ms));
}

TEST_CASE("after a lock one has five tries again") {
    SignInFailures failures;
    for (int i = 0; i < 5; ++i) failures = failures.after_failure(0);
    failures = failures.after_failure(account_lock_ms);
    CHECK(failures.tries_left() == 4);
    CHECK_FALSE(failures.locked(account_lock_ms));
}

TEST_CASE("failures are forgotten when none has come for half an hour, and not before") {
    SignInFailures failures;
    for (int i = 0; i < 4; ++i) failures = failures.after_failure(0);
    CHECK(failures.after_failure(account_lock_ms - 1).locked(account_lock_ms - 1));
    CHECK(failures.after_failure(account_lock_ms).tries_left() == 4);
}
